import Contracts
import Logging
import NIOPosix
import PageTokens
import RPC
import ServiceKit
import SingleTable
import TestTables

@testable import CookingHistory

/// The service on a table of its own, with its peer behind a real connection.
struct Bench: Sendable {
  let service: CookingHistoryService
  let table: any Table
  let clock: TestClock
  let book: RecipeBook
  /// The peer's, for a test that stops it.
  let server: RPCServer
  let port: Int

  /// Runs a test and lets everything go.
  static func run(_ body: (Bench) async throws -> Void) async throws {
    let clock = TestClock()
    let file = try await TestTable(now: { clock.milliseconds / 1_000 })
    let book = RecipeBook()
    let (server, port) = try await book.serve()
    let channel = ClientChannel(
      target: Target(host: "127.0.0.1", port: port),
      group: MultiThreadedEventLoopGroup.singleton
    )
    let wiring = CookingHistoryService.wiring()
    let table = TableSlice(file.table, prefixes: wiring.slice)
    let service = CookingHistoryService(
      ServiceNeeds(
        table: table,
        channels: ["ai-suggestion": channel],
        pageTokens: PageTokenSealer(secret: Array(repeating: 7, count: 32)),
        clock: clock.service,
        ids: UUIDv7Generator(),
        logger: Logger(label: "test"),
        settings: [:]
      )
    )
    let bench = Bench(
      service: service,
      table: table,
      clock: clock,
      book: book,
      server: server,
      port: port
    )
    do {
      try await body(bench)
      await bench.close(channel, file)
    } catch {
      await bench.close(channel, file)
      throw error
    }
  }

  private func close(_ channel: ClientChannel, _ table: TestTable) async {
    await channel.close()
    await server.drain(within: .seconds(1))
    withExtendedLifetime(table) {}
  }
}

extension ServerContext {
  /// A call by a user.
  static func by(_ user: String, _ metadata: Metadata = Metadata()) -> ServerContext {
    ServerContext(
      method: MethodDescriptor(service: "test", name: "Test"),
      metadata: metadata,
      deadline: .after(.seconds(10)),
      principal: Principal(subject: user)
    )
  }

  /// A call by another service.
  static var byService: ServerContext {
    ServerContext(
      method: MethodDescriptor(service: "test", name: "Test"),
      deadline: .after(.seconds(10)),
      principal: Principal(subject: "rating-handler", kind: .service)
    )
  }
}

// MARK: - What a user does

extension Bench {
  func start(
    _ user: String = "lan",
    _ recipe: String = "pho-bo",
    key: String = "",
    context: ServerContext? = nil
  ) async throws -> CookingSession {
    var request = StartCookingRequest()
    request.recipeId = recipe
    request.idempotencyKey = key
    let response = try await service.startCooking(request, context: context ?? .by(user))
    return try require(response.session)
  }

  func complete(_ id: String, by user: String = "lan") async throws -> CookingSession {
    var request = CompleteCookingRequest()
    request.id = id
    return try require(
      try await service.completeCooking(request, context: .by(user)).session
    )
  }

  func abandon(_ id: String, by user: String = "lan") async throws -> CookingSession {
    var request = AbandonCookingRequest()
    request.id = id
    return try require(try await service.abandonCooking(request, context: .by(user)).session)
  }

  func get(_ id: String, by user: String = "lan") async throws -> CookingSession {
    var request = GetSessionRequest()
    request.id = id
    return try require(try await service.getSession(request, context: .by(user)).session)
  }

  func delete(_ id: String, by user: String = "lan") async throws {
    var request = DeleteSessionRequest()
    request.id = id
    _ = try await service.deleteSession(request, context: .by(user))
  }

  /// Starts, lets the minutes pass, completes.
  @discardableResult
  func cook(
    _ user: String = "lan",
    _ recipe: String = "pho-bo",
    minutes: Int64 = 30
  ) async throws -> CookingSession {
    let session = try await start(user, recipe)
    clock.advance(minutes: minutes)
    return try await complete(session.id, by: user)
  }

  func stats(_ user: String = "lan") async throws -> CookingStats {
    try require(
      try await service.getCookingStats(GetCookingStatsRequest(), context: .by(user)).stats
    )
  }

  func verify(_ user: String = "lan", _ recipe: String = "pho-bo") async throws
    -> VerifyCookResponse
  {
    var request = VerifyCookRequest()
    request.userId = user
    request.recipeId = recipe
    return try await service.verifyCook(request, context: .byService)
  }

  private func require<Value>(_ value: Value?) throws -> Value {
    guard let value else { throw Missing() }
    return value
  }

  struct Missing: Error {}
}
