import Foundation

/// Which client is to run which cases against which server, and what came of it.
struct InteropMatrix {
  struct Pair: Hashable {
    let server: String
    let client: String
  }

  /// What went wrong by case; nothing for a case that passed.
  typealias Results = [Pair: [String: String]]

  let servers: [InteropPeer]
  let clients: [InteropPeer]
  let cases: [String]

  static let allCases = [
    "empty_unary", "large_unary", "client_streaming", "server_streaming", "ping_pong",
    "empty_stream", "client_compressed_unary", "server_compressed_unary",
    "client_compressed_streaming", "server_compressed_streaming", "custom_metadata",
    "status_code_and_message", "special_status_message", "unimplemented_method",
    "unimplemented_service", "cancel_after_begin", "cancel_after_first_response",
    "timeout_on_sleeping_server", "concurrent_large_unary", "rpc_soak", "channel_soak",
  ]

  /// Cases that one transport runs.
  var count: Int { servers.count * clients.count * cases.count }

  func run(over transport: InteropTransport) throws -> Results {
    var results: Results = [:]
    for server in servers {
      let running = try InteropServer(server, over: transport)
      defer { running.stop() }
      for client in clients {
        guard let command = client.client else { continue }
        results[Pair(server: server.name, client: client.name)] =
          try outcome(of: command, running.port, transport)
      }
    }
    return results
  }

  /// One run of a client over all cases; a case that it said nothing of has failed.
  private func outcome(
    of client: [String],
    _ port: Int,
    _ transport: InteropTransport
  ) throws -> [String: String] {
    let output = try Shell.run(
      ["timeout", "120"] + client + [
        "--server_host=127.0.0.1", "--server_port=\(port)",
        "--test_case=\(cases.joined(separator: ","))", "--soak_iterations=50",
      ] + transport.clientFlags,
      merged: true
    ).output
    var said: Set<String> = []
    var failures: [String: String] = [:]
    for line in output.split(separator: "\n") {
      if let name = line.wholeMatch(of: /ok (\w+)/)?.output.1 {
        said.insert(String(name))
      } else if let match = line.wholeMatch(of: /FAILED (\w+): (.*)/)?.output {
        said.insert(String(match.1))
        failures[String(match.1)] = String(match.2)
      }
    }
    for name in cases where !said.contains(name) {
      failures[name] = "the client said nothing of it: \(output.suffix(300))"
    }
    return failures
  }
}

// MARK: - As text

extension InteropMatrix {
  /// A row for each case, a column for each pair.
  func table(_ results: Results, over transport: InteropTransport) -> String {
    let pairs = servers.flatMap { server in
      clients.map { Pair(server: server.name, client: $0.name) }
    }
    let width = 9
    func row(_ first: String, _ cells: [String]) -> String {
      first.padded(to: 30) + cells.map { $0.padded(to: width) }.joined()
    }
    var lines = [
      row("\(transport.name), server", pairs.map(\.server)),
      row("client", pairs.map(\.client)),
    ]
    for name in cases {
      lines.append(row(name, pairs.map { results[$0]?[name] == nil ? "ok" : "FAILED" }))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  func failures(_ results: Results, over transport: InteropTransport) -> [String] {
    results.flatMap { pair, failures in
      failures.map { name, why in
        "FAILED \(name), client \(pair.client), server \(pair.server), \(transport.name): \(why)"
      }
    }
    .sorted()
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(1, width - count))
  }
}
