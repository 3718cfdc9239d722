import Echo
import Foundation
import NIOPosix
import RPC
import TestPrograms
import Testing

/// The calls of our client to a server of PyPI's grpcio.
@Suite("A Python server", .serialized)
struct PythonServerTests {
  @Test("answers, metadata and errors arrive as they were sent")
  func calls() async throws {
    try await PythonEcho.run { echo in
      #expect(try await echo.ask("xin chào") == "xin chào")
      #expect(try await echo.ask("") == "")
      try await metadata(echo)
      try await errors(echo)
    }
  }

  private func metadata(_ echo: PythonEcho) async throws {
    let initial = "x-grpc-test-echo-initial"
    let trailing = "x-grpc-test-echo-trailing-bin"
    let texts = ["test_initial_metadata_value", #"~!@#$%^&*()_+ {}|:"<>?`-=[]\;',./"#]
    let bytes: [[UInt8]] = [[0, 0xab, 0xff], Array(0...255), []]
    var sent = Metadata()
    for text in texts { sent.append(initial, text) }
    for value in bytes { sent.append(binary: trailing, value) }
    let response = try await echo.client.get(
      response: EchoRequest(text: "metadata"),
      options: CallOptions(timeout: .seconds(10), metadata: sent)
    )
    #expect(response.message.text == "metadata")
    #expect(response.metadata.values(initial) == texts)
    #expect(response.trailingMetadata.values(binary: trailing) == bytes)
    #expect(response.metadata.values(binary: trailing).isEmpty)
    #expect(response.trailingMetadata.values(initial).isEmpty)
    let error = try await echo.error("fail 9 not yet", metadata: sent)
    #expect(error.metadata.values(binary: trailing) == bytes)
  }

  private func errors(_ echo: PythonEcho) async throws {
    for number in UInt8(1)...16 {
      let error = try await echo.error("fail \(number) on demand")
      #expect(error.code.rawValue == number)
      #expect(error.message == "on demand")
    }
    let special = "\t\ntest with whitespace\r\nand Unicode BMP ☺ and non-BMP 😈\t\n 100%"
    #expect(try await echo.error("fail 2 " + special).message == special)
    #expect(try await echo.error("break").code == .unknown)

    let rich = try await echo.error("fail-rich")
    #expect(rich.code == .invalidArgument)
    #expect(rich.message == "names[2]: ☺ 100%")
    #expect(rich.details.count == 3)
    #expect(rich.details[0] == .badRequest(field: "names[2]", description: "☺ 100%"))
    #expect(
      rich.details[1]
        == .errorInfo(
          reason: "NAME_TOO_LONG",
          domain: "smart-cooking",
          metadata: ["most": "100"]
        )
    )
    guard case .other(let type, _) = rich.details[2] else {
      Issue.record("a detail of a type we do not know came as \(rich.details[2])")
      return
    }
    #expect(type == "type.googleapis.com/google.rpc.Help")

    let nowhere = MethodDescriptor(service: "echo.Echo", name: "Nope")
    let missing = try await #require(throws: RPCError.self) {
      try await echo.channel.unary(nowhere, bytes: [])
    }
    #expect(missing.code == .unimplemented)
  }

  @Test("large messages go both ways; one above 4 MiB is refused")
  func largeMessages() async throws {
    try await PythonEcho.run { echo in
      let large = String(repeating: "m", count: 4 << 20 - 5)
      #expect(try await echo.ask(large) == large)
      try await withThrowingTaskGroup(of: Void.self) { group in
        for digit in 0..<8 {
          group.addTask {
            let text = String(repeating: "\(digit)", count: 1 << 20)
            let answer = try await echo.ask(text)
            #expect(answer == text)
          }
        }
        try await group.waitForAll()
      }
      #expect(try await echo.error("size 5000000").code == .resourceExhausted)
      #expect(try await echo.error(large + "too much").code == .resourceExhausted)
      #expect(try await echo.ask("still") == "still")
    }
  }

  @Test("the deadline goes along, and ends the call on both sides")
  func deadlines() async throws {
    try await PythonEcho.run { echo in
      for milliseconds in [900, 9_000, 3_600_000, 1_000_000_000] {
        let left = try #require(
          Int(try await echo.ask("deadline", timeout: .milliseconds(milliseconds)))
        )
        #expect(left > 0 && left <= milliseconds)
      }
      #expect(try await echo.client.get(EchoRequest(text: "deadline")).text == "none")
      let error = try await echo.error("wait", timeout: .milliseconds(200))
      #expect(error.code == .deadlineExceeded)
      #expect(try await echo.eventually("cancelled", "1") == "1")
    }
  }

  @Test("a cancelled task cancels its own call alone")
  func cancellation() async throws {
    try await PythonEcho.run { echo in
      let calls = (0..<3).map { _ in Task { try await echo.ask("wait") } }
      #expect(try await echo.eventually("waiting", "3") == "3")
      calls[1].cancel()
      let error = try await #require(throws: RPCError.self) { try await calls[1].value }
      #expect(error.code == .cancelled)
      #expect(try await echo.eventually("cancelled", "1") == "1")
      #expect(try await echo.ask("waiting") == "2")
      for call in calls { call.cancel() }
      #expect(try await echo.eventually("cancelled", "3") == "3")
      for call in calls { _ = await call.result }
    }
  }

  @Test("64 calls at once are each answered with their own text")
  func concurrency() async throws {
    try await PythonEcho.run { echo in
      try await echo.manyAtOnce(rounds: 4)
    }
  }
}
