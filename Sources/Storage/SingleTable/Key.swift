/// The primary key of an item: partition key `PK` and sort key `SK`.
package struct Key: Sendable {
  package var partition: String
  package var sort: String

  package init(_ partition: String, _ sort: String) {
    self.partition = partition
    self.sort = sort
  }
}

extension Key: Hashable {
  package static func == (left: Key, right: Key) -> Bool {
    String.areSame(left.partition, right.partition) && String.areSame(left.sort, right.sort)
  }

  package func hash(into hasher: inout Hasher) {
    for byte in partition.utf8 { hasher.combine(byte) }
    hasher.combine(UInt8(0xFF))  // never part of UTF-8, so ("ab","c") and ("a","bc") differ
    for byte in sort.utf8 { hasher.combine(byte) }
  }
}

extension Key: CustomStringConvertible {
  package var description: String { "\(partition)/\(sort)" }
}

/// Names of the attributes that the table itself reads.
package enum AttributeName {
  package static let partition = "PK"
  package static let sort = "SK"
  /// Epoch seconds from which on the item no longer exists.
  package static let ttl = "ttl"
  /// Counts writes of records that are changed optimistically; see `Condition.version(_:)`.
  package static let version = "version"
}

/// The table itself or one of its three global secondary indexes.
package enum Index: UInt8, Sendable, CaseIterable {
  case base = 0
  case gsi1 = 1
  case gsi2 = 2
  case gsi3 = 3

  package static let secondary: [Index] = [.gsi1, .gsi2, .gsi3]

  package var partitionName: String {
    switch self {
    case .base: AttributeName.partition
    case .gsi1: "GSI1PK"
    case .gsi2: "GSI2PK"
    case .gsi3: "GSI3PK"
    }
  }

  package var sortName: String {
    switch self {
    case .base: AttributeName.sort
    case .gsi1: "GSI1SK"
    case .gsi2: "GSI2SK"
    case .gsi3: "GSI3SK"
    }
  }
}
