import ArgumentParser
import ServiceKit

/// Drives a service, or all of them through the gateway, as its callers would.
struct RunPreset: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "preset",
    abstract: "Drives a service or the gateway with the mix of calls that it lives on."
  )

  @Argument(help: "Which one.")
  var preset: Preset

  @Option(help: "host:port of the service; by default where it listens on a desk.")
  var target: String?

  @Option(help: "Base URL of the gateway.")
  var url = "http://\(Desk.host):\(Desk.gatewayPort)"

  @OptionGroup var load: LoadOptions
  @OptionGroup var caller: CallerOptions

  func run() async throws {
    let schedule = try load.schedule()
    let port = Desk.ports[preset.rawValue] ?? 0
    let server: Server =
      preset.isREST ? try .rest(url) : try .rpc(target ?? "\(Desk.host):\(port)")
    try await Session(
      name: preset.rawValue,
      parts: try preset.parts(),
      callers: try await caller.callers(defaultUsers: preset.users(for: schedule.requestsMax)),
      server: server,
      schedule: schedule,
      options: load
    ).run()
  }
}
