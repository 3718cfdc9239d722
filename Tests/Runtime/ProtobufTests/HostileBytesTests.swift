import Protobuf
import Testing

/// Wire bytes that nobody honest sends.
@Suite("Hostile bytes")
struct HostileBytesTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let wire: String
    let rule: DecodeError.Rule

    init(_ name: String, _ wire: String, _ rule: DecodeError.Rule) {
      self.name = name
      self.wire = wire
      self.rule = rule
    }

    var testDescription: String { name }
  }

  static let refused = [
    Case("field number 0", "00 01", .invalidTag),
    Case("field number 0, length-delimited", "02 00", .invalidTag),
    Case("tag cut", "80", .truncated),
    Case("tag of six bytes", "88 80 80 80 80 00 01", .invalidTag),
    Case("tag above 32 bits", "88 80 80 80 10 01", .invalidTag),
    Case("wire type 6", "0e 01", .invalidTag),
    Case("wire type 7", "0f 01", .invalidTag),
    Case("varint cut", "18 80", .truncated),
    Case("varint of eleven bytes", "18 80 80 80 80 80 80 80 80 80 80 01", .invalidVarint),
    Case("fixed64 cut", "09 00 00 00 00 00 00 00", .truncated),
    Case("fixed32 cut", "15 00 00 00", .truncated),
    Case("length missing", "72", .truncated),
    Case("length past the end", "72 05 61", .invalidLength),
    Case("length of six bytes", "72 81 80 80 80 80 00 61", .invalidLength),
    Case("length above 32 bits", "72 ff ff ff ff 7f 61", .invalidLength),
    Case("length inside a submessage past its end", "8a 01 02 72 01", .invalidLength),
    Case("group never ended", "a3 06 08 01", .unmatchedGroup),
    Case("group ended by another", "a3 06 08 01 ac 06", .unmatchedGroup),
    Case("end of no group", "a4 06", .unmatchedGroup),
    Case("packed varint cut", "8a 02 02 01 80", .invalidPacked),
    Case("packed varint too long", "8a 02 0b 80 80 80 80 80 80 80 80 80 80 01", .invalidVarint),
    Case("packed fixed32 cut", "ba 02 03 00 00 00", .invalidPacked),
    Case("packed fixed64 cut", "c2 02 07 00 00 00 00 00 00 00", .invalidPacked),
    Case("string of a lone continuation", "72 01 80", .invalidUTF8),
    Case("string with an overlong slash", "72 02 c0 af", .invalidUTF8),
    Case("string with a surrogate", "72 03 ed a0 80", .invalidUTF8),
    Case("string above the last scalar", "72 04 f4 90 80 80", .invalidUTF8),
    Case("string cut in a character", "72 02 c3 61", .invalidUTF8),
    Case("bad string that a good one replaces", "72 01 80 72 01 61", .invalidUTF8),
    Case("bad string in a repeated field", "e2 02 01 61 e2 02 01 ff", .invalidUTF8),
    Case("bad string as a map's key", "ba 04 03 0a 01 ff", .invalidUTF8),
    Case("bad string in a oneof", "ea 03 01 ff", .invalidUTF8),
  ]

  @Test("are refused with the rule they break", arguments: refused)
  func refuse(_ hostile: Case) {
    let error = #expect(throws: DecodeError.self) { try Everything(decoding: hex(hostile.wire)) }
    #expect(error?.rule == hostile.rule)
    #expect(error?.message == "test.Everything")
  }

  @Test("cut anywhere are refused or a shorter message, never a crash")
  func truncatedEverywhere() throws {
    let whole = hex(try #require(Fixture.all.max { $0.wire.count < $1.wire.count }).wire)
    var refused = 0
    for length in 0..<whole.count {
      do {
        _ = try Everything(decoding: Array(whole[..<length])).encoded()
      } catch {
        refused += 1
      }
    }
    #expect(refused > whole.count / 2)
  }

  @Test("nested 100 deep pass, 101 deep do not")
  func depth() throws {
    func nested(_ depth: Int) -> [UInt8] {
      var wire: [UInt8] = []
      for _ in 0..<depth {
        var outer: [UInt8] = []
        outer.appendField(17, wire)
        wire = outer
      }
      return wire
    }
    #expect(try Everything(decoding: nested(100)).encoded() == nested(100))
    let error = #expect(throws: DecodeError.self) { try Everything(decoding: nested(101)) }
    #expect(error?.rule == .tooDeep)
  }

  @Test("of nested groups stop at the same depth")
  func groupDepth() {
    let open = [UInt8](repeating: 0xFB, count: 1) + hex("07")
    let deep = Array((0..<200_000).map { _ in open }.joined())
    let error = #expect(throws: DecodeError.self) { try Everything(decoding: deep) }
    #expect(error?.rule == .tooDeep)
  }

  @Test("of two bytes an element stop at the element limit")
  func elements() {
    let empty = hex("fa 02 00")  // parts: {}
    let wire = Array((0..<50).map { _ in empty }.joined())
    var limits = DecodeLimits()
    limits.elementsMax = 50
    #expect(throws: Never.self) { try Everything(decoding: wire, limits: limits) }
    limits.elementsMax = 49
    let error = #expect(throws: DecodeError.self) {
      try Everything(decoding: wire, limits: limits)
    }
    #expect(error?.rule == .tooManyElements)
  }

  @Test("count every element of a packed array")
  func packedElements() {
    let wire = hex("9a 02 04 01 02 03 04")
    var limits = DecodeLimits()
    limits.elementsMax = 5
    #expect(throws: Never.self) { try Everything(decoding: wire, limits: limits) }
    limits.elementsMax = 4
    let error = #expect(throws: DecodeError.self) {
      try Everything(decoding: wire, limits: limits)
    }
    #expect(error?.rule == .tooManyElements)
  }

  @Test("that would buy more memory than the budget are refused")
  func budget() {
    let empty = hex("82 04 00")  // whole: {}, hundreds of bytes of struct for three on the wire
    let element = hex("8a 01 00")
    var limits = DecodeLimits()
    limits.arenaBytesMax = 1 << 16
    let wire = Array((0..<20_000).map { _ in hex("fa 02 00") }.joined())
    let error = #expect(throws: DecodeError.self) {
      try Everything(decoding: wire, limits: limits)
    }
    #expect(error?.rule == .overBudget)
    #expect(throws: Never.self) { try Everything(decoding: empty + element, limits: limits) }
  }

  @Test("keep NUL inside strings")
  func nul() throws {
    let message = try Everything(decoding: hex("72 03 61 00 62"))
    #expect(message.stringValue == "a\0b")
    #expect(message.encoded() == hex("72 03 61 00 62"))
  }
}

