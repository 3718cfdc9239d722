package import SingleTable

extension TestTable {
  /// Every item, whatever its key; of a backend that can be scanned.
  package func everything() async throws -> [Item] {
    guard let table = table as? any ScannableTable else {
      preconditionFailure("this backend answers no scan: choose another for the test")
    }
    var items: [Item] = []
    try await table.forEachScanPage { items += $0 }
    return items
  }
}

extension Item {
  /// Whether a text stands in any attribute, as a text or among the bytes of a message.
  package func speaks(of text: String) -> Bool {
    attributes.contains { $0.value.speaks(of: Array(text.utf8)) }
  }
}

extension AttributeValue {
  fileprivate func speaks(of text: [UInt8]) -> Bool {
    switch self {
    case .string(let value): Array(value.utf8).contains(text)
    case .binary(let bytes): bytes.contains(text)
    case .list(let values): values.contains { $0.speaks(of: text) }
    case .map(let item): item.attributes.contains { $0.value.speaks(of: text) }
    case .stringSet(let values): values.elements.contains { Array($0.utf8).contains(text) }
    case .binarySet(let values): values.elements.contains { $0.contains(text) }
    case .number, .bool, .null, .numberSet: false
    }
  }
}
