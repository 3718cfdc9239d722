import AISuggestion
import ArgumentParser
import Contracts
import CookingHistory
import GatewayHost
import IngredientValidator
import RatingHandler
import SeedData
import ServiceHost
import ServiceKit

/// Runs the four services and the gateway; the parts speak HTTP/2 to each other as anywhere.
struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Runs the four services and the gateway in this process."
  )

  @Option(help: "Where to listen.")
  var host = Desk.host

  @Option(
    help: """
      The gateway's port; 0 picks free ones for all. The services listen where the environment \
      says that they are reached (SMART_COOKING_AI_SUGGESTION and so on), else on 50051 to 50054.
      """
  )
  var port = Desk.gatewayPort

  @Option(help: "The port of /health and /metrics; none unless it is set.")
  var adminPort: Int?

  @Option(help: "The folder of everything that is written.")
  var data: String?

  @Flag(help: "Prints a call to try behind the ready line.")
  var example = false

  /// In the order in which the story meets them, and the ready line names them.
  private static let announced = [
    "ai-suggestion", "cooking-history", "rating-handler", "ingredient-validator",
  ]

  func run() async throws {
    var configuration = try Configuration(data: data)
    if let adminPort { configuration.adminListen = Address(host: host, port: adminPort) }
    let registry = ContractsSchema.registry
    try await Host.with(configuration, registry: registry, name: "smart-cooking") {
      try await serve(in: $0, configuration)
    }
  }

  private func serve(in process: Host, _ configuration: Configuration) async throws {
    var addresses: [String: Address] = [:]
    // A service is started after those that it calls.
    for wiring in [
      IngredientValidatorService.wiring(seed: { Seed.ingredients }),
      AISuggestionService.wiring(seed: { Seed.recipes }),
      CookingHistoryService.wiring(),
      RatingHandlerService.wiring(),
    ] {
      let port = port == 0 ? 0 : try configuration.port(of: wiring.name)
      addresses[wiring.name] = try await process.start(
        wiring,
        on: Address(host: host, port: port)
      )
    }
    let rest = try await process.startGateway(
      registry: ContractsSchema.registry,
      upstreams: Upstreams.serviceOfContract,
      on: Address(host: host, port: port)
    )
    let services = Self.announced.map { "\($0)=\(addresses[$0].map { "\($0)" } ?? "")" }
    var announcement = "ready rest=\(rest) \(services.joined(separator: " "))"
    if example { announcement += "\n" + exampleCall(rest: rest) }
    try await process.run(announcing: announcement)
  }

  private func exampleCall(rest: String) -> String {
    let executable = CommandLine.arguments.first ?? "smart-cooking"
    let folder = data.map { " --data \($0)" } ?? ""
    return """
      try: curl -H "authorization: Bearer $(\(executable) token --user lan\(folder))" \
      -H 'content-type: application/json' \(rest)/v1/ingredients:validate \
      -d '{"names": ["cá rô", "gung", "hành"]}'
      """
  }
}
