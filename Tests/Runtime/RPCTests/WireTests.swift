import HTTP2
import NIOCore
import NIOEmbedded
import Testing

@testable import RPC

@Suite struct WireTests {
  @Test(
    "grpc-timeout is read in every unit",
    arguments: [
      ("1H", Duration.seconds(3_600)), ("2M", .seconds(120)), ("3S", .seconds(3)),
      ("4m", .milliseconds(4)), ("5u", .microseconds(5)), ("6n", .nanoseconds(6)),
      ("99999999H", .seconds(99_999_999 * 3_600)), ("0n", .zero),
    ]
  )
  func timeouts(text: String, duration: Duration) {
    #expect(Timeout.parse(Array(text.utf8)) == duration)
  }

  @Test(
    "what is not a grpc-timeout is refused",
    arguments: ["", "S", "1", "123456789S", "-1S", "1 S", "1s", "0x1S"]
  )
  func wrongTimeouts(text: String) {
    #expect(Timeout.parse(Array(text.utf8)) == nil)
  }

  @Test("a written timeout is never longer than eight digits nor shorter than asked")
  func writesTimeouts() throws {
    for exponent in 0...17 {
      let asked = Duration.nanoseconds(Int64(1_234_567_890_123_456_789) / pow10(exponent))
      let read = try #require(Timeout.parse(Array(Timeout.format(asked).utf8)))
      #expect(read >= asked)
      #expect(read <= asked * 1.001 + .nanoseconds(1))
    }
    #expect(Timeout.format(.seconds(-1)) == "0n")
  }

  private func pow10(_ exponent: Int) -> Int64 {
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }

  @Test("values that share a line are taken apart, as long as they are not very many")
  func binaryValues() throws {
    var block = HeaderFields()
    block.append("a-bin", "AQ,,Ag")
    #expect(try Metadata(block).values(binary: "a-bin") == [[1], [], [2]])
    let name = String(repeating: "b", count: 5_000) + "-bin"
    block.append(name, String(repeating: ",", count: 10_000))
    let error = #expect(throws: RPCError.self) { try Metadata(block) }
    #expect(error?.code == .resourceExhausted)
  }

  @Test("the begin of a message does not keep what was read with it")
  func begunMessage() {
    var deframer = MessageDeframer(messageBytesMax: 100)
    let read = ByteBuffer(bytes: [0, 0, 0, 0, 99, 1] + [UInt8](repeating: 0, count: 64 << 10))
    deframer.append(read.getSlice(at: 0, length: 6) ?? ByteBuffer())
    #expect(deframer.bufferedBytes == 6)
    #expect(deframer.storageBytes < 64)
  }

  @Test("messages that end within what is read leave nothing of it behind")
  func misalignedMessages() throws {
    let message: [UInt8] = [0, 0, 0, 0, 99] + [UInt8](repeating: 1, count: 99)
    var deframer = MessageDeframer(messageBytesMax: 100)
    deframer.append(ByteBuffer(bytes: message[..<2]))
    for _ in 0..<1_000 {
      deframer.append(ByteBuffer(bytes: message[2...] + message[..<2]))
      #expect(try deframer.next()?.readableBytes == 99)
      #expect(deframer.bufferedBytes == 2)
      #expect(deframer.storageBytes < 64)
    }
  }

  @Test(
    "grpc-message survives its encoding",
    arguments: ["", "plain", "100%", "\t\n", "tên sai", "a%20b", "🍲"]
  )
  func percent(text: String) {
    let encoded = PercentEncoding.encode(text)
    #expect(encoded.allSatisfy { (0x20...0x7e).contains($0) })
    #expect(PercentEncoding.decode(encoded) == text)
  }

  @Test("broken escapes are kept as they came", arguments: ["%", "%4", "%zz", "50% of", "%%41"])
  func brokenPercent(text: String) {
    let decoded = PercentEncoding.decode(Array(text.utf8))
    #expect(decoded == (text == "%%41" ? "%A" : text))
  }

  @Test(
    "base64 is read with and without padding",
    arguments: [("", []), ("AA", [0]), ("AA==", [0]), ("AP8", [0, 255]), ("-_8", [251, 255])]
      as [(String, [UInt8])]
  )
  func base64(text: String, bytes: [UInt8]) {
    #expect(Base64.decode(Array(text.utf8)) == bytes)
    #expect(Base64.decode(Base64.encode(bytes)) == bytes)
  }

  @Test("what is not base64 is refused", arguments: ["A", "AA=", "A===", "A A", "é", "AAAAA"])
  func brokenBase64(text: String) {
    #expect(Base64.decode(Array(text.utf8)) == nil)
  }

