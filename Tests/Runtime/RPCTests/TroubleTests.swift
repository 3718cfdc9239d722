import HTTP2
import NIOCore
import NIOPosix
import Testing

@testable import RPC

@Suite struct TroubleTests {
  @Test("calls beyond the peer's limit of streams wait for their turn", .timeLimit(.minutes(1)))
  func beyondStreams() async throws {
    var limits = ServerLimits()
    limits.session.streamsMax = 1
    let method = MethodDefinition.unaryBytes(.test("Get")) { bytes, _ in bytes }
    try await Loopback.run([method], over: .socket, limits: limits) { loopback in
      // On each of two loops more of them wait than a session queues frames of its own.
      try await withThrowingTaskGroup(of: [UInt8].self) { calls in
        for index in 0..<600 {
          calls.addTask {
            try await loopback.channel.unary(
              .test("Get"),
              bytes: [UInt8(index & 0xff)],
              options: CallOptions(timeout: .seconds(30))
            ).message
          }
        }
        var answers = 0
        for try await answer in calls where answer.count == 1 { answers += 1 }
        #expect(answers == 600)
      }
    }
  }

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
