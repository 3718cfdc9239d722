import NIOCore
import Testing

@testable import RPC

/// Random but repeatable: a seed names a whole sequence.
private struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var word = state
    word = (word ^ word >> 30) &* 0xbf58_476d_1ce4_e5b9
    word = (word ^ word >> 27) &* 0x94d0_49bb_1331_11eb
    return word ^ word >> 31
  }
}

@Suite("The machine of a served call")
struct ServerCallMachineTests {
  /// What a sequence of events has led to so far.
  private struct Seen {
    var answers = 0
    var handlers = 0
    var cancels = 0
    var messages: [[UInt8]] = []
    var hasEnded = false
  }

  private static func prefixed(_ message: [UInt8]) -> [UInt8] {
    [0, 0, 0, 0, UInt8(message.count)] + message
  }

  private func note(_ action: ServerCallMachine.Action, _ seen: inout Seen) {
    switch action {
    case .wait, .wakeReader: break
    case .handle: seen.handlers += 1
    case .answer: seen.answers += 1
    case .answerAndCancel:
      seen.answers += 1
      seen.cancels += 1
    case .cancel: seen.cancels += 1
    }
  }

  private func read(_ machine: inout ServerCallMachine, _ seen: inout Seen) {
    while true {
      do {
        switch try machine.next() {
        case .message(let message): seen.messages.append(Array(message.readableBytesView))
        case .end:
          seen.hasEnded = true
          return
        case .wait: return
        }
      } catch {
        return
      }
    }
  }

  @Test("a stream's messages arrive whole and in order, however its bytes are cut")
  func cuts() throws {
    for seed in 0..<300 {
      var random = Seeded(state: UInt64(seed))
      let messages = (0..<Int.random(in: 0...6, using: &random)).map { _ in
        (0..<Int.random(in: 0...40, using: &random)).map { _ in
          UInt8.random(in: 0...255, using: &random)
        }
      }
      var bytes = messages.flatMap(Self.prefixed)[...]
      var machine = ServerCallMachine(streamsRequests: true, messageBytesMax: 100)
      var seen = Seen()
      note(machine.begin(), &seen)
      while !bytes.isEmpty {
        let cut = bytes.prefix(Int.random(in: 1...17, using: &random))
        bytes = bytes.dropFirst(cut.count)
        note(machine.receive(ByteBuffer(bytes: cut)), &seen)
        if Bool.random(using: &random) { read(&machine, &seen) }
      }
      note(machine.receiveEnd(), &seen)
      read(&machine, &seen)
      #expect(seen.messages == messages, "seed \(seed)")
      let isAwaited = machine.handlerEnded()
      #expect(seen.hasEnded && seen.handlers == 1 && isAwaited, "seed \(seed)")
    }
  }

  @Test("whatever happens in whatever order, a call is answered and handled at most once")
  func anyOrder() {
    for seed in 0..<2_000 {
      var random = Seeded(state: UInt64(seed))
      let streams = Bool.random(using: &random)
      var machine = ServerCallMachine(streamsRequests: streams, messageBytesMax: 20)
      var seen = Seen()
      var isClosed = false
      var isHandlerDone = false
      note(machine.begin(), &seen)
      for _ in 0..<Int.random(in: 1...12, using: &random) where !isClosed {
        switch Int.random(in: 0..<7, using: &random) {
        case 0, 1:
          let count = Int.random(in: 0...24, using: &random)
          note(
            machine.receive(ByteBuffer(bytes: Self.prefixed(.init(repeating: 1, count: count)))),
            &seen
          )
        case 2: note(machine.receive(ByteBuffer(bytes: [0, 0, 0])), &seen)
        case 3: note(machine.receiveEnd(), &seen)
        case 4: note(machine.deadlinePassed(), &seen)
        case 5:
          guard seen.handlers == 1, !isHandlerDone else { continue }
          isHandlerDone = true
          if machine.handlerEnded() { seen.answers += 1 }
        default:
          note(machine.streamClosed(), &seen)
          isClosed = true
        }
        if streams, !isHandlerDone { read(&machine, &seen) }
        #expect(seen.answers <= 1 && seen.handlers <= 1 && seen.cancels <= 1, "seed \(seed)")
        if isClosed {
          #expect(machine.isAnswered && machine.bufferedBytes == 0, "seed \(seed)")
          let isAwaited = machine.handlerEnded()
          #expect(!isAwaited, "seed \(seed): nobody is there to be answered")
        }
      }
    }
  }
}
