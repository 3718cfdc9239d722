import Protobuf
import Testing

@Suite("Schema")
struct SchemaTests {
  @Test("knows services, methods and their paths")
  func services() throws {
    let registry = StandardSchema.registry
    let health = try #require(registry.service("grpc.health.v1.Health"))
    let check = try #require(registry.method(path: "/grpc.health.v1.Health/Check"))
    #expect(health.methods.contains { $0.name == "Watch" && $0.isServerStreaming })
    #expect(check.input.fullName == "grpc.health.v1.HealthCheckRequest")
    #expect(check.path == "/grpc.health.v1.Health/Check")
    #expect(check.httpRule == nil)
    for path in ["", "/", "/grpc.health.v1.Health", "/grpc.health.v1.Health/Nope", "/a/b/c"] {
      #expect(registry.method(path: path) == nil)
    }
  }

  @Test(
    "finds the file that declares a symbol",
    arguments: [
      ("grpc.health.v1.Health", "grpc/health/v1/health.proto"),
      ("grpc.health.v1.Health.Check", "grpc/health/v1/health.proto"),
      ("google.protobuf.Timestamp", "google/protobuf/timestamp.proto"),
      ("google.protobuf.Timestamp.nanos", "google/protobuf/timestamp.proto"),
      ("google.protobuf.NullValue", "google/protobuf/struct.proto"),
    ]
  )
  func files(symbol: String, file: String) {
    #expect(StandardSchema.registry.file(declaring: symbol)?.name == file)
  }

  @Test("has no file for what nobody declares")
  func unknownSymbols() {
    for symbol in ["", "nope", "google.protobuf.Nope", "google.protobuf.Timestamp.nope"] {
      #expect(StandardSchema.registry.file(declaring: symbol) == nil)
    }
  }

  @Test("reads http rules with all their bindings")
  func httpRule() {
    var more: [UInt8] = []
    more.appendField(2, "/v1/me/{name}".utf8)
    var custom: [UInt8] = []
    custom.appendField(1, "HEAD".utf8)
    custom.appendField(2, "/v1/head".utf8)
    var other: [UInt8] = []
    other.appendField(8, custom)
    var rule: [UInt8] = []
    rule.appendField(3, "/v1/things/{name}".utf8)
    rule.appendField(7, "*".utf8)
    rule.appendField(12, "thing".utf8)
    rule.appendField(11, more)
    rule.appendField(11, other)
    let read = HTTPRule(rule)
    #expect(read.method == "PUT")
    #expect(read.path == "/v1/things/{name}")
    #expect(read.body == "*")
    #expect(read.responseBody == "thing")
    #expect(read.additionalBindings.map(\.method) == ["GET", "HEAD"])
    #expect(read.additionalBindings.map(\.path) == ["/v1/me/{name}", "/v1/head"])
  }

  @Test("keeps comments and tells presence, maps and oneofs")
  func fields() throws {
    let schema = Everything.schema
    #expect(schema.comment == " One field of every kind there is.\n")
    #expect(schema.oneofs == ["choice"])
    #expect(try #require(schema.field(named: "maybeInt32")).hasPresence)
    #expect(try #require(schema.field(named: "maybe_int32")).oneofIndex == nil)
    #expect(try !#require(schema.field(named: "int32Value")).hasPresence)
    #expect(try #require(schema.field(named: "text")).oneofIndex == 0)
    #expect(try #require(schema.field(named: "part_by_int32")).isMap)
    #expect(schema.field(number: 100_000)?.name == "far")
    #expect(schema.field(number: 99_999) == nil)
  }

  @Test("refuses descriptors that do not fit together")
  func damaged() {
    #expect(throws: SchemaError.self) { try SchemaRegistry([0x0A, 0x05]) }
    var field: [UInt8] = []
    field.appendField(1, "x".utf8)
    field.appendField(3, varint: 1)
    field.appendField(4, varint: 1)
    field.appendField(5, varint: 11)
    field.appendField(6, ".no.Such".utf8)
    var message: [UInt8] = []
    message.appendField(1, "M".utf8)
    message.appendField(2, field)
    var file: [UInt8] = []
    file.appendField(1, "a.proto".utf8)
    file.appendField(4, message)
    let error = #expect(throws: SchemaError.self) { try SchemaRegistry(files: [file]) }
    #expect(error?.description == "M.x has type no.Such, which is not among the files")
  }
}

@Suite("Generated messages")
struct GeneratedMessageTests {
  @Test("keep what a newer contract said through a hop")
  func unknownFields() throws {
    let newer = NewerPart(name: "x", weight: 3, colour: "red", codes: [1, 2], length: 1.5)
    let older = try Part(decoding: newer.encoded())
    #expect(older.name == "x")
    #expect(try NewerPart(decoding: older.encoded()) == newer)
  }

  @Test("tell enums by name and number, unknown ones by number")
  func enums() {
    #expect(Mood(name: "MOOD_SAD") == .sad)
    #expect(Mood(name: "MOOD_HAPPY") == nil)
    #expect(Mood.happy == .glad)
    #expect(Mood(rawValue: 42) == .unrecognized(42))
    #expect(Mood.sad.rawValue == -2)
    #expect(Mood.unrecognized(7).name == "7")
    #expect(Mood.allCases == [.unspecified, .glad, .sad])
  }

  @Test("encode equal maps to equal bytes")
  func maps() {
    let keys = (0..<100).map(String.init)
    let one = Everything(stringByString: Dictionary(uniqueKeysWithValues: keys.map { ($0, $0) }))
    let other = Everything(
      stringByString: Dictionary(uniqueKeysWithValues: keys.reversed().map { ($0, $0) })
    )
    #expect(one.encoded() == other.encoded())
  }

  @Test("ask the caller once for exactly the memory they need")
  func exactSize() throws {
    let message = Everything(stringValue: "cà chua", int32s: [1, 2, 3])
    var asked: [Int] = []
    var memory = [UInt8](repeating: 0xEE, count: 64)
    unsafe memory.withUnsafeMutableBytes { buffer in
      unsafe message.encode { size in
        asked.append(size)
        return unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[..<size])
      }
    }
    let encoded = message.encoded()
    #expect(asked == [encoded.count])
    #expect(Array(memory[..<encoded.count]) == encoded)
    #expect(memory[encoded.count...].allSatisfy { $0 == 0xEE })
  }
}
