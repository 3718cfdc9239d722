/// The value of one attribute, of the types that DynamoDB has.
package enum AttributeValue: Sendable, Equatable {
  case string(String)
  case number(Number)
  case binary([UInt8])
  case bool(Bool)
  case null
  case list([AttributeValue])
  /// A nested map: the shape of an item, without a key.
  case map(Item)
  case stringSet(ValueSet<String>)
  case numberSet(ValueSet<Number>)
  case binarySet(ValueSet<[UInt8]>)

  package static func int(_ value: some FixedWidthInteger) -> AttributeValue {
    .number(Number(value))
  }

  package static func strings(_ values: some Sequence<String>) -> AttributeValue {
    .list(values.map { .string($0) })
  }

  package static func == (left: AttributeValue, right: AttributeValue) -> Bool {
    switch (left, right) {
    case (.string(let a), .string(let b)): String.areSame(a, b)
    case (.number(let a), .number(let b)): a == b
    case (.binary(let a), .binary(let b)): a == b
    case (.bool(let a), .bool(let b)): a == b
    case (.null, .null): true
    case (.list(let a), .list(let b)): a == b
    case (.map(let a), .map(let b)): a == b
    case (.stringSet(let a), .stringSet(let b)): a == b
    case (.numberSet(let a), .numberSet(let b)): a == b
    case (.binarySet(let a), .binarySet(let b)): a == b
    default: false
    }
  }
}

/// DynamoDB's type letters.
package enum AttributeType: String, Sendable {
  case string = "S"
  case number = "N"
  case binary = "B"
  case bool = "BOOL"
  case null = "NULL"
  case list = "L"
  case map = "M"
  case stringSet = "SS"
  case numberSet = "NS"
  case binarySet = "BS"
}

extension AttributeValue {
  package var type: AttributeType {
    switch self {
    case .string: .string
    case .number: .number
    case .binary: .binary
    case .bool: .bool
    case .null: .null
    case .list: .list
    case .map: .map
    case .stringSet: .stringSet
    case .numberSet: .numberSet
    case .binarySet: .binarySet
    }
  }

  package var stringValue: String? { if case .string(let value) = self { value } else { nil } }
  package var numberValue: Number? { if case .number(let value) = self { value } else { nil } }
  package var intValue: Int? { numberValue?.int }
  package var boolValue: Bool? { if case .bool(let value) = self { value } else { nil } }
  package var bytesValue: [UInt8]? { if case .binary(let value) = self { value } else { nil } }
  package var listValue: [AttributeValue]? {
    if case .list(let value) = self { value } else { nil }
  }
  package var mapValue: Item? { if case .map(let value) = self { value } else { nil } }
  package var stringSetValue: ValueSet<String>? {
    if case .stringSet(let value) = self { value } else { nil }
  }

  /// What `size(path)` compares: bytes of strings and binaries, elements of the rest.
  package var size: Int? {
    switch self {
    case .string(let value): value.utf8.count
    case .binary(let value): value.count
    case .list(let value): value.count
    case .map(let value): value.count
    case .stringSet(let value): value.count
    case .numberSet(let value): value.count
    case .binarySet(let value): value.count
    case .number, .bool, .null: nil
    }
  }

  /// Bytes towards the 400 KB of an item, by DynamoDB's published rule.
  package var storedBytes: Int {
    switch self {
    case .string(let value): value.utf8.count
    case .number(let value): value.storedBytes
    case .binary(let value): value.count
    case .bool, .null: 1
    case .list(let values): values.reduce(3) { $0 + $1.storedBytes + 1 }
    case .map(let item): 3 + item.storedBytes + item.count
    case .stringSet(let values): values.elements.reduce(0) { $0 + $1.storedBytes }
    case .numberSet(let values): values.elements.reduce(0) { $0 + $1.storedBytes }
    case .binarySet(let values): values.elements.reduce(0) { $0 + $1.storedBytes }
    }
  }
}

extension AttributeValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  package init(stringLiteral value: String) { self = .string(value) }
  package init(integerLiteral value: Int) { self = .number(Number(value)) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(arrayLiteral elements: AttributeValue...) { self = .list(elements) }
  package init(dictionaryLiteral elements: (String, AttributeValue)...) {
    var map = Item()
    for (name, value) in elements { map[name] = value }
    self = .map(map)
  }
}
