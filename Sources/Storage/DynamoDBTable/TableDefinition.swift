import AWS
import SingleTable

/// What makes a table ours: its keys, its three indexes and its ttl, as `deploy/cdk` has them too.
///
/// How it is paid, encrypted and backed up may be each environment's own.
struct TableDefinition: Sendable, Equatable {
  /// An index, or the table itself.
  struct Keys: Sendable, Equatable, CustomStringConvertible {
    /// Names with their types, the partition's first: `GSI1PK S`.
    var names: [String]
    /// Which attributes an index has; nil for the table itself.
    var projection: String?

    var description: String {
      names.joined(separator: ", ") + (projection.map { ", projection \($0)" } ?? "")
    }
  }

  var table: Keys
  var indexes: [String: Keys]
  /// The attribute that says when an item expires; nil when nothing ever does.
  var ttl: String?

  static let ours = TableDefinition(
    table: keys(of: .base, projection: nil),
    indexes: Dictionary(
      uniqueKeysWithValues: Index.secondary.map {
        ($0.wireName, keys(of: $0, projection: "ALL"))
      }
    ),
    ttl: AttributeName.ttl
  )

  private static func keys(of index: Index, projection: String?) -> Keys {
    let type = AttributeType.string.rawValue
    return Keys(
      names: [index.partitionName, index.sortName].map { "\($0) \(type)" },
      projection: projection
    )
  }

  /// What has to change to make this table ours, a line each.
  var problems: [String] {
    var problems: [String] = []
    func compare(_ part: String, _ found: String?, _ expected: String?) {
      guard found != expected else { return }
      problems.append("\(part): is \(found ?? "not there"), must be \(expected ?? "not there")")
    }
    compare("keys", table.description, Self.ours.table.description)
    for name in Set(indexes.keys).union(Self.ours.indexes.keys).sorted() {
      compare(name, indexes[name]?.description, Self.ours.indexes[name]?.description)
    }
    compare("ttl", ttl, Self.ours.ttl)
    return problems
  }
}

/// A table as DescribeTable tells of it.
struct TableDescription: Sendable {
  /// `CREATING`, `ACTIVE` and others.
  let status: String
  /// Its ttl is told elsewhere.
  let definition: TableDefinition

  init?(_ answer: JSON) {
    guard let table = answer["Table"], let status = table["TableStatus"]?.string else { return nil }
    self.status = status
    var types: [String: String] = [:]
    for attribute in table["AttributeDefinitions"]?.elements ?? [] {
      guard let name = attribute["AttributeName"]?.string else { return nil }
      types[name] = attribute["AttributeType"]?.string
    }
    var indexes: [String: TableDefinition.Keys] = [:]
    for kind in ["GlobalSecondaryIndexes", "LocalSecondaryIndexes"] {
      for index in table[kind]?.elements ?? [] {
        guard let name = index["IndexName"]?.string else { return nil }
        indexes[name] = Self.keys(of: index, types: types)
      }
    }
    definition = TableDefinition(
      table: Self.keys(of: table, types: types),
      indexes: indexes,
      ttl: nil
    )
  }

  private static func keys(of json: JSON, types: [String: String]) -> TableDefinition.Keys {
    let parts = json["KeySchema"]?.elements ?? []
    let names = ["HASH", "RANGE"].compactMap { kind in
      parts.first { $0["KeyType"]?.string == kind }?["AttributeName"]?.string
    }
    return TableDefinition.Keys(
      names: names.map { "\($0) \(types[$0] ?? "?")" },
      projection: json["Projection"]?["ProjectionType"]?.string
    )
  }
}
