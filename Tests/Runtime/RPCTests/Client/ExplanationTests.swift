import HTTP2
import NIOCore
import NIOPosix
import Testing

@testable import RPC

/// What a caller is told when a call ends without the server's status.
@Suite(.timeLimit(.minutes(1))) struct ExplanationTests {
  struct Trouble: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let script: @Sendable (ScriptedCall) -> Void
    let code: StatusCode
    /// What the message must name, besides the peer's address and the connection's age.
    let names: [String]
  }

  static let troubles = [
    Trouble(
      testDescription: "closed before an answer",
      script: { $0.connection.close() },
      code: .unavailable,
      names: ["lost the connection", "before an answer began"]
    ),
    Trouble(
      testDescription: "closed within the answer",
      script: { call in
        call.begin(["x-begun": "1"])
        call.connection.close()
      },
      code: .unavailable,
      names: ["lost the connection", "in the middle of the answer"]
    ),
    Trouble(
      testDescription: "GOAWAY with an error",
      script: { $0.connection.session.terminate(.enhanceYourCalm) },
      code: .unavailable,
      names: ["GOAWAY ENHANCE_YOUR_CALM", "before an answer began"]
    ),
    Trouble(
      testDescription: "RST_STREAM",
      script: { $0.stream.reset(.enhanceYourCalm) },
      code: .resourceExhausted,
      names: ["RST_STREAM ENHANCE_YOUR_CALM", "before an answer began"]
    ),
    Trouble(
      testDescription: "refused again and again",
      script: { $0.stream.reset(.refusedStream) },
      code: .unavailable,
      names: ["refused"]
    ),
  ]

  @Test(
    "a call that fails without a status says why, where, and how old the connection was",
    arguments: troubles
  )
  func unary(_ trouble: Trouble) async throws {
    try await ClientFixture.run(serve: trouble.script) { fixture in
      let error = try await #require(throws: RPCError.self) {
        try await fixture.channel.unary(
          .test("Get"),
          bytes: [],
          options: CallOptions(timeout: .seconds(20))
        )
      }
      #expect(error.code == trouble.code)
      let peer = "127.0.0.1:\(fixture.server.port) (connected for 0."
      for part in trouble.names + [peer] {
        #expect(error.message.contains(part), "\(error.message)")
      }
    }
  }
}
