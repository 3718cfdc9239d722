import Foundation
import TestPrograms
import Testing

/// The interoperability cases of gRPC and tools that speak it, against programs of their own.
@Suite("Interoperability", .serialized)
struct InteropTests {
  @Test("every client passes every case against every server", .timeLimit(.minutes(5)))
  func matrix() async throws {
    print(
      try await Program.output(
        Program.folder.appending(path: "dev").path(),
        ["interop", "--skip-build"]
      )
    )
  }

  @Test(
    "buf curl makes calls of every kind",
    arguments: [
      ("EmptyCall", "{}", "{}"),
      ("UnaryCall", #"{"responseSize":3}"#, #"{"payload":{"body":"AAAA"}}"#),
      (
        "StreamingOutputCall", #"{"responseParameters":[{"size":1},{"size":2}]}"#,
        #"{"payload":{"body":"AA=="}}{"payload":{"body":"AAA="}}"#
      ),
      (
        "StreamingInputCall", #"{"payload":{"body":"AAAA"}}{"payload":{"body":"AAAAAAAA"}}"#,
        #"{"aggregatedPayloadSize":9}"#
      ),
      (
        "FullDuplexCall",
        #"{"responseParameters":[{"size":1}]}{"responseParameters":[{"size":2},{"size":3}]}"#,
        #"{"payload":{"body":"AA=="}}{"payload":{"body":"AAA="}}{"payload":{"body":"AAAA"}}"#
      ),
    ]
  )
  func bufCurl(method: String, requests: String, responses: String) async throws {
    let server = try await Program("interop-server", ["--port=0"])
    let output = try await Program.output(
      Python.program("buf").path(),
      [
        "curl", "--schema", Python.repository.appending(path: "Protos").path(),
        "--protocol", "grpc", "--http2-prior-knowledge", "--timeout", "20s", "--data", requests,
        "http://\(server.address("interop"))/grpc.testing.TestService/\(method)",
      ],
      environment: ["HOME": NSTemporaryDirectory()]
    )
    #expect(output.filter { !$0.isWhitespace } == responses)
    await server.killAtOnce()
  }
}
