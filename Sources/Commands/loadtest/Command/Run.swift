import ArgumentParser
import Contracts
import RPC
import ServiceKit

/// Drives one RPC or REST route.
struct Run: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Drives one RPC or REST route with requests made from a JSON template.",
    discussion: """
      loadtest run --rpc smartcooking.rating.v1.RatingHandlerService/GetRatingSummary \\
        --template '{"recipe_id":"thit-kho-trung"}' --user lan --rate 200 --duration 10
      loadtest run --rest 'PUT /v1/recipes/{recipe_id}/rating' --users 50 \\
        --template '{"recipe_id":"thit-kho-trung","stars":{{pick:4|5}}}'

      The template is the JSON of the RPC's request, for REST too: path, query and body follow \
      from the contract. Places: {{user}} {{counter}} {{uuid}} {{pick:a|b|c}}.
      """
  )

  @Option(help: "The RPC, as package.Service/Method.")
  var rpc: String?

  @Option(help: "The REST route, as in 'POST /v1/ingredients:validate'.")
  var rest: String?

  @Option(help: "host:port of the RPC's server; by default where its service listens on a desk.")
  var target: String?

  @Option(help: "Base URL of the gateway.")
  var url = "http://\(Desk.host):\(Desk.gatewayPort)"

  @Option(help: "JSON of the request.")
  var template = "{}"

  @OptionGroup var load: LoadOptions
  @OptionGroup var caller: CallerOptions

  func validate() throws {
    guard (rpc == nil) != (rest == nil) else {
      throw ValidationError("either --rpc or --rest says what to drive")
    }
  }

  func run() async throws {
    let route: Route
    let server: Server
    if let rpc {
      let registry = KnownContracts.registry(of: rpc)
      route = try Route(rpc: rpc, template: template, registry: registry)
      server = try .rpc(target ?? deskTarget(of: rpc))
    } else {
      route = try Route(rest: rest ?? "", template: template, registry: ContractsSchema.registry)
      server = try .rest(url)
    }
    try await Session(
      name: route.name,
      parts: [LoadRun.Part(route: route, weight: 1)],
      callers: try await caller.callers(defaultUsers: 0),
      server: server,
      schedule: try load.schedule(),
      options: load
    ).run()
  }

  /// Where the service of a contract listens on a desk.
  private func deskTarget(of rpc: String) throws(UsageError) -> String {
    let contract = rpc.split(separator: "/").first.map(String.init) ?? ""
    guard let service = Upstreams.serviceOfContract[contract], let port = Desk.ports[service] else {
      throw UsageError("--target: needed, since \(contract) has no usual place")
    }
    return "\(Desk.host):\(port)"
  }
}
