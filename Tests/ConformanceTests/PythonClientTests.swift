import Foundation
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
    arguments: 0..<3
  )
  func drain(round: Int) async throws {
    try await EchoHost.run(["leaving", "staying"]) { hosts in
      let passed = try await Python.checks(
        "drain_client.py",
        ["leaving": hosts[0].target, "staying": hosts[1].target]
      )
      #expect(passed == 6)
    }
  }
}
