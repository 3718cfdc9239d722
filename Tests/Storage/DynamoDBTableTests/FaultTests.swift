import AWS
import DynamoDBTable
import NIOCore
import ScriptedHTTP
import SingleTable
import Synchronization
import TestTables
import Testing

/// What DynamoDB's side can do to a request, and what must hold all the same: nothing takes effect
/// twice, nothing acknowledged is lost, deadlines are kept, retries end.
@Suite("DynamoDB: faults")
struct FaultTests {
  private static let key = Key("COOKING#lan", "STATS")
  private static let addOne = Update().add("n", 1)

  static let harmless: [Fault] = [
    .refused(status: 400, code: "ThrottlingException"),
    .refused(status: 400, code: "ProvisionedThroughputExceededException"),
    .refused(status: 400, code: "RequestLimitExceeded"),
    .refused(status: 400, code: "ExpiredTokenException"),
  ]

  @Test("what was refused before it began is sent again", arguments: harmless)
  func refusals(_ fault: Fault) async throws {
    try await FaultyTable.run(script: { number, _ in number < 2 ? fault : .none }) {
      table,
      real,
      service in
      let new = try await table.update(Self.key, Self.addOne)
      #expect(new?["n"] == 1)
      #expect(service.seen.count == 3)
      #expect(try await real.get(Self.key)?["n"] == 1)
    }
  }

  static let lost: [(fault: Fault, isDone: Bool)] = [
    (.dropped(isDone: false), false), (.dropped(isDone: true), true),
    (.silent(isDone: false), false), (.silent(isDone: true), true), (.cutOff, true),
    (.failed(status: 500), true), (.failed(status: 503), true),
    (.refused(status: 500, code: "InternalServerError"), false),
  ]

  @Test("a write whose answer is lost is not sent again, and says that it may be done")
  func lostWrites() async throws {
    for (fault, isDone) in Self.lost {
      try await FaultyTable.run(script: { _, _ in fault }) { table, real, service in
        await expectUnknown("\(fault)") { _ = try await table.update(Self.key, Self.addOne) }
        #expect(service.seen.count == 1, "\(fault)")
        let stored = try await real.get(Self.key)
        #expect(stored?["n"] == (isDone ? 1 : nil), "\(fault)")
      }
    }
  }

  @Test("a transaction whose answer is lost is done once")
  func lostTransactions() async throws {
    for (fault, _) in Self.lost {
      try await FaultyTable.run(script: { number, _ in number < 2 ? fault : .none }) {
        table,
        real,
        service in
        try await table.transactWrite([.update(Self.key, Self.addOne)])
        #expect(service.seen.count == 3, "\(fault)")
        #expect(Set(service.seen.map(\.body)).count == 1, "\(fault): one token, one request")
        #expect(try await real.get(Self.key)?["n"] == 1, "\(fault)")
      }
    }
  }

  @Test("a read whose answer is lost is sent again")
  func lostReads() async throws {
    for (fault, _) in Self.lost {
      try await FaultyTable.run(script: { number, _ in number < 2 ? fault : .none }) {
        table,
        real,
        _ in
        try await real.put(Item(Self.key, ["n": 7]))
        #expect(try await table.get(Self.key)?["n"] == 7, "\(fault)")
      }
    }
  }

