import Foundation
import Gateway
import Testing

@Suite("What stands in front of the gateway")
struct EntranceTests {
  @Test("the load balancer gives up idle connections before the gateway does")
  func idleTime() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = root.appending(path: "deploy/cdk/lib/entrance.ts")
    let text = try String(contentsOf: file, encoding: .utf8)
    let found = try #require(text.firstMatch(of: /idleTimeout: Duration\.seconds\((\d+)\)/))
    let seconds = try #require(Int(found.output.1))
    // Its request and our close must not meet on their way.
    #expect(seconds + 5 <= GatewayLimits().idleSeconds)
  }
}
