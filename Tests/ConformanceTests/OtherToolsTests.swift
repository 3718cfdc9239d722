import Foundation
import TestPrograms
import Testing

/// What other tools see that speak HTTP/2 or gRPC on their own.
@Suite("Other tools")
struct OtherToolsTests {
  @Test("buf curl calls by contract, over HTTP/2 without TLS")
  func bufCurl() async throws {
    try await EchoHost.run(["echo"]) { hosts in
      let url = "http://\(hosts[0].target)/echo.Echo/Get"
      let flags = [
        "curl", "--schema", Python.repository.appending(path: "Protos").path(),
        "--protocol", "grpc", "--http2-prior-knowledge",
      ]
      let answer = try await Program.output(
        Python.program("buf").path(),
        flags + ["--data", #"{"text":"xin chào"}"#, url],
        environment: ["HOME": NSTemporaryDirectory()]
      )
      let text = try JSONDecoder().decode([String: String].self, from: Data(answer.utf8))
      #expect(text == ["text": "xin chào"])
    }
  }

  @Test("an answer is a head, a message, and trailers that end the stream")
  func framesOfAnAnswer() async throws {
    try await EchoHost.run(["echo"]) { hosts in
      let frames = try await Frames.answering("hi", at: hosts[0].target)
      #expect(frames.received.map(\.kind) == ["HEADERS", "DATA", "HEADERS"])
      #expect(frames.received.map(\.endsStream) == [false, false, true])
      let (head, trailers) = (frames.received[0].fields, frames.received[2].fields)
      #expect(head == [":status": "200", "content-type": "application/grpc"])
      #expect(trailers == ["grpc-status": "0"])
    }
  }

  @Test("an error is one block of headers that ends the stream")
  func framesOfAnError() async throws {
    try await EchoHost.run(["echo"]) { hosts in
      let frames = try await Frames.answering("fail 5 ☺ 100%\n", at: hosts[0].target)
      #expect(frames.received.map(\.kind) == ["HEADERS"])
      #expect(frames.received.map(\.endsStream) == [true])
      #expect(
        frames.received[0].fields == [
          ":status": "200", "content-type": "application/grpc", "grpc-status": "5",
          "grpc-message": "%E2%98%BA 100%25%0A",
        ]
      )
    }
  }

  @Test("an encoding that is not known is UNIMPLEMENTED, and the answer says which are")
  func unknownEncoding() async throws {
    try await EchoHost.run(["echo"]) { hosts in
      let frames = try await Frames.answering(
        "hi",
        at: hosts[0].target,
        headers: ["grpc-encoding: br"]
      )
      let fields = frames.received.last?.fields
      #expect(fields?["grpc-status"] == "12")
      #expect(fields?["grpc-accept-encoding"] == "identity,deflate,gzip")
    }
  }

  @Test("the server ends a call by its deadline when the client does not")
  func deadline() async throws {
    try await EchoHost.run(["echo"]) { hosts in
      let frames = try await Frames.answering(
        "wait",
        at: hosts[0].target,
        headers: ["grpc-timeout: 200m"]
      )
      #expect(frames.received.last?.fields["grpc-status"] == "4")
      #expect(frames.received.last?.endsStream == true)
    }
  }

  @Test(
    "what is no gRPC is turned away in HTTP's own words",
    arguments: [
      (["-X", "POST", "-H", "content-type: application/json"], "415"),
      (["-X", "GET", "-H", "content-type: application/grpc"], "405"),
    ]
  )
  func noCall(_ flags: [String], status: String) async throws {
    try await EchoHost.run(["echo"]) { hosts in
      let code = try await Program.output(
        "/usr/bin/curl",
        ["--silent", "--max-time", "10", "--http2-prior-knowledge", "--write-out", "%{http_code}"]
          + flags + ["http://\(hosts[0].target)/echo.Echo/Get"]
      )
      #expect(code == status)
    }
  }
}
