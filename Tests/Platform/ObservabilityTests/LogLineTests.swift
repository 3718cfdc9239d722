import Foundation
import Logging
import RPC
import Synchronization
import Testing

@testable import Observability

@Suite("Log lines")
struct LogLineTests {
  private final class Lines: Sendable {
    let all = Mutex<[String]>([])
    var sink: LogSink {
      LogSink { line in self.all.withLock { $0.append(String(decoding: line, as: UTF8.self)) } }
    }
  }

  private struct Broken: Error {}

  @Test("a line is one JSON object with the agreed fields")
  func json() throws {
    let lines = Lines()
    var logger = Logger(label: "test") { _ in
      JSONLogHandler(service: "rating-handler", sink: lines.sink)
    }
    logger[metadataKey: "requestId"] = "r-1"
    logger.info(
      "call \"x\"\n\u{1}",
      metadata: ["durationMs": .stringConvertible(1.5), "status": "OK"]
    )
    let line = try #require(lines.all.withLock { $0.first })
    #expect(line.hasSuffix("}\n"))
    #expect(line.filter { $0 == "\n" }.count == 1)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    )
    #expect(object["message"] as? String == "call \"x\"\n\u{1}")
    #expect(object["level"] as? String == "info")
    #expect(object["service"] as? String == "rating-handler")
    #expect(object["requestId"] as? String == "r-1")
    #expect(object["durationMs"] as? Double == 1.5)
    #expect((object["timestamp"] as? String)?.hasSuffix("Z") == true)
  }

  @Test("an error has a name, a message and the place that logged it")
  func error() throws {
    let lines = Lines()
    let logger = Logger(label: "test") { _ in JSONLogHandler(service: "s", sink: lines.sink) }
    logger.error("failed", error: Broken())
    let line = try #require(lines.all.withLock { $0.first })
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    )
    let error = try #require(object["error"] as? [String: String])
    #expect(error["name"] == "Broken")
    #expect(error["message"] == "Broken()")
    #expect(error["stack"]?.contains("LogLineTests.swift") == true)
  }

  /// The line of a call that ended so.
  private func line(_ error: RPCError?) throws -> (text: String, object: [String: Any]) {
    let lines = Lines()
    let method = MethodDescriptor(service: "a.B", name: "C")
    let observer = CallObserver(
      logger: Logger(label: "test") { _ in JSONLogHandler(service: "s", sink: lines.sink) },
      metrics: CallMetrics(.rpc, methods: []),
      methods: [method]
    )
    observer.callEnded(ServerContext(method: method), error)
    let text = try #require(lines.all.withLock { $0.first })
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    return (text, try #require(object))
  }

  @Test("of a caller's mistake the log says which, and nothing of what the caller sent")
  func callersMistake() throws {
    let typed = "cà phê của Lan"
    let refused = RPCError(
      code: .failedPrecondition,
      message: "names[1]: '\(typed)' is not known",
      details: [
        .badRequest([
          .init(field: "names[1]", description: "'\(typed)' is not known"),
          .init(field: "stars", description: "must be from 1 to 5"),
        ]),
        .errorInfo(reason: "NOT_KNOWN", domain: "test", metadata: ["name": typed]),
        .preconditionFailure(type: "STATUS", subject: typed, description: typed),
      ]
    )
    let (text, object) = try line(refused)
    #expect(!text.contains(typed))
    #expect(object["level"] as? String == "info")
    #expect(object["status"] as? String == "FAILED_PRECONDITION")
    #expect(object["fields"] as? String == "names[1], stars")
    #expect(object["reason"] as? String == "NOT_KNOWN, STATUS")
    let plain = try line(.notFound("you have no suggestion '\(typed)'"))
    #expect(!plain.text.contains(typed))
    #expect(plain.object["status"] as? String == "NOT_FOUND")
    #expect(plain.object["fields"] == nil && plain.object["reason"] == nil)
  }

  @Test(
    "of a mistake of ours the log says all",
    arguments: [StatusCode.internal, .unavailable, .unknown, .dataLoss, .deadlineExceeded]
  )
  func ourMistake(_ code: StatusCode) throws {
    let (_, object) = try line(RPCError(code: code, message: "the table is away"))
    #expect(object["level"] as? String == "error")
    let error = try #require(object["error"] as? [String: String])
    #expect(error["message"]?.contains("the table is away") == true)
  }

  @Test("text cannot forge a second line")
  func text() throws {
    let lines = Lines()
    let logger = Logger(label: "test") { _ in TextLogHandler(service: "s", sink: lines.sink) }
    logger.info("a\nb", metadata: ["k": "v\nw"])
    let line = try #require(lines.all.withLock { $0.first })
    #expect(line.filter { $0 == "\n" }.count == 1)
    #expect(line.contains("info    s  a\\nb k=v\\nw"))
  }

  @Test("text cannot forge a line with CRLF, nor steer a terminal")
  func controlCharacters() throws {
    let lines = Lines()
    let logger = Logger(label: "test") { _ in TextLogHandler(service: "s", sink: lines.sink) }
    logger.info("a", metadata: ["k": "v\r\nforged\u{1b}[2J\u{9b}2Jcà"])
    let line = try #require(lines.all.withLock { $0.first })
    #expect(line.unicodeScalars.filter { $0.properties.generalCategory == .control } == ["\n"])
    #expect(line.hasSuffix("k=v\\r\\nforged\\u{1b}[2J\\u{9b}2Jcà\n"))
  }
}
