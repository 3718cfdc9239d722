import Protobuf
import ProtobufConformance
import Testing

/// What holds for a field of every kind there is, asked of each field of the conformance message.
@Suite("Each kind of field")
struct FieldKindTests {
  struct Field: Sendable, CustomTestStringConvertible {
    let name: String
    let number: Int
    let kind: FieldKind
    let isRepeated: Bool
    let isOneof: Bool
    var testDescription: String { name }

    /// A tag and one of two values, each other than the default.
    func bytes(_ value: UInt8) -> [UInt8] {
      tag(kind.wireType) + Field.value(kind.wireType, value)
    }

    func tag(_ type: WireType) -> [UInt8] {
      var bytes: [UInt8] = []
      bytes.appendTag(number, type)
      return bytes
    }

    /// A length-delimited value is good as text, as bytes and, where empty, as a message.
    static func value(_ type: WireType, _ value: UInt8) -> [UInt8] {
      switch type {
      case .varint: [value]
      case .fixed64: [value, 0, 0, 0, 0, 0, 0, 0]
      case .fixed32: [value, 0, 0, 0]
      case .lengthDelimited: [3, 0xE2, 0x80, 0xA0 + value]
      case .groupStart, .groupEnd: []
      }
    }
  }

  static let all = TestAllTypesProto3.schema.fields.filter { !$0.isMap }.map {
    Field(
      name: $0.name,
      number: $0.number,
      kind: $0.kind,
      isRepeated: $0.isRepeated,
      isOneof: $0.oneofIndex != nil
    )
  }
  static let scalars = all.filter { $0.kind != .message }
  static let packable = all.filter { $0.isRepeated && $0.kind.isPackable }

  private func reencoded(_ wire: [UInt8]) throws -> [UInt8] {
    try TestAllTypesProto3(decoding: wire).encoded()
  }

  @Test("is refused when it is cut anywhere", arguments: all)
  func cut(_ field: Field) {
    let whole = field.bytes(1)
    for length in 1..<whole.count {
      #expect(throws: DecodeError.self) { try reencoded(Array(whole[..<length])) }
    }
    let length = field.tag(.lengthDelimited)
    #expect(throws: DecodeError.self) { try reencoded(length + [5, 0x80]) }
  }

  @Test("keeps the last of several values, or all where it repeats", arguments: scalars)
  func twice(_ field: Field) throws {
    let both = field.bytes(2) + field.bytes(1)
    if field.isRepeated {
      let elements = try reencoded(both)
      #expect(elements.count > (try reencoded(field.bytes(1))).count)
      #expect(try reencoded(elements) == elements)
    } else {
      #expect(try reencoded(both) == field.bytes(1))
    }
  }

  @Test("without presence is not written at its default", arguments: scalars)
  func zero(_ field: Field) throws {
    let value =
      field.kind.wireType == .lengthDelimited
      ? [0] : FieldKindTests.Field.value(field.kind.wireType, 0)
    let wire = field.tag(field.kind.wireType) + value
    let isKept = field.isRepeated || field.isOneof
    #expect(try reencoded(wire).isEmpty == !isKept)
  }

  @Test("may come packed, unpacked or both", arguments: packable)
  func packed(_ field: Field) throws {
    let type = field.kind.wireType
    let elements = Field.value(type, 1) + Field.value(type, 0)
    let packed = field.tag(.lengthDelimited) + [UInt8(elements.count)] + elements
    let unpacked = field.bytes(1) + field.bytes(0)
    #expect(try reencoded(packed) == reencoded(unpacked))
    let mixed =
      field.bytes(1) + field.tag(.lengthDelimited)
      + [UInt8(elements.count / 2)] + Field.value(type, 0)
    #expect(try reencoded(mixed) == reencoded(unpacked))
  }

  @Test("is unknown under a foreign wire type, and kept", arguments: all)
  func foreign(_ field: Field) throws {
    for type in [WireType.varint, .fixed64, .fixed32, .lengthDelimited]
    where type != field.kind.wireType && !(field.kind.isPackable && type == .lengthDelimited) {
      let wire = field.tag(type) + Field.value(type, 1)
      let message = try TestAllTypesProto3(decoding: wire)
      #expect(message.unknownFields.bytes == wire)
      #expect(message.encoded() == wire)
    }
  }

  @Test("unknown to the message is kept in its order")
  func unknownOrder() throws {
    let text: [UInt8] = [0xAA, 0x1F, 1, 0x61]
    let number: [UInt8] = [0xA8, 0x1F, 7]
    let group: [UInt8] = [0xAB, 0x1F, 8, 1, 0xAC, 0x1F]
    for wire in [text + number + text + number, number + group + text + group] {
      #expect(try reencoded(wire) == wire)
    }
  }
}
