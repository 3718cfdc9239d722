import Foundation
import NIOPosix
import RPC
import TestPrograms
import Testing

/// Our client and a Python server that goes away, says so or not.
@Suite("A Python server in trouble", .serialized)
struct PythonServerTroubleTests {
  // Calls that reach grpcio while it stops end as CANCELLED, so none is sent at that moment: on one
  // loop there is one connection, on which the goodbye comes before the answer to "restart".
  @Test("a server that restarts gracefully finishes its calls and gets no new ones")
  func gracefulRestart() async throws {
    let loop = MultiThreadedEventLoopGroup.singleton.next()
    try await PythonEcho.run(group: loop) { echo in
      #expect(try await echo.ask("generation") == "1")
      let before = try await echo.ask("peer")
      let running = Task { try await echo.ask("hold 500") }
      #expect(try await echo.eventually("held", "1") == "1")
      #expect(try await echo.ask("restart") == "restarted")
      #expect(try await echo.ask("peer") != before)
      #expect(try await echo.ask("generation") == "2")
      try await echo.manyAtOnce(rounds: 2)
      #expect(try await running.value == "held")
    }
  }

  @Test("connections that the server ends by GOAWAY again and again cost no call")
  func connectionAge() async throws {
    try await PythonEcho.run(["--connection-age", "50"]) { echo in
      let end = ContinuousClock.now.advanced(by: .seconds(30))
      var peers: Set<String> = []
      while peers.count <= 10, ContinuousClock.now < end {
        try await echo.manyAtOnce(rounds: 4)
        peers.insert(try await echo.ask("peer"))
      }
      #expect(peers.count > 10)
    }
  }

  @Test("a server that crashes is UNAVAILABLE by stage and address, and comes back")
  func crash() async throws {
    try await PythonEcho.run { echo in
      let running = Task { try await echo.error("wait") }
      #expect(try await echo.eventually("waiting", "1") == "1")
      await echo.program.killAtOnce()

      let lost = try await running.value
      #expect(lost.code == .unavailable)
      #expect(lost.message.contains(echo.address))
      #expect(lost.message.contains("before an answer began"))

      // Another loop's connection may not know yet: then it is lost first.
      var messages: [String] = []
      repeat {
        let error = try await echo.error("anyone?")
        #expect(error.code == .unavailable)
        messages.append(error.message)
      } while messages.last?.contains("lost the connection") == true && messages.count < 100
      #expect(messages.last?.contains("cannot connect to \(echo.address)") == true)

      let patient = Task { try await echo.ask("patient", waitsForReady: true) }
      let port = try #require(Int(echo.address.split(separator: ":")[1]))
      let again = try await Python.server("echo_server.py", ["--port", "\(port)"])
      #expect(try await patient.value == "patient")
      try await echo.manyAtOnce(rounds: 2)
      await again.killAtOnce()
    }
  }

  @Test("a server that never was is UNAVAILABLE at once, or by the deadline for who waits")
  func nobody() async throws {
    let port = try await freePort()
    let channel = ClientChannel(
      target: Target(host: "127.0.0.1", port: port),
      group: .singletonMultiThreadedEventLoopGroup
    )
    let method = MethodDescriptor(service: "echo.Echo", name: "Get")
    for (waits, code) in [(false, StatusCode.unavailable), (true, .deadlineExceeded)] {
      let error = try await #require(throws: RPCError.self) {
        try await channel.unary(
          method,
          bytes: [],
          options: CallOptions(timeout: .milliseconds(500), waitsForReady: waits)
        )
      }
      #expect(error.code == code)
      #expect(error.message.contains("127.0.0.1:\(port)"))
    }
    await channel.close()
  }
}
