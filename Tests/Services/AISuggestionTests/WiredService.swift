import Contracts
import Identity
import NIOPosix
import RPC
import ServiceKit

@testable import AISuggestion

/// The service behind a server of its own, with a validator behind another that lets in whom the
/// contract permits.
final class WiredService: Sendable {
  let client: AISuggestionServiceClient
  let validator = StubValidator()
  let toValidator: ClientChannel
  /// What Lan shows with every call.
  let authorization: String
  let test: TestService
  private let servers: [RPCServer]
  private let channels: [ClientChannel]

  init(recipes: [StoredRecipe] = [], model: PaidModel? = nil) async throws {
    test = try await TestService(recipes: recipes)
    let group = MultiThreadedEventLoopGroup.singleton
    let issuer = LocalIssuer()
    let policy = AccessPolicy(ContractsSchema.registry)
    let verifier = await TokenVerifier(trusting: issuer)
    authorization = "Bearer \(try await issuer.userToken(subject: "lan", validFor: 3_600))"
    let validatorServer = RPCServer(
      services: [validator.definition],
      interceptors: [
        IdentityInterceptor(authenticator: Authenticator(verifier: verifier, policy: policy))
      ],
      group: group
    )
    let validatorPort = try await validatorServer.start(port: 0)
    toValidator = ClientChannel(
      target: Target(host: "127.0.0.1", port: validatorPort),
      group: group,
      interceptors: [
        OutgoingIdentity(
          policy: policy,
          source: LocalServiceTokens(issuer: issuer, service: "ai-suggestion")
        )
      ]
    )
    let parts = try await AISuggestionService.wiring(seed: { [] }).make(
      ServiceNeeds(
        table: test.needs.table,
        channels: ["ingredient-validator": toValidator],
        pageTokens: test.needs.pageTokens,
        clock: test.needs.clock,
        ids: test.needs.ids,
        logger: .silent,
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
    let channel = ClientChannel(
      target: Target(host: "127.0.0.1", port: port),
      group: group,
      interceptors: [Showing(authorization: authorization)]
    )
    client = AISuggestionServiceClient(channel: channel)
    servers = [server, validatorServer]
    channels = [channel, toValidator]
  }

  func stop() async {
    for channel in channels { await channel.close() }
    for server in servers { await server.drain(within: .seconds(2)) }
  }

  static func run(
    recipes: [StoredRecipe] = [],
    model: PaidModel? = nil,
    _ body: (WiredService) async throws -> Void
  ) async throws {
    let service = try await WiredService(recipes: recipes, model: model)
    do {
      try await body(service)
      await service.stop()
    } catch {
      await service.stop()
      throw error
    }
  }
}

/// Sends the same token with every call.
private struct Showing: ClientInterceptor {
  let authorization: String

  func intercept(_ context: ClientContext, _ next: () async throws -> Void) async throws {
    context.metadata.append("authorization", authorization)
    try await next()
  }
}

extension PaidModel {
  static func test(_ model: any TextModel, budget: Int64 = 1_000_000) -> PaidModel {
    PaidModel(model: model, prices: ScriptedText.prices, monthBudgetMicroUSD: budget)
  }
}
