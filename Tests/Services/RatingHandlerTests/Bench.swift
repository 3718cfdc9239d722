import Contracts
import Logging
import NIOPosix
import PageTokens
import RPC
import ServiceKit
import SingleTable
import TestTables

@testable import RatingHandler

/// The service on a table of its own, with its peers behind a real connection.
struct Bench: Sendable {
  let service: RatingHandlerService
  let store: RatingStore
  let clock: TestClock
  let peers: Peers
  /// The peers', for a test that stops them.
  let server: RPCServer
  let port: Int
  private let needs: ServiceNeeds

  /// Runs a test and lets everything go.
  static func run(_ body: (Bench) async throws -> Void) async throws {
    let clock = TestClock()
    let file = try await TestTable(now: { clock.milliseconds / 1_000 })
    let peers = Peers()
    let (server, port) = try await peers.serve()
    let channel = ClientChannel(
      target: Target(host: "127.0.0.1", port: port),
      group: MultiThreadedEventLoopGroup.singleton,
      interceptors: [TestUser()]
    )
    let wiring = RatingHandlerService.wiring()
    let needs = ServiceNeeds(
      table: TableSlice(file.table, prefixes: wiring.slice),
      channels: Dictionary(uniqueKeysWithValues: wiring.peers.map { ($0, channel) }),
      pageTokens: PageTokenSealer(secret: Array(repeating: 7, count: 32)),
      clock: clock.service,
      ids: UUIDv7Generator(),
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
      settings: [:]
    )
    let bench = Bench(needs, clock, peers, server, port)
    do {
      try await body(bench)
      await bench.close(channel, file)
    } catch {
      await bench.close(channel, file)
      throw error
    }
  }

  private init(
    _ needs: ServiceNeeds,
    _ clock: TestClock,
    _ peers: Peers,
    _ server: RPCServer,
    _ port: Int
  ) {
    self.needs = needs
    self.service = RatingHandlerService(needs)
    self.store = service.store
    self.clock = clock
    self.peers = peers
    self.server = server
    self.port = port
  }

  /// The service as it is after a restart: nothing but the table is left.
  func restarted() -> Bench { Bench(needs, clock, peers, server, port) }

  /// The service on its table as another sees it.
  func on(_ wrap: (any Table) -> any Table) -> Bench {
    let needs = ServiceNeeds(
      table: wrap(needs.table),
      channels: needs.channels,
      pageTokens: needs.pageTokens,
      clock: needs.clock,
      ids: needs.ids,
      logger: needs.logger,
      settings: needs.settings
    )
    return Bench(needs, clock, peers, server, port)
  }

  private func close(_ channel: ClientChannel, _ table: TestTable) async {
    await channel.close()
    await server.drain(within: .seconds(1))
    withExtendedLifetime(table) {}
  }
}

extension ServerContext {
  /// A call by a user.
  static func by(
    _ user: String,
    within time: Duration = .seconds(10),
    request: String? = nil
  ) -> ServerContext {
    ServerContext(
      method: MethodDescriptor(service: "test", name: "Test"),
      metadata: request.map { [RequestID.header: $0] } ?? Metadata(),
      deadline: .after(time),
      principal: Principal(subject: user)
    )
  }
}

// MARK: - What people do

extension Bench {
  @discardableResult
  func rate(
    _ stars: Int32,
    _ recipe: String = "new",
    by user: String,
    comment: String = "",
    context: ServerContext? = nil
  ) async throws -> RateRecipeResponse {
    var request = RateRecipeRequest()
    request.recipeId = recipe
    request.stars = stars
    request.comment = comment
    let context = context ?? .by(user)
    return try await ServerContext.$current.withValue(context) {
      try await service.rateRecipe(request, context: context)
    }
  }

  func summary(_ recipe: String = "new") async throws -> RatingSummary {
    var request = GetRatingSummaryRequest()
    request.recipeId = recipe
    let response = try await service.getRatingSummary(request, context: .by("reader"))
    guard let summary = response.summary else { throw Missing() }
    return summary
  }

  @discardableResult
  func takeBack(
    by user: String,
    _ recipe: String = "new",
    context: ServerContext? = nil
  ) async throws -> DeleteRatingResponse {
    var request = DeleteRatingRequest()
    request.recipeId = recipe
    return try await service.deleteRating(request, context: context ?? .by(user))
  }

  func mine(_ user: String, _ recipe: String = "new") async throws -> Rating {
    var request = GetMyRatingRequest()
    request.recipeId = recipe
    guard
      let rating = try await service.getMyRating(request, context: .by(user)).rating
    else { throw Missing() }
    return rating
  }

  @discardableResult
  func override(
    _ approval: ApprovalState,
    _ recipe: String = "new"
  ) async throws -> RatingSummary {
    var request = OverrideApprovalRequest()
    request.recipeId = recipe
    request.approval = approval
    request.reason = "tried it"
    let response = try await service.overrideApproval(request, context: .by("admin"))
    guard let summary = response.summary else { throw Missing() }
    return summary
  }

  /// One round of the outbox over all shards.
  func send() async { await service.sender.send(OutboxShard.all) }

  /// Rows that wait in the outbox.
  func waiting() async throws -> [OutboxRow] {
    var rows: [OutboxRow] = []
    for shard in OutboxShard.all {
      rows += try await store.news(in: shard, from: nil, count: 1_000).records(OutboxRow.self)
    }
    return rows
  }

  struct Missing: Error {}
}
