/// An order that every backend shares: by bytes, as DynamoDB sorts and compares.
///
/// Swift compares strings by canonical equivalence; a table does not, so `==` and `<` of `String`
/// are never used on stored text.
package protocol ByteOrdered: Sendable {
  static func areSame(_ left: Self, _ right: Self) -> Bool
  static func areAscending(_ left: Self, _ right: Self) -> Bool
  /// Bytes that this element counts towards an item's size.
  var storedBytes: Int { get }
}

extension String: ByteOrdered {
  package static func areSame(_ left: String, _ right: String) -> Bool {
    left.utf8.count == right.utf8.count && left.utf8.elementsEqual(right.utf8)
  }

  package static func areAscending(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }

  package var storedBytes: Int { utf8.count }

  package func hasBytePrefix(_ prefix: String) -> Bool { utf8.starts(with: prefix.utf8) }
}

extension [UInt8]: ByteOrdered {
  package static func areSame(_ left: [UInt8], _ right: [UInt8]) -> Bool { left == right }

  package static func areAscending(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    left.lexicographicallyPrecedes(right)
  }

  package var storedBytes: Int { count }
}
