import AWS
import Foundation
import SingleTable

/// Attributes as DynamoDB's export has them: `{"S": "phở"}`, `{"N": "12.5"}`, `{"SS": ["a", "b"]}`.
extension AttributeValue {
  func writeLine(to json: inout JSONWriter) {
    json.object { json in
      json.name(type.rawValue)
      switch self {
      case .string(let text): json.string(text)
      case .number(let number): json.string(number.description)
      case .binary(let bytes): json.string(Self.base64(bytes))
      case .bool(let value): json.bool(value)
      case .null: json.bool(true)
      case .list(let values):
        json.array { json in for value in values { value.writeLine(to: &json) } }
      case .map(let map): map.writeLine(to: &json)
      case .stringSet(let set): json.array { json in for text in set { json.string(text) } }
      case .numberSet(let set):
        json.array { json in for number in set { json.string(number.description) } }
      case .binarySet(let set):
        json.array { json in for bytes in set { json.string(Self.base64(bytes)) } }
      }
    }
  }

  /// Nil for a value of no known type, or whose text is not of it.
  init?(line json: JSON) {
    guard let members = json.members, members.count == 1, let member = members.first,
      let type = AttributeType(rawValue: member.name)
    else { return nil }
    let value: AttributeValue? =
      switch type {
      case .string: member.value.string.map { .string($0) }
      case .number: member.value.string.flatMap { Number($0) }.map { .number($0) }
      case .binary: member.value.string.flatMap(Self.bytes).map { .binary($0) }
      case .bool: member.value.bool.map { .bool($0) }
      case .null: member.value.bool == true ? .null : nil
      case .list: Self.all(member.value) { AttributeValue(line: $0) }.map { .list($0) }
      case .map: Item(line: member.value).map { .map($0) }
      case .stringSet: Self.all(member.value) { $0.string }.map { .stringSet(ValueSet($0)) }
      case .numberSet:
        Self.all(member.value) { $0.string.flatMap { Number($0) } }.map { .numberSet(ValueSet($0)) }
      case .binarySet:
        Self.all(member.value) { $0.string.flatMap(Self.bytes) }.map { .binarySet(ValueSet($0)) }
      }
    guard let value else { return nil }
    self = value
  }

  private static func base64(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }

  private static func bytes(_ text: String) -> [UInt8]? {
    Data(base64Encoded: text).map { Array($0) }
  }

  /// Every element of an array read, or nil if one cannot be.
  private static func all<Value>(_ json: JSON, _ read: (JSON) -> Value?) -> [Value]? {
    guard let elements = json.elements else { return nil }
    let values = elements.compactMap(read)
    return values.count == elements.count ? values : nil
  }
}

extension Item {
  func writeLine(to json: inout JSONWriter) {
    json.object { json in
      for attribute in attributes {
        json.name(attribute.name)
        attribute.value.writeLine(to: &json)
      }
    }
  }

  init?(line json: JSON) {
    guard let members = json.members else { return nil }
    self.init()
    for member in members {
      guard let value = AttributeValue(line: member.value) else { return nil }
      self[member.name] = value
    }
  }
}
