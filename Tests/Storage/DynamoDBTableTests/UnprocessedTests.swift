import AWS
import DynamoDBTable
import Foundation
import NIOCore
import ScriptedHTTP
import SingleTable
import Testing

/// Batches of which DynamoDB does only a part, as it does when they are too much at once.
@Suite("DynamoDB: what batches leave undone")
struct UnprocessedTests {
  private static let items = (0..<60).map { Item(Key("PANTRY#lan", "\($0)"), ["n": .int($0)]) }

  private static let policy = RetryPolicy(attemptTimeout: .seconds(20))

  /// Nothing of the request is done.
  private static func undone(_ request: SeenRequest) -> Fault {
    guard let document = try? JSONSerialization.jsonObject(with: Data(request.body)),
      let part = (document as? [String: Any])?["RequestItems"],
      let answer = try? JSONSerialization.data(
        withJSONObject: request.operation == "BatchGetItem"
          ? ["Responses": [String: Any](), "UnprocessedKeys": part] : ["UnprocessedItems": part]
      )
    else {
      Issue.record("not a batch: \(request.operation)")
      return .none
    }
    return .answered(Array(answer))
  }

  @Test("is written with what comes next")
  func written() async throws {
    try await FaultyTable.run(
      script: { number, request in
        number < 2 ? Self.undone(request) : .none
      },
      policy: Self.policy
    ) { table, real, service in
      try await table.batchWrite(Self.items.map { .put($0) })
      #expect(try await real.batchGet(Self.items.compactMap(\.key)) == Self.items)
      // 60 in parts of 25, and two of the parts again.
      #expect(service.seen.count == 5)
    }
  }

  @Test("is read with what comes next")
  func read() async throws {
    try await FaultyTable.run(
      script: { number, request in
        number < 2 ? Self.undone(request) : .none
      },
      policy: Self.policy
    ) { table, real, service in
      try await real.batchWrite(Self.items.map { .put($0) })
      #expect(try await table.batchGet(Self.items.compactMap(\.key)) == Self.items)
      #expect(service.seen.count == 3)
    }
  }

  @Test("is given up when nothing at all is done any more")
  func never() async throws {
    try await FaultyTable.run(
      script: { _, request in Self.undone(request) },
      policy: Self.policy
    ) { table, _, service in
      await #expect(throws: TableError.throttled(stage: "write")) {
        try await table.batchWrite(Self.items.map { .put($0) })
      }
      #expect(service.seen.count == 8)
      await #expect(throws: TableError.throttled(stage: "read")) {
        try await table.batchGet(Self.items.compactMap(\.key))
      }
      #expect(service.seen.count == 16)
    }
  }
}
