import AWS
import DynamoDBTable
import NIOCore
import ScriptedHTTP
import TestTables

/// Tables behind a bad network.
enum FaultyTable {
  /// Runs a test with a table behind the faults; `real` is the same table without them.
  static func run(
    script: @escaping FaultyService.Script,
    policy: RetryPolicy = RetryPolicy(attemptTimeout: .milliseconds(500)),
    deadline: @escaping @Sendable () -> NIODeadline? = { nil },
    credentials: CredentialCache? = nil,
    _ body: (_ table: DynamoDBTable, _ real: DynamoDBTable, FaultyService) async throws -> Void
  ) async throws {
    let moto = try await Moto.shared()
    let real = try await moto.makeTable(options: .init())
    // No pause is waited for: how long they are is a rule of its own.
    let clock = AWSClock(sleep: { pause in
      if pause > .seconds(1) { try await Task.sleep(for: .nanoseconds(pause.nanoseconds)) }
    })
    try await FaultyService.run(upstream: moto.endpoint.url, script: script) { service in
      let client = AWSClient(
        service: DynamoDBTable.service,
        region: Moto.region,
        endpoint: Endpoint(service.url),
        credentials: credentials
          ?? CredentialCache(
            StaticCredentials(Credentials(accessKeyID: "test", secretAccessKey: "test"))
          ),
        pool: moto.pool,
        policy: policy,
        clock: clock
      )
      let table = DynamoDBTable(
        name: real.name,
        client: client,
        options: .init(deadline: deadline, clock: clock)
      )
      try await body(table, real, service)
    }
  }
}
