import AWS
import NIOCore
package import SingleTable

/// The table itself: keys, three indexes and ttl.
extension DynamoDBTable {
  /// Makes the table, paid by request, and waits until it can be used.
  ///
  /// One of ours that is there already is left as it is, any other refused and left as it is.
  /// - Returns: whether the table is new.
  package nonisolated(nonsending) func create() async throws(TableError) -> Bool {
    let isNew = try await describe() == nil
    if isNew {
      _ = try await ask(.createTable, Self.definition) { $0.members == nil ? nil : true }
    }
    var definition = try await awaitUse()
    if !isNew { definition.ttl = try await ttl() }
    let problems = definition.problems
    // Without its ttl and empty, a table is one whose making was broken off.
    if problems.count == 1, definition.ttl == nil {
      let isEmpty = if isNew { true } else { try await !holdsItems() }
      if isEmpty {
        try await keepTime()
        return true
      }
    }
    guard problems.isEmpty else { throw Self.another("create", problems) }
    return false
  }

  /// Refuses a table that is not there or is none of ours, and changes nothing.
  package nonisolated(nonsending) func inspect() async throws(TableError) {
    let problems = try await problems()
    guard problems.isEmpty else { throw Self.another("open", problems) }
  }

  /// What of the table's keys, indexes and ttl is not as it must be, a line each.
  package nonisolated(nonsending) func problems() async throws(TableError) -> [String] {
    guard var definition = try await describe()?.definition else { throw .noTable }
    definition.ttl = try await ttl()
    return definition.problems
  }

  /// Removes the table with all that is in it.
  package nonisolated(nonsending) func drop() async throws(TableError) {
    _ = try await ask(.deleteTable, { _ in }, reading: \.self)
  }

  private static func another(_ stage: String, _ problems: [String]) -> TableError {
    .unavailable(stage: stage, reason: "not a table of ours: \(problems.joined(separator: "; "))")
  }

  /// Nil when there is no table of that name.
  private nonisolated(nonsending) func describe() async throws(TableError) -> TableDescription? {
    do throws(TableError) {
      return try await ask(.describeTable, { _ in }, reading: { TableDescription($0) })
    } catch {
      guard error == .noTable else { throw error }
      return nil
    }
  }

  /// The attribute of the ttl, where it is on.
  private nonisolated(nonsending) func ttl() async throws(TableError) -> String? {
    let answer = try await ask(.describeTimeToLive, { _ in }, reading: \.self)
    let ttl = answer["TimeToLiveDescription"]
    let isOn = ["ENABLED", "ENABLING"].contains(ttl?["TimeToLiveStatus"]?.string)
    return isOn ? ttl?["AttributeName"]?.string : nil
  }

  private nonisolated(nonsending) func awaitUse() async throws(TableError) -> TableDefinition {
    for _ in 0..<Limits.creationLooksMax {
      let found = try await describe()
      switch found?.status {
      case "ACTIVE", "UPDATING": if let found { return found.definition }
      // A new table may not be seen at once.
      case "CREATING", nil: break
      case let status?:
        throw .unavailable(stage: "create", reason: "the table's status is \(status)")
      }
      do {
        try await options.clock.sleep(.seconds(1))
      } catch { throw .unavailable(stage: "create", reason: "cancelled") }
    }
    throw .unavailable(stage: "create", reason: "the table does not become active")
  }

  private nonisolated(nonsending) func keepTime() async throws(TableError) {
    _ = try await ask(
      .updateTimeToLive,
      { json in
        json.name("TimeToLiveSpecification")
        json.object { json in
          json.member("AttributeName", AttributeName.ttl)
          json.member("Enabled", bool: true)
        }
      },
      reading: \.self
    )
  }

  private static func definition(_ json: inout JSONWriter) {
    json.member("BillingMode", "PAY_PER_REQUEST")
    json.name("SSESpecification")
    json.object { json in json.member("Enabled", bool: true) }
    json.name("AttributeDefinitions")
    json.array { json in
      for name in Index.allCases.flatMap({ [$0.partitionName, $0.sortName] }) {
        json.object { json in
          json.member("AttributeName", name)
          json.member("AttributeType", AttributeType.string.rawValue)
        }
      }
    }
    keySchema(of: .base, to: &json)
    json.name("GlobalSecondaryIndexes")
    json.array { json in
      for index in Index.secondary {
        json.object { json in
          json.member("IndexName", index.wireName)
          keySchema(of: index, to: &json)
          json.name("Projection")
          json.object { json in json.member("ProjectionType", "ALL") }
        }
      }
    }
  }

  private static func keySchema(of index: Index, to json: inout JSONWriter) {
    json.name("KeySchema")
    json.array { json in
      for (name, kind) in [(index.partitionName, "HASH"), (index.sortName, "RANGE")] {
        json.object { json in
          json.member("AttributeName", name)
          json.member("KeyType", kind)
        }
      }
    }
  }
}
