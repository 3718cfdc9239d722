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

  @Option(help: "Turns that each server takes.")
  var rounds = 5

  @Option(help: "Calls of one turn with 100 streams for each connection.")
  var calls = 200_000

  @Option(help: "The core of the server; the load runs on the next one.")
  var core = 0

  func run() throws {
    try Peers.requireTools()
    let servers = try Peers.build()
    let body = try Peers.writeRequest()
    // 8 connections; more streams than one let a server answer many calls with one write.
    for (streams, calls) in [(100, calls), (1, calls / 5)] {
      var turns: [String: [Turn]] = [:]
      for round in 1...max(rounds, 1) {
        for server in servers {
          let load = Load(connections: 8, streams: streams, calls: calls, body: body, core: core)
          turns[server.name, default: []].append(try load.run(server))
        }
        print("8x\(streams), turn \(round) of \(rounds)")
      }
      Self.report(streams, servers.map(\.name), turns)
    }
  }

  private static func report(_ streams: Int, _ names: [String], _ turns: [String: [Turn]]) {
    print(
      "\n8 connections x \(streams) streams, medians of \(turns.values.first?.count ?? 0) turns"
    )
    print(row(["server", "us/call", "calls/s", "x limit", "x grpc_cpp"]))
    for name in names {
      let own = turns[name] ?? []
      func ratio(_ reference: String) -> String {
        let pairs = zip(own, turns[reference] ?? [])
        let ratio = median(pairs.map { $0.microsecondsPerCall / $1.microsecondsPerCall })
        return String(format: "%.2f", ratio)
      }
      print(
        row([
          name, String(format: "%.2f", median(own.map(\.microsecondsPerCall))),
          String(format: "%.0f", median(own.map(\.callsPerSecond))), ratio("limit"),
          ratio("grpc_cpp"),
        ])
      )
    }
    print("")
  }

  private static func row(_ cells: [String]) -> String {
    let first = cells[0].padding(toLength: 14, withPad: " ", startingAt: 0)
    let rest = cells.dropFirst().map { String(repeating: " ", count: max(0, 12 - $0.count)) + $0 }
    return first + rest.joined()
  }
}
