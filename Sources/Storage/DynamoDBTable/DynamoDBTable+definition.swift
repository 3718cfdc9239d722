import AWS
import NIOCore
package import SingleTable

/// The table itself: keys, three indexes and ttl, paid by request.
extension DynamoDBTable {
  /// Makes the table and waits until it can be used; refused when there is one of that name.
  package nonisolated(nonsending) func create() async throws(TableError) {
    _ = try await ask(.createTable, Self.definition) { $0.members == nil ? nil : true }
    for _ in 0..<Limits.creationLooksMax {
      let status = try await ask(.describeTable, { _ in }, reading: \.self)
      if status["Table"]?["TableStatus"]?.string == "ACTIVE" { return try await keepTime() }
      do {
        try await options.clock.sleep(.seconds(1))
      } catch { throw .unavailable(stage: "create", reason: "cancelled") }
    }
    throw .unavailable(stage: "create", reason: "the table does not become active")
  }

  /// Removes the table with all that is in it.
  package nonisolated(nonsending) func drop() async throws(TableError) {
    _ = try await ask(.deleteTable, { _ in }, reading: \.self)
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
