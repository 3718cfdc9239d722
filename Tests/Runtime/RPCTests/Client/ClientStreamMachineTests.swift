@testable import HTTP2
import NIOCore
import Testing

@testable import RPC

@Suite struct ClientStreamMachineTests {
  private static func block(_ fields: KeyValuePairs<String, String>) -> HeaderFields {
    var block = HeaderFields()
    for (name, value) in fields {
      let nameBytes = Array(name.utf8)
      let valueBytes = Array(value.utf8)
      unsafe nameBytes.withUnsafeBytes { name in
        unsafe valueBytes.withUnsafeBytes { value in
          unsafe block.append(token: WireFields.names.token(name), name: name, value: value)
        }
      }
    }
    return block
  }

  static let head = block([":status": "200", "content-type": "application/grpc"])
  static let ok = block(["grpc-status": "0"])
  static let refusal = block([
    ":status": "200", "content-type": "application/grpc", "grpc-status": "7",
  ])

  private static func framed(_ message: [UInt8]) -> [UInt8] {
    [0, 0, 0, UInt8(message.count >> 8), UInt8(message.count & 0xff)] + message
  }

  @Test(
    "messages are whole whatever the chunks, and every byte goes back to the window once",
    arguments: 0..<200
  )
  func chunks(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let messages = (0..<Int.random(in: 0...8, using: &random)).map { _ in
      [UInt8](
        repeating: .random(in: 0...255, using: &random),
        count: .random(in: 0...600, using: &random)
      )
    }
    var wire = messages.flatMap(Self.framed)[...]
    let total = wire.count
    var machine = ClientStreamMachine(messageBytesMax: 1_000)
    machine.streamOpened()
    _ = machine.receiveHead(Self.head)
    var read: [[UInt8]] = []
    var received = 0
    var consumed = 0
    var isEnded = false
    while true {
      // A chunk, the end, or a look by the reader, in any order that the wire allows.
      let canReceive = !isEnded
      if canReceive, Bool.random(using: &random) {
        if wire.isEmpty {
          isEnded = true
          _ = machine.receiveEnd(Self.ok)
        } else {
          let count = min(wire.count, Int.random(in: 1...700, using: &random))
          received += count
          _ = machine.receive(ByteBuffer(bytes: wire.prefix(count)))
          wire = wire.dropFirst(count)
        }
        continue
      }
      switch machine.read() {
      case .message(let message, let bytes):
        read.append(Array(message.bytes.readableBytesView))
        consumed += bytes
      case .wait(let bytes): consumed += bytes
      case .end:
        #expect(read == messages && consumed == total && isEnded, "seed \(seed)")
        return
      case .failed(let error), .failedAndReset(let error):
        Issue.record("seed \(seed): \(error)")
        return
      }
      try #require(consumed <= received, "seed \(seed): more is given back than came")
    }
  }

  @Test("a refused stream is sent again, three times and no more")
  func refused() {
    var machine = ClientStreamMachine(messageBytesMax: 10)
    for _ in 0..<3 {
      machine.streamOpened()
      guard case .sendAgain = machine.streamClosed(.refused, peer: "p") else {
        Issue.record("nothing was processed: it is safe to send again")
        return
      }
    }
    machine.streamOpened()
    guard case .attemptFailed(let error) = machine.streamClosed(.refused, peer: "p") else {
      Issue.record("the peer means it")
      return
    }
    #expect(error.code == .unavailable)
  }

  struct Closing: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let reason: StreamClosure
    let code: StatusCode
  }

  @Test(
    "a stream that closes without a status maps to the code the specification gives",
    arguments: [
      Closing(testDescription: "CANCEL", reason: .resetByPeer(.cancel), code: .cancelled),
      Closing(
        testDescription: "calm",
        reason: .resetByPeer(.enhanceYourCalm),
        code: .resourceExhausted
      ),
      Closing(testDescription: "refused", reason: .resetByPeer(.refusedStream), code: .unavailable),
      Closing(
        testDescription: "security",
        reason: .resetByPeer(.inadequateSecurity),
        code: .permissionDenied
      ),
      Closing(testDescription: "internal", reason: .resetByPeer(.internalError), code: .internal),
      Closing(testDescription: "ours", reason: .resetLocally(.protocolError), code: .internal),
      Closing(testDescription: "no status", reason: .finished, code: .internal),
      Closing(testDescription: "lost", reason: .connectionLost(.closedByPeer), code: .unavailable),
    ]
  )
  func closures(_ closing: Closing) {
    for isAnswering in [false, true] {
      var machine = ClientStreamMachine(messageBytesMax: 10)
      machine.streamOpened()
      if isAnswering { _ = machine.receiveHead(Self.head) }
      let action = machine.streamClosed(closing.reason, peer: "10.0.0.1:1")
      switch (action, machine.outcome) {
      case (.attemptFailed(let error), nil) where !isAnswering: #expect(error.code == closing.code)
      case (.wake, .failure(let error)) where isAnswering: #expect(error.code == closing.code)
      default: Issue.record("\(action)")
      }
    }
  }

  @Test("whatever happens after the end changes nothing")
  func afterTheEnd() {
    var machine = ClientStreamMachine(messageBytesMax: 10)
    machine.streamOpened()
    _ = machine.receiveHead(Self.head)
    guard case .wakeAndReset = machine.abandon(.aborted("mine")) else {
      Issue.record("an open stream is reset")
      return
    }
    _ = machine.receive(ByteBuffer(bytes: [1, 2, 3]))
    _ = machine.receiveEnd(Self.ok)
    _ = machine.streamClosed(.finished, peer: "")
    _ = machine.abandon(.aborted("yours"))
    guard case .failed(let error) = machine.read() else {
      Issue.record("the first end holds")
      return
    }
    #expect(error.message == "mine")
  }

  @Test("a status without an answer leaves the call to be tried again")
  func trailersOnly() {
    var machine = ClientStreamMachine(messageBytesMax: 10)
    machine.streamOpened()
    guard case .attemptFailed(let error) = machine.receiveHead(Self.refusal) else {
      Issue.record("no answer began")
      return
    }
    #expect(error.code == .permissionDenied && !machine.isCommitted)
    machine.restart()
    machine.streamOpened()
    _ = machine.receiveHead(Self.head)
    #expect(machine.isCommitted)
  }
}

/// Random numbers that a seed repeats (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
    bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
    return bits ^ (bits >> 31)
  }
}
