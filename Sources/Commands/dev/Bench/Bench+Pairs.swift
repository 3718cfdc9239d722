import ArgumentParser
import Foundation

/// Calls of our client to our server beside those of gRPC C++'s to its own.
struct BenchClient: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "client",
    abstract: "Our client and server beside gRPC C++'s: unary calls, 64 under way."
  )

  @OptionGroup var turns: BenchOptions

  @Option(help: "Calls of one turn.")
  var calls = 300_000

  @Option(help: "Calls that are under way at once.")
  var inFlight = 64

  func run() throws {
    let pairs = try Peers.pairs()
    try PairLoad(kind: "unary", count: calls, inFlight: inFlight).compare(pairs, turns)
  }
}

/// Messages of a server stream, and of a call in which each message is answered before the next.
struct BenchStreams: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "streams",
    abstract: "Messages of streams, our client and server beside gRPC C++'s."
  )

  @OptionGroup var turns: BenchOptions

  @Option(help: "Messages of one turn of server streams; a ping-pong has a tenth.")
  var messages = 1_000_000

  func run() throws {
    let pairs = try Peers.pairs()
    try PairLoad(kind: "stream", count: messages).compare(pairs, turns)
    try PairLoad(kind: "pingpong", count: messages / 10).compare(pairs, turns)
  }
}

/// A client on one core and its server on another.
private struct PairLoad {
  let kind: String
  let count: Int
  var inFlight = 1

  func compare(_ pairs: [BenchPair], _ turns: BenchOptions) throws {
    let measured = try turns.alternate(kind, pairs, name: \.server.name) { pair in
      try perSecond(pair, turns)
    }
    print("\n\(kind), medians of \(turns.rounds) turns")
    print(Figures.row(["both ends", "per second", "x grpc_cpp"]))
    for pair in pairs {
      let own = measured[pair.server.name, default: []]
      print(
        Figures.row([
          pair.server.name, String(format: "%.0f", Figures.median(own)),
          Figures.ratio(own, to: measured["grpc_cpp", default: []]),
        ])
      )
    }
    print("")
  }

  private func perSecond(_ pair: BenchPair, _ turns: BenchOptions) throws -> Double {
    let server = try PinnedServer(pair.server.executable, core: turns.core)
    defer { server.stop() }
    let output = try Shell.require([
      "taskset", "-c", "\(turns.core + 1)", "timeout", "300", pair.client,
      "\(PinnedServer.port)", kind, "\(count)", "\(inFlight)",
    ])
    guard let match = output.firstMatch(of: /(\d+) in ([0-9.e-]+)/),
      let done = Double(match.output.1), let seconds = Double(match.output.2)
    else { throw Shell.Failure(description: "\(pair.client): \(output)") }
    return done / seconds
  }
}