/// Legal bytes that protobuf-c by itself reads wrongly.
@Suite("Legal oddities")
struct LegalOdditiesTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let wire: String
    let canonical: String

    init(_ name: String, _ wire: String, _ canonical: String) {
      self.name = name
      self.wire = wire
      self.canonical = canonical
    }

    var testDescription: String { name }
  }

  static let cases = [
    Case("the last scalar wins", "18 01 18 02", "18 02"),
    Case("the last string wins", "72 01 61 72 01 62", "72 01 62"),
    Case("an unknown group is kept", "18 01 a3 3f 08 01 a4 3f", "18 01 a3 3f 08 01 a4 3f"),
    Case("an unknown group nests", "a3 3f ab 3f ac 3f a4 3f", "a3 3f ab 3f ac 3f a4 3f"),
    Case("a known number of another wire type is unknown", "1a 01 61", "1a 01 61"),
    Case("a string as varint is unknown", "70 01 18 05", "18 05 70 01"),
    Case("the reserved carrier number is kept", "c2 a3 09 01 61", "c2 a3 09 01 61"),
    Case("an overlong tag of an unknown field is cut", "c0 d0 a0 00 01", "c0 d0 20 01"),
    Case("so it is beside a group", "c0 d0 a0 00 01 a3 3f a4 3f", "c0 d0 20 01 a3 3f a4 3f"),
    Case("the carrier as varint is kept", "c0 a3 09 05", "c0 a3 09 05"),
    Case("submessages merge", "8a 01 02 18 01 8a 01 02 28 02", "8a 01 04 18 01 28 02"),
    Case(
      "lists in merged submessages add up",
      "8a 01 05 e2 02 02 61 62 8a 01 04 e2 02 01 63",
      "8a 01 09 e2 02 02 61 62 e2 02 01 63"
    ),
    Case("the last member of a oneof wins", "ea 03 01 61 f0 03 07", "f0 03 07"),
    Case("a oneof's message merges with itself", "fa 03 03 0a 01 61 fa 03 00", "fa 03 03 0a 01 61"),
    Case(
      "a oneof's message does not merge over another member",
      "fa 03 03 0a 01 61 f0 03 07 fa 03 00",
      "fa 03 00"
    ),
    Case("a packed field may come unpacked", "88 02 01 88 02 02", "8a 02 02 01 02"),
    Case("both forms add up", "88 02 01 8a 02 02 02 03", "8a 02 03 01 02 03"),
    Case("an unpacked field may come packed", "82 03 02 01 02", "80 03 01 80 03 02"),
    Case(
      "an int32 of ten bytes is negative",
      "18 ff ff ff ff ff ff ff ff ff 01",
      "18 ff ff ff ff ff ff ff ff ff 01"
    ),
    Case("an int32 keeps its low 32 bits", "18 81 80 80 80 10", "18 01"),
    Case("an overlong zero is zero", "18 80 80 80 00", ""),
    Case("an overlong tag is its number", "98 80 00 05", "18 05"),
    Case("a true of any bits is true", "68 80 80 80 80 10", "68 01"),
    Case("an unknown enum number stays", "80 01 4d", "80 01 4d"),
    Case(
      "a map's entry without value has the default",
      "ba 04 03 0a 01 61",
      "ba 04 05 0a 01 61 12 00"
    ),
    Case(
      "the last value of a map's key wins",
      "c2 04 02 08 01 c2 04 06 08 01 12 02 0a 00",
      "c2 04 04 08 01 12 00"
    ),
    Case("presence survives the default", "90 01 00 9a 01 00", "90 01 00 9a 01 00"),
    Case("minus zero is not zero", "09 00 00 00 00 00 00 00 80", "09 00 00 00 00 00 00 00 80"),
    Case("an empty packed array is empty", "9a 02 00", ""),
  ]

  @Test("are read as the encoding says", arguments: cases)
  func reads(_ odd: Case) throws {
    #expect(try reencoded(Everything.self, hex(odd.wire)) == hex(odd.canonical))
  }
}
