import Foundation
import RPC
import TestPrograms
import Testing

/// The calls of PyPI's grpcio to our servers; the scripts say what is checked, one line a check.
@Suite("A Python client", .serialized)
struct PythonClientTests {
  @Test("messages, metadata, statuses and health are gRPC's")
  func calls() async throws {
    let port = try await freePort()
    let echoServer = try await Program("echo-server", ["\(port)"])
    try await EchoHost.run(["echo"]) { hosts in
      let passed = try await Python.checks(
        "calls_client.py",
        ["target": hosts[0].target, "echo-server": "127.0.0.1:\(port)"]
      )
      #expect(passed == 74)
    }
    await echoServer.killAtOnce()
  }

  @Test("deadlines and cancellation reach the handler")
  func time() async throws {
    try await EchoHost.run(["echo"]) { hosts in
      let passed = try await Python.checks("time_client.py", ["target": hosts[0].target])
      #expect(passed == 16)
    }
  }

  @Test("connections are reused, answer pings, and end without losing a call")
  func connections() async throws {
    try await EchoHost.run(["echo", "leaving", "staying"]) { hosts in
      let passed = try await Python.checks(
        "connection_client.py",
        ["target": hosts[0].target, "leaving": hosts[1].target, "staying": hosts[2].target]
      )
      #expect(passed == 16)
    }
  }

  @Test(
    "a server that stops while two clients send 1,000 calls a second fails none",
    arguments: [2, 2, 1, 1, 1].enumerated().map { $0 }
  )
  func drain(round: Int, clients: Int) async throws {
    try await EchoHost.run(["leaving", "staying"]) { hosts in
      // Beside one of grpcio, one of ours.
      async let ours = clients < 2 ? PacedClient.run(hosts) : nil
      let passed = try await Python.checks(
        "drain_client.py",
        ["leaving": hosts[0].target, "staying": hosts[1].target, "clients": "\(clients)"]
      )
      #expect(passed == 3 * clients)
      guard let answers = try await ours else { return }
      #expect(answers.failures.isEmpty, "\(answers.failures.map(\.message))")
      #expect(answers.names["leaving", default: 0] > 0)
      #expect(answers.names["staying", default: 0] >= PacedClient.callsAfter)
    }
  }
}
