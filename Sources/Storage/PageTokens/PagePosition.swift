import SingleTable

/// A start key as bytes: partition, sort and, for an index, its sort key; each after its length.
enum PagePosition {
  static func encode(_ startKey: StartKey) -> [UInt8] {
    var bytes: [UInt8] = []
    append(startKey.key.partition, to: &bytes)
    append(startKey.key.sort, to: &bytes)
    if let indexSort = startKey.indexSort { append(indexSort, to: &bytes) }
    return bytes
  }

  static func decode(_ bytes: [UInt8]) -> StartKey? {
    var rest = bytes[...]
    guard let partition = take(from: &rest), let sort = take(from: &rest) else { return nil }
    let key = Key(partition, sort)
    if rest.isEmpty { return StartKey(key: key) }
    guard let indexSort = take(from: &rest), rest.isEmpty else { return nil }
    return StartKey(key: key, indexSort: indexSort)
  }

  /// Four bytes of length, big-endian, and the text's UTF-8.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    let count = UInt32(text.utf8.count)
    for shift in [24, 16, 8, 0] { bytes.append(UInt8(truncatingIfNeeded: count >> shift)) }
    bytes.append(contentsOf: text.utf8)
  }

  private static func take(from rest: inout ArraySlice<UInt8>) -> String? {
    guard rest.count >= 4 else { return nil }
    let count = rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
    rest.removeFirst(4)
    guard rest.count >= count else { return nil }
    defer { rest.removeFirst(count) }
    return String(validating: rest.prefix(count), as: UTF8.self)
  }
}