  @Test("no answer is awaited past the caller's deadline")
  func deadlines() async throws {
    let deadline = Mutex(NIODeadline.now())
    try await FaultyTable.run(
      script: { _, _ in .silent(isDone: false) },
      policy: RetryPolicy(attemptTimeout: .seconds(60)),
      deadline: { deadline.withLock { $0 } }
    ) { table, _, service in
      let start = NIODeadline.now()
      deadline.withLock { $0 = start + .milliseconds(200) }
      await #expect(throws: TableError.self) { try await table.get(Self.key) }
      // Past it nothing is even sent.
      await #expect(
        throws: TableError.unavailable(stage: "write", reason: "no answer before the deadline")
      ) { try await table.put(Item(Self.key)) }
      #expect(service.seen.count <= 1)
      deadline.withLock { $0 = .now() + .milliseconds(200) }
      await expectUnknown("put") { try await table.put(Item(Self.key)) }
      #expect(NIODeadline.now() - start < .seconds(5))
      #expect(service.seen.count <= 2)
    }
  }

  @Test("one call is tried four times, and many calls only as often as the quota pays for")
  func bounds() async throws {
    let refused = Fault.refused(status: 400, code: "ThrottlingException")
    try await FaultyTable.run(script: { _, _ in refused }) { table, _, service in
      await #expect(throws: TableError.throttled(stage: "read")) { try await table.get(Self.key) }
      #expect(service.seen.count == 4)
      for _ in 0..<100 {
        await #expect(throws: TableError.throttled(stage: "read")) {
          try await table.get(Self.key)
        }
      }
      #expect(service.seen.count == 101 + RetryQuota.capacity / 5)
    }
  }

  @Test("nobody listens: nothing was done")
  func nobodyThere() async throws {
    let moto = try await Moto.shared()
    let service = try await FaultyService(upstream: moto.endpoint.url) { _, _ in .none }
    let url = service.url
    try await service.close()
    let client = AWSClient(
      service: DynamoDBTable.service,
      region: Moto.region,
      endpoint: Endpoint(url),
      credentials: CredentialCache(
        StaticCredentials(Credentials(accessKeyID: "test", secretAccessKey: "test"))
      ),
      pool: moto.pool,
      clock: AWSClock(sleep: { _ in })
    )
    let table = DynamoDBTable(name: "none", client: client)
    do throws(TableError) {
      try await table.put(Item(Self.key))
      Issue.record("there is nobody")
    } catch {
      guard case .unavailable(let stage, _) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(stage == "write")
    }
  }

  /// A source that gives another key each time.
  private final class Rotation: CredentialSource {
    let loads = Mutex(0)
    let name = "rotation"

    nonisolated(nonsending) func load() async throws(CredentialError) -> Credentials? {
      let number = loads.withLock { loads in
        loads += 1
        return loads
      }
      return Credentials(accessKeyID: "key\(number)", secretAccessKey: "s", sessionToken: "t")
    }
  }

  @Test("expired credentials are renewed once for all who met it")
  func expiredCredentials() async throws {
    let rotation = Rotation()
    let script: FaultyService.Script = { _, request in
      request.authorization.contains("key1/")
        ? .refused(status: 400, code: "ExpiredTokenException") : .none
    }
    try await FaultyTable.run(
      script: script,
      policy: RetryPolicy(attemptTimeout: .seconds(20)),
      credentials: CredentialCache(rotation)
    ) { table, real, _ in
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<32 {
          group.addTask { try await table.update(Self.key, Self.addOne) }
        }
        try await group.waitForAll()
      }
      #expect(rotation.loads.withLock { $0 } == 2)
      #expect(try await real.get(Self.key)?["n"] == 32)
    }
  }

  @Test("whatever happens to requests, what is acknowledged happened, and nothing happened twice")
  func anything() async throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("faults: seed \(seed)")
    let faults = Self.lost.map(\.fault) + Self.harmless + Array(repeating: .none, count: 12)
    try await FaultyTable.run(
      script: { number, _ in
        var random = SeededRandom(seed: seed &+ UInt64(number))
        return faults.randomElement(using: &random) ?? .none
      },
      policy: RetryPolicy(attemptTimeout: .milliseconds(300))
    ) { table, real, _ in
      for (attribute, isTransaction) in [("alone", false), ("together", true)] {
        var acknowledged = 0
        var unknown = 0
        for _ in 0..<30 {
          let update = Update().add(AttributePath(attribute), 1)
          do throws(TableError) {
            if isTransaction {
              try await table.transactWrite([.update(Self.key, update)])
            } else {
              try await table.update(Self.key, update)
            }
            acknowledged += 1
          } catch { if case .unavailable("commit", _) = error { unknown += 1 } }
        }
        let count = try await real.get(Self.key)?[attribute]?.intValue ?? 0
        #expect((acknowledged...acknowledged + unknown).contains(count), "\(attribute)")
      }
    }
  }

  private func expectUnknown(_ comment: String, _ body: () async throws -> Void) async {
    do {
      try await body()
      Issue.record("\(comment): was answered")
    } catch TableError.unavailable("commit", _) {
      // As it should be.
    } catch { Issue.record("\(comment): \(error)") }
  }
}
