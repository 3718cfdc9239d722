import AISuggestion
import Contracts
import IngredientValidator
import Logging
import NIOPosix
import PageTokens
import RPC
import SeedData
import ServiceKit
import SingleTable
import TestTables

/// Suggestions as they are deployed, on foods and recipes of the product, with a model on a Bedrock
/// that does what a test says.
final class SuggestionKitchen: Sendable {
  let bedrock: BedrockServer
  let client: AISuggestionServiceClient
  private let table: TestTable
  private let servers: [RPCServer]
  private let channels: [ClientChannel]

  /// More than all tests together cost.
  private static let budgetMicroUSD: Int64 = 100_000_000

  private init(_ bedrock: BedrockServer) async throws {
    self.bedrock = bedrock
    let table = try await TestTable(.sqlite)
    self.table = table
    let foods = try await Self.serve(
      IngredientValidatorService.wiring(seed: { Seed.ingredients }),
      on: table
    )
    let suggestions = try await Self.serve(
      AISuggestionService.wiring(seed: { Seed.recipes }),
      on: table,
      peers: ["ingredient-validator": foods.channel],
      model: PaidModel(
        model: bedrock.model(),
        prices: TokenPrices(inputMicroUSD: 250_000, outputMicroUSD: 1_250_000),
        monthBudgetMicroUSD: Self.budgetMicroUSD
      )
    )
    servers = [suggestions.server, foods.server]
    channels = [suggestions.channel, foods.channel]
    client = AISuggestionServiceClient(channel: suggestions.channel)
  }

  static func run(_ body: (SuggestionKitchen) async throws -> Void) async throws {
    try await BedrockServer.run { bedrock in
      let kitchen = try await SuggestionKitchen(bedrock)
      do {
        try await body(kitchen)
        await kitchen.stop()
      } catch {
        await kitchen.stop()
        throw error
      }
    }
  }

  /// Asks, and answers with every item of the table that is another than before.
  func suggest(
    _ request: SuggestRequest,
    within limit: Duration = .seconds(30)
  ) async throws -> (Suggestion, written: [Item]) {
    var before: [Key: Item] = [:]
    for item in try await stored() { if let key = item.key { before[key] = item } }
    let answer = try await client.suggest(request, options: CallOptions(timeout: limit))
    let written = try await stored().filter { item in item.key.flatMap { before[$0] } != item }
    return (answer.suggestion ?? Suggestion(), written)
  }

  /// Everything that any service has stored.
  func stored() async throws -> [Item] { try await table.everything() }

  private func stop() async {
    for channel in channels { await channel.close() }
    for server in servers { await server.drain(within: .seconds(2)) }
  }

  private static func serve(
    _ wiring: ServiceWiring,
    on table: TestTable,
    peers: [String: ClientChannel] = [:],
    model: PaidModel? = nil
  ) async throws -> (server: RPCServer, channel: ClientChannel) {
    let group = MultiThreadedEventLoopGroup.singleton
    let clock = table.clock
    let parts = try await wiring.make(
      ServiceNeeds(
        table: TableSlice(table.table, prefixes: wiring.slice),
        channels: peers,
        pageTokens: PageTokenSealer(secret: Array(repeating: 7, count: 32)),
        clock: ServiceClock { clock.now * 1000 },
        ids: UUIDv7Generator(),
        logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
        settings: [:],
        paidModel: model
      )
    )
    let server = RPCServer(
      services: [parts.definition],
      interceptors: [EverybodyIsLan()],
      group: group
    )
    let port = try await server.start(port: 0)
    let target = Target(host: "127.0.0.1", port: port)
    return (server, ClientChannel(target: target, group: group))
  }
}

/// Stands for the interceptor that verifies tokens.
private struct EverybodyIsLan: ServerInterceptor {
  func intercept(_ context: ServerContext, _ next: () async throws -> Void) async throws {
    context.principal = Principal(subject: "lan")
    try await next()
  }
}
