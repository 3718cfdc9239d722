import NIOCore
import NIOPosix
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

  @Test("a peer that says nothing is named as the reason")
  func silentPeer() async throws {
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    let listener = try await ServerBootstrap(group: group).bind(host: "127.0.0.1", port: 0).get()
    var options = ClientChannelOptions()
    options.connectTimeout = .milliseconds(50)
    let port = try #require(listener.localAddress?.port)
    let channel = ClientChannel(
      target: Target(host: "127.0.0.1", port: port),
      group: group,
      options: options
    )
    let error = try await #require(throws: RPCError.self) {
      try await channel.unary(.test("Get"), bytes: [])
    }
    #expect(error.code == .unavailable)
    #expect(error.message.contains("no HTTP/2 settings within"))
    await channel.close()
    try await group.shutdownGracefully()
  }
}
