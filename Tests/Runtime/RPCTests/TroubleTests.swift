import NIOCore
import Testing

@testable import RPC

@Suite struct TroubleTests {
  @Test("a stream that ends before its request is complete leaves nothing behind")
  func incompleteRequest() {
    var machine = ServerCallMachine(messageBytesMax: 100)
    guard case .wait = machine.receive(ByteBuffer(bytes: [0, 0, 0, 0, 9, 1, 2])) else {
      Issue.record("half a message is waited for")
      return
    }
    guard case .cancel = machine.streamClosed() else {
      Issue.record("its deadline must be forgotten")
      return
    }
    #expect(machine.bufferedBytes == 0)
    guard case .wait = machine.deadlinePassed() else {
      Issue.record("nobody is there to be answered")
      return
    }
  }
}
