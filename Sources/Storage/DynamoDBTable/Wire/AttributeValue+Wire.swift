import AWS
import Foundation
import SingleTable

/// Attributes as DynamoDB writes them: `{"S": "phở"}`, `{"N": "12.5"}`, `{"SS": ["a", "b"]}`.
extension AttributeValue {
  func write(to json: inout JSONWriter) {
    json.object { json in
      json.name(type.rawValue)
      switch self {
      case .string(let text): json.string(text)
      case .number(let number): json.string(number.description)
      case .binary(let bytes): json.string(Data(bytes).base64EncodedString())
      case .bool(let value): json.bool(value)
      case .null: json.bool(true)
      case .list(let values): json.array { json in for value in values { value.write(to: &json) } }
      case .map(let map): map.write(to: &json)
      case .stringSet(let set): json.array { json in for text in set { json.string(text) } }
      case .numberSet(let set):
        json.array { json in for number in set { json.string(number.description) } }
      case .binarySet(let set):
        json.array { json in
          for bytes in set { json.string(Data(bytes).base64EncodedString()) }
        }
      }
    }
  }

  /// Nil for a value of no known type, or whose text is not of it.
  init?(_ json: JSON) {
    guard let members = json.members, members.count == 1, let member = members.first,
      let type = AttributeType(rawValue: member.name)
    else { return nil }
    switch type {
    case .bool:
      guard let value = member.value.bool else { return nil }
      self = .bool(value)
    case .null: self = .null
    case .map:
      guard let map = Item(member.value) else { return nil }
      self = .map(map)
    case .list:
      guard let values = member.value.elements?.all({ AttributeValue($0) }) else { return nil }
      self = .list(values)
    case .string, .number, .binary:
      guard let value = member.value.string.flatMap({ Self.scalar(type, $0) }) else { return nil }
      self = value
    case .stringSet, .numberSet, .binarySet:
      guard let texts = member.value.elements?.all(\.string),
        let value = Self.set(type, texts)
      else { return nil }
      self = value
    }
  }

  private static func scalar(_ type: AttributeType, _ text: String) -> AttributeValue? {
    switch type {
    case .number: Number(text).map { .number($0) }
    case .binary: Data(base64Encoded: text).map { .binary(Array($0)) }
    default: .string(text)
    }
  }

  private static func set(_ type: AttributeType, _ texts: [String]) -> AttributeValue? {
    switch type {
    case .numberSet: texts.all { Number($0) }.map { .numberSet(ValueSet($0)) }
    case .binarySet:
      texts.all { Data(base64Encoded: $0).map { Array($0) } }.map { .binarySet(ValueSet($0)) }
    default: .stringSet(ValueSet(texts))
    }
  }
}

extension Item {
  func write(to json: inout JSONWriter) {
    json.object { json in
      for attribute in attributes {
        json.name(attribute.name)
        attribute.value.write(to: &json)
      }
    }
  }

  init?(_ json: JSON) {
    guard let members = json.members else { return nil }
    self.init()
    for member in members {
      guard let value = AttributeValue(member.value) else { return nil }
      self[member.name] = value
    }
  }
}

extension Key {
  func write(to json: inout JSONWriter) { Item(self).write(to: &json) }
}

extension Array {
  /// Every element transformed, or nil if one cannot be.
  fileprivate func all<Value>(_ transform: (Element) -> Value?) -> [Value]? {
    var values: [Value] = []
    values.reserveCapacity(count)
    for element in self {
      guard let value = transform(element) else { return nil }
      values.append(value)
    }
    return values
  }
}
