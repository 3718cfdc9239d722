import NIOCore
import NIOPosix
import NIOSSL
import Synchronization

/// A client that sends bytes as they are and reads what comes back.
final class RawConnection: Sendable {
  private let channel: any Channel
  private let received: Received

  /// Our side has said everything; the other may go on.
  func endSending() async throws { try await channel.close(mode: .output).get() }

  init(port: Int, tls: TLSConfiguration? = nil, reads: Bool = true) async throws {
    let received = Received()
    let context = try tls.map { try NIOSSLContext(configuration: $0) }
    self.received = received
    channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .channelOption(.autoRead, value: reads)
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          if let context {
            let handler = try NIOSSLClientHandler(context: context, serverHostname: "localhost")
            try channel.pipeline.syncOperations.addHandler(handler)
          }
          try channel.pipeline.syncOperations.addHandler(Collector(received))
        }
      }
      .connect(host: "127.0.0.1", port: port)
      .get()
  }

  /// From here on, what comes is left where it is.
  func stopReading() async throws {
    try await channel.setOption(.autoRead, value: false).get()
  }

  func send(_ text: String) async throws {
    try await send(Array(text.utf8))
  }

  func send(_ bytes: [UInt8]) async throws {
    try await channel.writeAndFlush(ByteBuffer(bytes: bytes)).get()
  }

  /// All that has come, once it satisfies the condition or the other side has closed.
  func text(until condition: @escaping @Sendable (String) -> Bool) async -> String {
    await withCheckedContinuation { continuation in
      received.wait { text, isEnd in
        guard isEnd || condition(text) else { return false }
        continuation.resume(returning: text)
        return true
      }
    }
  }

  /// Everything until the other side closes.
  func textToEnd() async -> String { await text { _ in false } }

  func close() async {
    // Already closed is closed.
    try? await channel.close()
  }
}

/// What a connection has received, and who waits for more.
private final class Received: Sendable {
  typealias Waiter = @Sendable (String, Bool) -> Bool

  private struct State {
    var bytes: [UInt8] = []
    var isEnd = false
    var waiter: Waiter?
  }

  private let state = Mutex(State())

  func wait(_ waiter: @escaping Waiter) {
    state.withLock { state in
      state.waiter = waiter
      Self.notify(&state)
    }
  }

  func append(_ bytes: some Sequence<UInt8>) {
    state.withLock { state in
      state.bytes.append(contentsOf: bytes)
      Self.notify(&state)
    }
  }

  func end() {
    state.withLock { state in
      state.isEnd = true
      Self.notify(&state)
    }
  }

  /// Asks inside the lock: what comes while the waiter thinks must not be lost on it.
  private static func notify(_ state: inout State) {
    guard let waiter = state.waiter else { return }
    if waiter(String(decoding: state.bytes, as: UTF8.self), state.isEnd) { state.waiter = nil }
  }
}

private final class Collector: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  private let received: Received

  init(_ received: Received) { self.received = received }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    received.append(unwrapInboundIn(data).readableBytesView)
  }

  func channelInactive(context: ChannelHandlerContext) { received.end() }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }
}
