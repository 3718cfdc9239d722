import ArgumentParser
import Foundation

/// What a connection costs that has nothing to do.
struct BenchMemory: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "memory",
    abstract: "Memory of a server for each idle connection, beside gRPC C++."
  )

  @OptionGroup var turns: BenchOptions

  @Option(help: "Connections that are open at once.")
  var connections = 2_000

  func run() throws {
    let servers = try Peers.servers()
    let body = try Peers.writeRequest()
    let measured = try turns.alternate("\(connections)", servers, name: \.name) { server in
      try kilobytes(server, body)
    }
    print("\n\(connections) connections, one call on each, medians of \(turns.rounds) turns")
    print(Figures.row(["server", "KiB each", "x grpc_cpp"]))
    for server in servers {
      let own = measured[server.name, default: []]
      print(
        Figures.row([
          server.name, String(format: "%.1f", Figures.median(own)),
          Figures.ratio(own, to: measured["grpc_cpp", default: []]),
        ])
      )
    }
  }

  /// For each connection beyond a first hundred, which the process itself grows with.
  private func kilobytes(_ server: BenchServer, _ body: String) throws -> Double {
    let running = try PinnedServer(server.executable, core: turns.core)
    defer { running.stop() }
    let few = 100
    let before = try memory(running, connections: few, body)
    let after = try memory(running, connections: few + connections, body)
    return Double(after - before) / Double(connections) / 1_024
  }

  /// Bytes while so many connections are open, of which each has had its call.
  private func memory(_ server: PinnedServer, connections: Int, _ body: String) throws -> Int {
    let load = Process()
    load.executableURL = URL(filePath: "/usr/bin/env")
    // A call at once, and the next one long after the look.
    load.arguments = Load.command(
      ["-c", "\(connections)", "-m", "1", "-D", "\(Self.holdSeconds)", "--rps", "0.01"],
      body: body,
      core: turns.core
    )
    load.standardOutput = FileHandle.nullDevice
    try load.run()
    defer { load.waitUntilExit() }
    // Until it grows no more.
    var bytes = 0
    for _ in 0..<Self.holdSeconds - 1 {
      Thread.sleep(forTimeInterval: 1)
      let now = try server.residentBytes()
      if bytes > 0, now == bytes { break }
      bytes = now
    }
    return bytes
  }

  private static let holdSeconds = 8
}
