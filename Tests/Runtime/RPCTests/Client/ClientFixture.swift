import HTTP2
import NIOCore
import NIOPosix

@testable import RPC

/// A scripted server and a channel to it, over one event loop each.
struct ClientFixture {
  let group: MultiThreadedEventLoopGroup
  let server: ScriptedServer
  let channel: ClientChannel

  static func run(
    limits: SessionLimits = SessionLimits(),
    interceptors: [any ClientInterceptor] = [],
    options: ClientChannelOptions = ClientChannelOptions(),
    serve: @escaping @Sendable (ScriptedCall) -> Void,
    _ body: (ClientFixture) async throws -> Void
  ) async throws {
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    let server = try await ScriptedServer(group: group, limits: limits, serve: serve)
    let channel = ClientChannel(
      target: server.target,
      group: group,
      interceptors: interceptors,
      options: options
    )
    let fixture = ClientFixture(group: group, server: server, channel: channel)
    do {
      try await body(fixture)
    } catch {
      await fixture.stop()
      throw error
    }
    await fixture.stop()
  }

  private func stop() async {
    await channel.close()
    // A test may have stopped it itself.
    try? await server.stop()
    // Threads that fail to stop would show in the next test.
    try? await group.shutdownGracefully()
  }
}

extension OutgoingMessage {
  init(carrying bytes: [UInt8]) {
    self.init(count: bytes.count)
    unsafe payload.copyBytes(from: bytes)
  }
}

extension MethodDescriptor {
  static func test(
    _ name: String,
    _ kind: Kind,
    _ idempotency: Idempotency = .unknown
  ) -> MethodDescriptor {
    MethodDescriptor(service: "test.Test", name: name, kind: kind, idempotency: idempotency)
  }
}

extension RawCall {
  func nextBytes() async throws -> [UInt8]? {
    try await next().map { Array($0.readableBytesView) }
  }

  func all() async throws -> [[UInt8]] {
    var messages: [[UInt8]] = []
    while let message = try await nextBytes() { messages.append(message) }
    return messages
  }
}
