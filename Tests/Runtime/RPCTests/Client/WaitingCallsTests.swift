import Testing

@testable import RPC

@Suite struct WaitingCallsTests {
  private final class Call: OutgoingCall {
    let head = CallHead(method: .test("Get"))
    let name: Int
    var waitingIndex = -1
    var deadlineIndex = -1

    init(_ name: Int) { self.name = name }

    func open(on connection: ClientConnection) -> Bool { false }
    var isOver: Bool { false }
    func attemptFailed(_ error: RPCError) {}
    func abandon(_ error: RPCError) {}
    func deadlinePassed() {}
  }

  @Test("calls leave in the order they came, whoever left in between", arguments: 0..<100)
  func order(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var waiting = WaitingCalls()
    var model: [Call] = []
    for name in 0..<300 {
      switch Int.random(in: 0..<5, using: &random) {
      case 0, 1, 2:
        let call = Call(name)
        waiting.append(call)
        model.append(call)
      case 3 where !model.isEmpty:
        let call = model.remove(at: .random(in: model.indices, using: &random))
        waiting.remove(call)
        waiting.remove(call)
      default:
        let first = waiting.popFirst() as? Call
        #expect(first === model.first, "seed \(seed)")
        model = Array(model.dropFirst())
      }
      #expect(waiting.count == model.count, "seed \(seed)")
    }
    #expect(waiting.all.compactMap { ($0 as? Call)?.name } == model.map(\.name), "seed \(seed)")
  }
}
