@testable import HTTP2
import NIOCore
import Testing

@testable import RPC

@Suite struct ClientCallMachineTests {
  private static let closures: [StreamClosure] = [
    .finished, .refused, .resetByPeer(.cancel), .resetByPeer(.internalError),
    .resetLocally(.protocolError), .connectionLost(.closedByPeer),
  ]

  private static let bodies: [[UInt8]] = [
    [0, 0, 0, 0, 1, 7], [0, 0, 0], [0, 1, 7], [9, 0, 0, 0, 0], [0, 0, 0, 9, 9], [],
  ]

  @Test(
    "whatever a peer does in whatever order, a call ends once and stays ended",
    arguments: 0..<500
  )
  func anything(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var machine = ClientCallMachine(messageBytesMax: 100)
    var ends = 0
    var sends = 1
    machine.streamOpened()
    for _ in 0..<40 {
      let wasFinished = machine.isFinished
      let action: ClientCallMachine.Action
      switch Int.random(in: 0..<8, using: &random) {
      case 0: action = machine.receiveHead(ClientStreamMachineTests.head)
      case 1: action = machine.receiveHead(ClientStreamMachineTests.refusal)
      case 2, 3:
        action = machine.receive(ByteBuffer(bytes: Self.bodies.randomElement(using: &random) ?? []))
      case 4:
        action = machine.receiveEnd(Bool.random(using: &random) ? ClientStreamMachineTests.ok : nil)
      case 5, 6:
        action = machine.streamClosed(
          Self.closures.randomElement(using: &random) ?? .finished,
          peer: ""
        )
      default: action = machine.abandon(.cancelledByCaller)
      }
      if wasFinished {
        guard case .wait = action else {
          Issue.record("seed \(seed): \(action) after the end")
          return
        }
        continue
      }
      switch action {
      case .wait: #expect(!machine.isFinished, "seed \(seed)")
      case .succeed, .fail, .failAndReset:
        ends += 1
        #expect(machine.isFinished, "seed \(seed)")
      case .sendAgain:
        sends += 1
        machine.streamOpened()
      case .attemptFailed:
        if Bool.random(using: &random) {
          machine.restart()
          machine.streamOpened()
        } else {
          machine.giveUp()
          ends += 1
        }
      }
    }
    #expect(ends <= 1 && sends <= 4, "seed \(seed)")
  }

  @Test("an answer is one message and a status, whatever else arrives")
  func answers() {
    func run(_ body: [UInt8], _ trailers: HeaderFields?) -> StatusCode {
      var machine = ClientCallMachine(messageBytesMax: 100)
      machine.streamOpened()
      _ = machine.receiveHead(ClientStreamMachineTests.head)
      if case .failAndReset(let error) = machine.receive(ByteBuffer(bytes: body)) {
        return error.code
      }
      switch machine.receiveEnd(trailers) {
      case .succeed: return .ok
      case .fail(let error): return error.code
      default: return .unknown
      }
    }
    let message: [UInt8] = [0, 0, 0, 0, 1, 7]
    let ok = ClientStreamMachineTests.ok
    #expect(run(message, ok) == .ok)
    #expect(run(message, nil) == .internal)
    #expect(run(message + message, ok) == .unimplemented)
    #expect(run(message + [0], ok) == .internal)
    #expect(run([], ok) == .internal)
    #expect(run([9] + message, ok) == .internal)
    #expect(run([0, 0, 0, 0, 101], ok) == .resourceExhausted)
  }
}
