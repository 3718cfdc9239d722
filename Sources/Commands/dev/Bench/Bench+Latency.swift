import ArgumentParser
import Foundation

/// How long calls take at half of the rate that gRPC C++ can serve at most.
///
/// The load keeps its rate whatever the server does, up to 100 calls for each connection; a call's
/// time is from its sending to its end, as h2load notes it.
struct BenchLatency: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "latency",
    abstract: "Latency at half of gRPC C++'s top rate, beside it."
  )

  @OptionGroup var turns: BenchOptions

  @Option(help: "Length of one turn.")
  var seconds = 5

  @Option(help: "Calls a second; half of what grpc_cpp reaches, unless it is set.")
  var rate: Int?

  private static let connections = 8

  func run() throws {
    let servers = try Peers.servers()
    let body = try Peers.writeRequest()
    let rate = try rate ?? topRate(servers, body) / 2
    let measured = try turns.alternate("\(rate) calls/s", servers, name: \.name) { server in
      try latencies(server, rate, body)
    }
    print("\n\(rate) calls/s, medians of \(turns.rounds) turns, milliseconds")
    print(Figures.row(["server", "p50", "p99", "x grpc_cpp"]))
    let reference = measured["grpc_cpp", default: []].map { Figures.quantile(0.99, $0) }
    for server in servers {
      let own = measured[server.name, default: []]
      let p50 = own.map { Figures.quantile(0.5, $0) }
      let p99 = own.map { Figures.quantile(0.99, $0) }
      print(
        Figures.row([
          server.name, String(format: "%.3f", Figures.median(p50)),
          String(format: "%.3f", Figures.median(p99)), Figures.ratio(p99, to: reference),
        ])
      )
    }
  }

  private func topRate(_ servers: [BenchServer], _ body: String) throws -> Int {
    guard let reference = servers.first(where: { $0.name == "grpc_cpp" }) else { return 0 }
    let load = Load(
      connections: Self.connections,
      streams: 100,
      calls: 200_000,
      body: body,
      core: turns.core
    )
    let rates = try (0..<3).map { _ in try load.run(reference).callsPerSecond }
    return Int(Figures.median(rates))
  }

  /// Milliseconds of each call.
  private func latencies(_ server: BenchServer, _ rate: Int, _ body: String) throws -> [Double] {
    let running = try PinnedServer(server.executable, core: turns.core)
    defer { running.stop() }
    let log = FileManager.default.temporaryDirectory.appending(path: "h2load-\(UUID()).log")
    defer { try? FileManager.default.removeItem(at: log) }
    let output = try Load.h2load(
      [
        "-D", "\(seconds)", "--warm-up-time", "1", "-c", "\(Self.connections)", "-m", "100",
        "--rps", "\(max(1, rate / Self.connections))", "--log-file", log.path,
      ],
      body: body,
      core: turns.core
    )
    // Each line: when it began, its HTTP status, microseconds.
    let lines = try String(contentsOf: log, encoding: .utf8).split(separator: "\n")
    let times = lines.compactMap { line in
      line.split(separator: "\t").last.flatMap { Double($0) }.map { $0 / 1_000 }
    }
    guard times.count > rate * seconds * 9 / 10 else {
      throw Shell.Failure(description: "\(server.name) does not keep \(rate) calls/s:\n\(output)")
    }
    return times
  }
}
