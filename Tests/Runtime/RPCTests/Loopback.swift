import NIOCore
import NIOPosix
import Synchronization

@testable import RPC

/// A server and a channel to it, over a real loopback connection.
struct Loopback {
  let group = MultiThreadedEventLoopGroup(numberOfThreads: 2)
  let server: RPCServer
  let port: Int
  let channel: ClientChannel

  /// Runs `body` against a server of these methods, then ends everything.
  static func run(
    _ methods: [MethodDefinition],
    interceptors: [any ServerInterceptor] = [],
    limits: ServerLimits = ServerLimits(),
    options: ClientChannelOptions = ClientChannelOptions(),
    _ body: (Loopback) async throws -> Void
  ) async throws {
    let loopback = try await Loopback(
      methods,
      interceptors: interceptors,
      limits: limits,
      options: options
    )
    do {
      try await body(loopback)
      await loopback.stop()
    } catch {
      await loopback.stop()
      throw error
    }
  }

  private init(
    _ methods: [MethodDefinition],
    interceptors: [any ServerInterceptor],
    limits: ServerLimits,
    options: ClientChannelOptions
  ) async throws {
    server = RPCServer(
      services: [ServiceDefinition(name: "test.Test", methods: methods)],
      interceptors: interceptors,
      limits: limits,
      group: group
    )
    port = try await server.start(port: 0)
    channel = ClientChannel(
      target: Target(host: "127.0.0.1", port: port),
      group: group,
      options: options
    )
  }

  private func stop() async {
    await channel.close()
    await server.drain(within: .seconds(1))
    // Threads that fail to stop would show in the next test.
    try? await group.shutdownGracefully()
  }
}

extension MethodDescriptor {
  static func test(_ name: String) -> MethodDescriptor {
    MethodDescriptor(service: "test.Test", name: name)
  }
}

/// Opens once; whoever waits goes on.
final class Gate: Sendable {
  private let state = Mutex<(isOpen: Bool, waiting: [CheckedContinuation<Void, Never>])>(
    (false, [])
  )

  func wait() async {
    await withCheckedContinuation { continuation in
      let isOpen = state.withLock { state in
        if !state.isOpen { state.waiting.append(continuation) }
        return state.isOpen
      }
      if isOpen { continuation.resume() }
    }
  }

  func open() {
    let waiting = state.withLock { state in
      state.isOpen = true
      defer { state.waiting = [] }
      return state.waiting
    }
    for continuation in waiting { continuation.resume() }
  }
}

/// Waits until the surrounding task is cancelled.
func untilCancelled() async throws {
  let (stream, continuation) = AsyncStream.makeStream(of: Never.self)
  try await withTaskCancellationHandler {
    for await _ in stream {}
    try Task.checkCancellation()
  } onCancel: {
    continuation.finish()
  }
}
