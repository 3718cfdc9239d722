import ArgumentParser
import Foundation

/// Unary echo beside a bare nghttp2 loop and gRPC C++: core time of the server for each call.
///
/// The server runs on one core and the load on another. A load generator is as busy as the server
/// long before the server is, so the figure is the server's own user and system time over the calls
/// it answered, and calls a second stand beside it. The servers take turns, so that whatever else the
/// machine does meets all of them; the median of the ratios counts.
struct BenchRPC: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rpc",
    abstract: "Unary echo beside a bare nghttp2 loop and gRPC C++."
  )

  @OptionGroup var turns: BenchOptions

  @Option(help: "Calls of one turn with 100 streams for each connection.")
  var calls = 200_000

  func run() throws {
    let servers = try Peers.servers()
    let body = try Peers.writeRequest()
    // 8 connections; more streams than one let a server answer many calls with one write.
    for (streams, calls) in [(100, calls), (1, calls / 5)] {
      let load = Load(
        connections: 8,
        streams: streams,
        calls: calls,
        body: body,
        core: turns.core
      )
      let measured = try turns.alternate("8x\(streams)", servers, name: \.name) { try load.run($0) }
      print("\n8 connections x \(streams) streams, medians of \(turns.rounds) turns")
      Self.report(servers.map(\.name), measured)
    }
  }

  /// Core time and calls a second of each server, beside the first two.
  static func report(_ names: [String], _ turns: [String: [Turn]]) {
    print(Figures.row(["server", "us/call", "calls/s", "x limit", "x grpc_cpp"]))
    for name in names {
      let times = turns[name, default: []].map(\.microsecondsPerCall)
      func ratio(_ reference: String) -> String {
        Figures.ratio(times, to: turns[reference, default: []].map(\.microsecondsPerCall))
      }
      let rates = turns[name, default: []].map(\.callsPerSecond)
      print(
        Figures.row([
          name, String(format: "%.2f", Figures.median(times)),
          String(format: "%.0f", Figures.median(rates)), ratio("limit"), ratio("grpc_cpp"),
        ])
      )
    }
    print("")
  }
}
