/// A list of header fields, all in one piece of memory.
package struct HeaderFields: Sendable {
  package struct Field: Sendable {
    /// From `FieldNames`; `other` when the list does not have the name.
    package let token: UInt8
    package let name: Range<Int>
    package let value: Range<Int>
  }

  package private(set) var bytes: [UInt8] = []
  package private(set) var fields: [Field] = []
  /// Bytes as RFC 9113 §6.5.2 counts them: name, value and 32 for each field.
  package private(set) var listBytes = 0
  /// Fields were left out because the list grew too long.
  package internal(set) var isTruncated = false

  package init() {}

  package var isEmpty: Bool { fields.isEmpty }

  package mutating func append(_ name: String, _ value: String) {
    append(name.utf8, value.utf8)
  }

  package mutating func append(
    _ name: some Collection<UInt8>,
    _ value: some Collection<UInt8>
  ) {
    let start = bytes.count
    bytes.append(contentsOf: name)
    let middle = bytes.count
    bytes.append(contentsOf: value)
    note(token: FieldNames.other, start, middle)
  }

  mutating func append(
    token: UInt8,
    name: UnsafeRawBufferPointer,
    value: UnsafeRawBufferPointer
  ) {
    let start = bytes.count
    unsafe bytes.append(contentsOf: name)
    let middle = bytes.count
    unsafe bytes.append(contentsOf: value)
    note(token: token, start, middle)
  }

  private mutating func note(token: UInt8, _ start: Int, _ middle: Int) {
    fields.append(Field(token: token, name: start..<middle, value: middle..<bytes.count))
    listBytes += bytes.count - start + 32
  }

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    fields.removeAll(keepingCapacity: true)
    listBytes = 0
    isTruncated = false
  }

  /// The first value of a field the session knows by token.
  package func value(_ token: UInt8) -> Range<Int>? {
    for field in fields where field.token == token { return field.value }
    return nil
  }

  package func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// The first value of a field by its name in lowercase.
  package subscript(name: String) -> String? {
    for field in fields where bytes[field.name].elementsEqual(name.utf8) {
      return string(field.value)
    }
    return nil
  }
}
