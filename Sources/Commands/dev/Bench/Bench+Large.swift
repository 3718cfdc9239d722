import ArgumentParser
import Foundation

/// Messages of 1 MiB there and back, beside a bare nghttp2 loop and gRPC C++.
struct BenchLarge: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "large",
    abstract: "Messages of 1 MiB beside a bare nghttp2 loop and gRPC C++."
  )

  @OptionGroup var turns: BenchOptions

  @Option(help: "Calls of one turn.")
  var calls = 2_000

  private static let letters = 1 << 20

  func run() throws {
    let servers = try Peers.servers()
    let load = Load(
      connections: 4,
      streams: 2,
      calls: calls,
      body: try Peers.writeRequest(letters: Self.letters),
      core: turns.core
    )
    let measured = try turns.alternate("1 MiB", servers, name: \.name) { try load.run($0) }
    print("\n1 MiB there and back, 4 connections x 2 streams, medians of \(turns.rounds) turns")
    print(Figures.row(["server", "MiB/s each way", "x limit", "x grpc_cpp", "us/call"]))
    for server in servers {
      let own = measured[server.name, default: []]
      let rates = own.map(\.callsPerSecond)
      func ratio(_ reference: String) -> String {
        Figures.ratio(rates, to: measured[reference, default: []].map(\.callsPerSecond))
      }
      print(
        Figures.row([
          server.name, String(format: "%.0f", Figures.median(rates)), ratio("limit"),
          ratio("grpc_cpp"),
          String(format: "%.0f", Figures.median(own.map(\.microsecondsPerCall))),
        ])
      )
    }
  }
}