  @Test("a body split at any byte gives the same messages")
  func deframes() throws {
    let messages: [[UInt8]] = [[1, 2, 3], [], [UInt8](repeating: 7, count: 40)]
    let body: [UInt8] = messages.reduce(into: []) { body, message in
      body += [0, 0, 0, 0, UInt8(message.count)] + message
    }
    for cut in 0...body.count {
      var deframer = MessageDeframer(messageBytesMax: 100)
      var found: [[UInt8]] = []
      for part in [body[..<cut], body[cut...]] {
        deframer.append(ByteBuffer(bytes: part))
        while let next = try deframer.next() { found.append(Array(next.readableBytesView)) }
      }
      #expect(found == messages)
      #expect(deframer.bufferedBytes == 0)
    }
  }

  @Test(
    "a prefix that lies is refused before its message is kept",
    arguments: [
      ([1, 0, 0, 0, 1, 9], StatusCode.internal), ([2, 0, 0, 0, 1, 9], .internal),
      ([0, 0, 0, 0, 101], .resourceExhausted), ([0, 255, 255, 255, 255], .resourceExhausted),
    ] as [([UInt8], StatusCode)]
  )
  func lyingPrefix(bytes: [UInt8], code: StatusCode) {
    var deframer = MessageDeframer(messageBytesMax: 100)
    deframer.append(ByteBuffer(bytes: bytes))
    do {
      _ = try deframer.next()
      Issue.record("not refused")
    } catch {
      #expect(error.code == code)
    }
  }

  @Test("metadata keeps order and duplicates, and replaces by name")
  func metadata() {
    var metadata: Metadata = ["a": "1", "b": "2"]
    metadata.append("A", "3")
    metadata.append(binary: "c-bin", [0, 1])
    #expect(metadata.values("a") == ["1", "3"])
    #expect(metadata.map(\.name) == ["a", "b", "a", "c-bin"])
    metadata["a"] = "4"
    #expect(metadata.values("a") == ["4"])
    #expect(metadata[binary: "c-bin"] == [0, 1])
    metadata.remove("b")
    #expect(metadata["b"] == nil)
    #expect(metadata.count == 2)
  }

  @Test(
    "targets are read in every form",
    arguments: [
      ("localhost:1", Target.Address.host("localhost", port: 1)),
      ("dns:///svc:50051", .host("svc", port: 50_051)), ("[::1]:7", .host("::1", port: 7)),
      ("ipv4:1.2.3.4:5", .list([.ip("1.2.3.4", port: 5)])), ("unix:/a/b", .unix(path: "/a/b")),
      ("unix:///a/b", .unix(path: "/a/b")), ("file:///a/b", .file(path: "/a/b")),
      ("ipv6:[::1]:5,[::2]:6", .list([.ip("::1", port: 5), .ip("::2", port: 6)])),
    ]
  )
  func targets(text: String, address: Target.Address) throws {
    #expect(try Target(parsing: text).address == address)
  }

  @Test(
    "what is no target is refused",
    arguments: ["", "host", "host:", "host:0", "host:65536", ":1", "::1:5", "unix:"]
  )
  func wrongTargets(text: String) {
    #expect(throws: RPCError.self) { try Target(parsing: text) }
  }

  @Test("a traceparent is read and written alike")
  func traces() throws {
    let text = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
    let trace = try #require(TraceContext(traceparent: text))
    #expect(trace.traceparent == text)
    #expect(trace.child().traceID == trace.traceID)
    #expect(trace.child().spanID != trace.spanID)
    for broken in [
      "", text.dropLast().description, text.uppercased(),
      text.replacing("00f067aa0ba902b7", with: "0000000000000000"),
      "ff" + text.dropFirst(2), text + "-x",
    ] {
      #expect(TraceContext(traceparent: broken) == nil)
    }
  }

  @Test("the deadline queue ends what is due, in order, and forgets what has ended")
  func deadlines() {
    final class Holder: DeadlineHolder {
      var deadlineIndex = -1
      var passed = false
      func deadlinePassed() { passed = true }
    }
    let queue = DeadlineQueue(loop: EmbeddedEventLoop())
    let holders = (0..<100).map { _ in Holder() }
    for (index, holder) in holders.enumerated() {
      queue.insert(holder, Deadline(uptimeNanoseconds: UInt64((index * 37) % 100 + 1)))
    }
    for index in stride(from: 0, to: 100, by: 3) { queue.remove(holders[index]) }
    queue.expire(at: 50)
    for (index, holder) in holders.enumerated() {
      let isDue = (index * 37) % 100 + 1 <= 50 && index % 3 != 0
      #expect(holder.passed == isDue)
    }
  }
}
