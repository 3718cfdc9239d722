import ArgumentParser
import NIOPosix
import NIOSSL
import RPC

/// gRPC's interoperability client; see doc/interop-test-descriptions.md of gRPC.
///
/// Prints `ok CASE` or `FAILED CASE: WHY` for each case; ends with 1 when one failed.
@main
struct InteropClient: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "interop-client")

  @Option(name: .customLong("server_host"))
  var serverHost = "localhost"

  @Option(name: .customLong("server_port"))
  var serverPort: Int

  @Option(name: .customLong("server_host_override"), help: "The server's name in its certificate.")
  var serverName: String?

  @Option(name: .customLong("test_case"), help: "One case, or several with commas between them.")
  var cases = "empty_unary"

  @Option(name: .customLong("use_tls"))
  var usesTLS = false

  @Option(name: .customLong("use_test_ca"), help: "Trusts --ca_file instead of the system's roots.")
  var usesTestCA = false

  @Option(name: .customLong("ca_file"))
  var caFile = ""

  @OptionGroup var soak: SoakOptions

  func run() async throws {
    let cases = Cases(makeChannel: makeChannel, soak: soak)
    var hasFailed = false
    for name in self.cases.split(separator: ",").map(String.init) {
      do {
        try await cases.run(name)
        print("ok \(name)")
      } catch {
        hasFailed = true
        print("FAILED \(name): \("\(error)".replacing("\n", with: " "))")
      }
    }
    await cases.channel.close()
    if hasFailed { throw ExitCode.failure }
  }

  private func makeChannel() -> ClientChannel {
    var options = ClientChannelOptions()
    options.serverName = serverName
    if usesTLS {
      var tls = TLSConfiguration.makeClientConfiguration()
      if usesTestCA { tls.trustRoots = .file(caFile) }
      options.tls = tls
    }
    return ClientChannel(
      target: Target(host: serverHost, port: serverPort),
      group: .singletonMultiThreadedEventLoopGroup,
      options: options
    )
  }
}

/// What the soaks do and bear.
struct SoakOptions: ParsableArguments {
  @Option(name: .customLong("soak_iterations"))
  var iterations = 10

  @Option(name: .customLong("soak_max_failures"))
  var failuresMax = 0

  @Option(name: .customLong("soak_per_iteration_max_acceptable_latency_ms"))
  var latencyMillisecondsMax = 1_000

  @Option(
    name: .customLong("soak_overall_timeout_seconds"),
    help: "0 is what all may take at most."
  )
  var timeoutSeconds = 0

  @Option(name: .customLong("soak_min_time_ms_between_rpcs"))
  var pauseMilliseconds = 0
}
