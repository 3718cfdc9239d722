/// A record that is one item of the table.
///
///     struct Favourite: ItemRecord {
///       init(_ reader: ItemReader) throws(TableError) { recipe = try reader.string("recipe") }
///       func item() -> Item { var item = Item(key); item["recipe"] = .string(recipe); return item }
///     }
package protocol ItemRecord: Sendable {
  init(_ reader: ItemReader) throws(TableError)
  /// The whole item, key and index keys included.
  func item() -> Item
}

/// Reads typed attributes; an error names the item, the attribute and what was expected.
package struct ItemReader: Sendable {
  package let item: Item
  /// Before the attribute's name in errors, when this is a nested map.
  private let prefix: String
  private let key: Key?

  package init(_ item: Item) {
    self.init(item, key: item.key, prefix: "")
  }

  private init(_ item: Item, key: Key?, prefix: String) {
    self.item = item
    self.key = key
    self.prefix = prefix
  }

  package func string(_ name: String) throws(TableError) -> String {
    try required(name, "a string", \.stringValue)
  }

  package func int(_ name: String) throws(TableError) -> Int {
    try required(name, "a whole number", \.intValue)
  }

  package func number(_ name: String) throws(TableError) -> Number {
    try required(name, "a number", \.numberValue)
  }

  package func bool(_ name: String) throws(TableError) -> Bool {
    try required(name, "a bool", \.boolValue)
  }

  package func bytes(_ name: String) throws(TableError) -> [UInt8] {
    try required(name, "binary", \.bytesValue)
  }

  package func optionalString(_ name: String) throws(TableError) -> String? {
    try optional(name, "a string", \.stringValue)
  }

  package func optionalInt(_ name: String) throws(TableError) -> Int? {
    try optional(name, "a whole number", \.intValue)
  }

  package func optionalBool(_ name: String) throws(TableError) -> Bool? {
    try optional(name, "a bool", \.boolValue)
  }

  package func optionalBytes(_ name: String) throws(TableError) -> [UInt8]? {
    try optional(name, "binary", \.bytesValue)
  }

  /// A list of strings or a set of strings; missing is empty, since sets are never stored empty.
  package func strings(_ name: String) throws(TableError) -> [String] {
    guard let value = item[name] else { return [] }
    if let set = value.stringSetValue { return set.elements }
    guard let list = value.listValue else { throw malformed(name, "a list of strings") }
    var strings: [String] = []
    strings.reserveCapacity(list.count)
    for element in list {
      guard let string = element.stringValue else { throw malformed(name, "a list of strings") }
      strings.append(string)
    }
    return strings
  }

  /// A reader for a nested map.
  package func map(_ name: String) throws(TableError) -> ItemReader {
    let map = try required(name, "a map", \.mapValue)
    return ItemReader(map, key: key, prefix: "\(prefix)\(name).")
  }

  /// A reader for each map of a list; missing is empty.
  package func maps(_ name: String) throws(TableError) -> [ItemReader] {
    guard let value = item[name] else { return [] }
    guard let list = value.listValue else { throw malformed(name, "a list of maps") }
    var readers: [ItemReader] = []
    readers.reserveCapacity(list.count)
    for (index, element) in list.enumerated() {
      guard let map = element.mapValue else { throw malformed(name, "a list of maps") }
      readers.append(ItemReader(map, key: key, prefix: "\(prefix)\(name)[\(index)]."))
    }
    return readers
  }

  /// A value that a closure understands, an enum's raw value for example.
  package func value<Value>(
    _ name: String,
    _ expected: String,
    _ convert: (AttributeValue) -> Value?
  ) throws(TableError) -> Value {
    try required(name, expected, convert)
  }

  package func malformed(_ name: String, _ expected: String) -> TableError {
    .malformedItem(key: key, attribute: prefix + name, expected: expected)
  }

  private func required<Value>(
    _ name: String,
    _ expected: String,
    _ convert: (AttributeValue) -> Value?
  ) throws(TableError) -> Value {
    guard let value = item[name].flatMap(convert) else { throw malformed(name, expected) }
    return value
  }

  /// Missing and NULL are nil; another type is an error.
  private func optional<Value>(
    _ name: String,
    _ expected: String,
    _ convert: (AttributeValue) -> Value?
  ) throws(TableError) -> Value? {
    guard let value = item[name], value != .null else { return nil }
    guard let converted = convert(value) else { throw malformed(name, expected) }
    return converted
  }
}

extension Table {
  package nonisolated(nonsending) func get<Record: ItemRecord>(
    _ type: Record.Type,
    _ key: Key,
    consistency: Consistency = .strong
  ) async throws(TableError) -> Record? {
    guard let item = try await get(key, consistency: consistency) else { return nil }
    return try Record(ItemReader(item))
  }
}

extension Page {
  package func records<Record: ItemRecord>(
    _ type: Record.Type
  ) throws(TableError) -> [Record] {
    var records: [Record] = []
    records.reserveCapacity(items.count)
    for item in items { records.append(try Record(ItemReader(item))) }
    return records
  }
}
