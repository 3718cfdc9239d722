package import AWS
import Foundation
package import NIOCore
import SingleTable

/// The table in DynamoDB.
///
/// | asked of the table | sent |
/// |---|---|
/// | `get`, `query`, `scan` | GetItem, Query, Scan |
/// | `batchGet`, `batchWrite` | BatchGetItem by 100, BatchWriteItem by 25, until nothing is left undone |
/// | `write` | PutItem, UpdateItem, DeleteItem; a check is a GetItem |
/// | `transactGet`, `transactWrite` | TransactGetItems, TransactWriteItems with a `ClientRequestToken` |
///
/// A write whose outcome is unknown, because its answer was lost, never takes effect twice: a
/// transaction is sent again under its token, and any other write is not sent again but fails with
/// `unavailable(stage: "commit")`. Sending a conditional write again would be no help: when it
/// meets its own effect, its condition fails just as it does when somebody else was faster. What
/// is known not to have happened (throttling, no connection) is always sent again.
///
/// Items that have expired are still in DynamoDB for days. They are left out of what is read, and
/// conditions are sent so that they hold for such an item as for none; `Query.limit` counts them,
/// so a page may be shorter than it.
package final class DynamoDBTable: Table {
  package struct Options: Sendable {
    /// The wall clock in epoch seconds, against which `ttl` is held.
    package var now: @Sendable () -> Int64
    /// By when the call that is being served must have ended; asked before each request.
    package var deadline: @Sendable () -> NIODeadline?
    /// Told what each request has cost, on the task that caused it.
    package var consumed: @Sendable (ConsumedCapacity) -> Void
    /// Pauses and their chance, for what is asked again at this level.
    package var clock: AWSClock

    package init(
      now: (@Sendable () -> Int64)? = nil,
      deadline: @escaping @Sendable () -> NIODeadline? = { nil },
      consumed: @escaping @Sendable (ConsumedCapacity) -> Void = { _ in },
      clock: AWSClock = AWSClock()
    ) {
      self.now = now ?? clock.epochSeconds
      self.deadline = deadline
      self.consumed = consumed
      self.clock = clock
    }
  }

  /// The name of the service in signatures and in hosts.
  package static let service = "dynamodb"

  package let name: String
  let options: Options
  private let client: AWSClient

  /// `client` is one of the service `dynamodb`; `name` is the table's, which is there already.
  package init(name: String, client: AWSClient, options: Options = Options()) {
    self.name = name
    self.client = client
    self.options = options
  }

  /// Sends one request and reads its answer; nil from `read` is an answer that is not whole.
  nonisolated(nonsending) func ask<Answer: Sendable>(
    _ operation: Operation,
    isTableNamed: Bool = true,
    _ write: (inout JSONWriter) -> Void,
    reading read: (JSON) -> Answer?
  ) async throws(TableError) -> Answer {
    var json = JSONWriter()
    json.object { json in
      if isTableNamed { json.member("TableName", name) }
      if operation.isCounted { json.member("ReturnConsumedCapacity", "TOTAL") }
      write(&json)
    }
    let request = AWSRequest(
      headers: [
        .init("content-type", "application/x-amz-json-1.0"),
        .init("x-amz-target", "DynamoDB_20120810.\(operation.rawValue)"),
      ],
      body: json.bytes
    )
    do throws(AWSError) {
      let answer = try await client.send(
        request,
        isRepeatable: operation.isRepeatable,
        deadline: options.deadline()
      ) { response -> (Answer, ConsumedCapacity?)? in
        // What is no document, or lacks what it must have, was cut off.
        guard let document = try? JSON(parsing: response.body), let answer = read(document) else {
          return nil
        }
        return (answer, ConsumedCapacity(document, operation: operation))
      }
      if let consumed = answer.1 { options.consumed(consumed) }
      return answer.0
    } catch { throw TableError(error, operation: operation) }
  }

  /// Waits before a further round; false when there is no time for it.
  nonisolated(nonsending) func pause(beforeRound round: Int) async -> Bool {
    let longest = min(
      Limits.firstPauseMilliseconds << Int64(min(round, 10)),
      Limits.pauseMillisecondsMax
    )
    let pause = TimeAmount.milliseconds(Int64(Double(longest) * options.clock.jitter()))
    if let deadline = options.deadline(), options.clock.now() + pause >= deadline { return false }
    do {
      try await options.clock.sleep(pause)
      return true
    } catch { return false }
  }

  /// The item, unless it has expired.
  func live(_ item: Item?) -> Item? {
    item.flatMap { $0.isExpired(at: options.now()) ? nil : $0 }
  }
}
