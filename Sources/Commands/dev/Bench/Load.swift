import Foundation

/// What one server did in one turn.
struct Turn {
  let microsecondsPerCall: Double
  let callsPerSecond: Double
}

/// One burst of calls against one server, each on its own core.
struct Load {
  let connections: Int
  let streams: Int
  let calls: Int
  let body: String
  let core: Int

  /// Starts the server, warms it, loads it, and takes its core time before and after.
  func run(_ server: BenchServer) throws -> Turn {
    let running = try PinnedServer(server.executable, core: core)
    defer { running.stop() }
    _ = try load(calls: max(connections, calls / 20))
    let before = try running.cpuSeconds()
    let output = try load(calls: calls)
    let seconds = try running.cpuSeconds() - before
    guard output.contains("\(calls) succeeded"),
      let rate = output.firstMatch(of: /, ([0-9.]+) req\/s/), let callsPerSecond = Double(rate.1)
    else { throw Shell.Failure(description: "\(server.name):\n\(output)") }
    return Turn(
      microsecondsPerCall: seconds * 1_000_000 / Double(calls),
      callsPerSecond: callsPerSecond
    )
  }

  private func load(calls: Int) throws -> String {
    try Self.h2load(
      ["-n", "\(calls)", "-c", "\(connections)", "-m", "\(streams)"],
      body: body,
      core: core
    )
  }

  /// Unary echoes by one thread on the core next to the server's.
  static func h2load(_ arguments: [String], body: String, core: Int) throws -> String {
    try Shell.require(command(arguments, body: body, core: core))
  }

  static func command(_ arguments: [String], body: String, core: Int) -> [String] {
    ["taskset", "-c", "\(core + 1)", "timeout", "300", "h2load", "-t", "1"] + arguments + [
      "-d", body, "-H", "content-type: application/grpc", "-H", "te: trailers",
      "http://127.0.0.1:\(PinnedServer.port)/echo.Echo/Get",
    ]
  }
}
