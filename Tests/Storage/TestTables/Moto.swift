package import AWS
package import DynamoDBTable
package import Foundation
import NIOCore
import NIOPosix
import SingleTable
import Synchronization
import TestPrograms

/// The DynamoDB that tests have: one moto for the whole run, a table of it for each test.
package struct Moto: Sendable {
  /// The origin, as in `http://127.0.0.1:41231`.
  package let endpoint: Endpoint
  package let pool: HTTPPool
  private let program: Program
  private let dropped = Dropped()

  package static let region = Region("ap-southeast-1")
  /// Keys that moto takes as it takes any.
  package static let keys = ["AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test"]

  private static let sources = URL(filePath: #filePath).deletingLastPathComponent()
  /// The Python that has moto and botocore.
  package static let python = sources.deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: ".build/venv/bin/python")

  /// Tables that their tests have let go of, which are removed when the next one is made.
  private final class Dropped: Sendable {
    let names = Mutex<[String]>([])
  }

  /// The running moto; it is started by the first test that asks.
  package static func shared() async throws -> Moto { try await starting.value() }

  private static let starting = Starting()

  private actor Starting {
    private var moto: Moto?
    private var waiting: [CheckedContinuation<Void, Never>] = []
    private var isStarting = false

    func value() async throws -> Moto {
      while isStarting { await withCheckedContinuation { waiting.append($0) } }
      if let moto { return moto }
      isStarting = true
      defer {
        isStarting = false
        for waiter in waiting { waiter.resume() }
        waiting = []
      }
      let started = try await Moto()
      moto = started
      return started
    }
  }

  private init() async throws {
    let python = Self.python
    guard FileManager.default.isExecutableFile(atPath: python.path()) else {
      throw Program.Failure(
        description: "\(python.path()) is missing: deploy/test.sh installs moto"
      )
    }
    program = try await Program(
      executable: python,
      ["-B", Self.sources.appending(path: "serve_moto.py").path()]
    )
    let address = try program.address("moto")
    guard let endpoint = Endpoint("http://" + address) else {
      throw Program.Failure(description: "no origin: \(address)")
    }
    self.endpoint = endpoint
    pool = HTTPPool(group: MultiThreadedEventLoopGroup.singleton)
  }

  /// A client of the service that signs with the test's keys.
  package func client(clock: AWSClock = AWSClock()) -> AWSClient {
    AWSClient(
      service: DynamoDBTable.service,
      region: Self.region,
      endpoint: endpoint,
      credentials: CredentialCache(
        StaticCredentials(Credentials(accessKeyID: "test", secretAccessKey: "test"))
      ),
      pool: pool,
      // Longer than it takes moto to copy a large table, which it does for each transaction.
      policy: RetryPolicy(attemptTimeout: .seconds(60), callTimeout: .seconds(120)),
      clock: clock
    )
  }

  /// An empty table of its own name.
  package func makeTable(options: DynamoDBTable.Options) async throws -> DynamoDBTable {
    for name in dropped.names.withLock({ names in
      defer { names = [] }
      return names
    }) {
      try await DynamoDBTable(name: name, client: client()).drop()
    }
    let table = DynamoDBTable(
      name: "test-\(UUID().uuidString)",
      client: client(),
      options: options
    )
    _ = try await table.create()
    return table
  }

  func letGo(_ table: DynamoDBTable) {
    dropped.names.withLock { $0.append(table.name) }
  }
}
