package import AWS
import Foundation
package import SingleTable

/// Attributes as DynamoDB has them in requests and in exports: `{"S": "phở"}`, `{"N": "12.5"}`,
/// `{"SS": ["a", "b"]}`.
extension AttributeValue {
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.name(type.rawValue)
      switch self {
      case .string(let text): json.string(text)
      case .number(let number): json.string(number.description)
      case .binary(let bytes): json.string(Self.base64(bytes))
      case .bool(let value): json.bool(value)
      case .null: json.bool(true)
      case .list(let values): json.array { json in for value in values { value.write(to: &json) } }
      case .map(let map): map.write(to: &json)
      case .stringSet(let set): json.array { json in for text in set { json.string(text) } }
      case .numberSet(let set):
        json.array { json in for number in set { json.string(number.description) } }
      case .binarySet(let set):
        json.array { json in for bytes in set { json.string(Self.base64(bytes)) } }
      }
    }
  }

  /// Nil for a value of no known type, or whose text is not of it.
  package init?(_ json: JSON) {
    guard let members = json.members, members.count == 1, let member = members.first,
      let type = AttributeType(rawValue: member.name),
      let value = Self.value(type, member.value)
    else { return nil }
    self = value
  }

  private static func value(_ type: AttributeType, _ json: JSON) -> AttributeValue? {
    switch type {
    case .string: json.string.map { .string($0) }
    case .number: number(json).map { .number($0) }
    case .binary: bytes(json).map { .binary($0) }
    case .bool: json.bool.map { .bool($0) }
    case .null: json.bool == true ? .null : nil
    case .list: json.all { AttributeValue($0) }.map { .list($0) }
    case .map: Item(json).map { .map($0) }
    case .stringSet: json.all(\.string).map { .stringSet(ValueSet($0)) }
    case .numberSet: json.all(number).map { .numberSet(ValueSet($0)) }
    case .binarySet: json.all(bytes).map { .binarySet(ValueSet($0)) }
    }
  }

  private static func base64(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }

  private static func bytes(_ json: JSON) -> [UInt8]? {
    json.string.flatMap { Data(base64Encoded: $0) }.map { Array($0) }
  }

  private static func number(_ json: JSON) -> Number? { json.string.flatMap { Number($0) } }
}

extension JSON {
  /// Every element of an array read, or nil if one cannot be or this is no array.
  fileprivate func all<Value>(_ read: (JSON) -> Value?) -> [Value]? {
    guard let elements else { return nil }
    var values: [Value] = []
    values.reserveCapacity(elements.count)
    for element in elements {
      guard let value = read(element) else { return nil }
      values.append(value)
    }
    return values
  }
}
