import InMemoryPipe
import NIOCore
import NIOPosix
import Synchronization

@testable import RPC

/// A server and a channel to it, over a real loopback connection or through memory.
struct Loopback {
  /// What the connections are made of; all above it is the same.
  enum Medium: CaseIterable { case socket, pipe }

  let group = MultiThreadedEventLoopGroup(numberOfThreads: 2)
  let server: RPCServer
  let port: Int
  let channel: ClientChannel

  /// Runs `body` against a server of these methods, then ends everything.
  static func run(
    _ methods: [MethodDefinition],
    over medium: Medium = .pipe,
    interceptors: [any ServerInterceptor] = [],
    limits: ServerLimits = ServerLimits(),
    options: ClientChannelOptions = ClientChannelOptions(),
    _ body: (Loopback) async throws -> Void
  ) async throws {
    let loopback = try await Loopback(
      methods,
      over: medium,
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
    over medium: Medium,
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
    var options = options
    if medium == .socket {
      port = try await server.start(port: 0)
    } else {
      port = 0
      options.connect = try Self.connect(to: server, group)
    }
    channel = ClientChannel(
      target: Target(host: "127.0.0.1", port: port),
      group: group,
      options: options
    )
  }

  /// Connects through memory, to any loop of the server's.
  private static func connect(
    to server: RPCServer,
    _ group: MultiThreadedEventLoopGroup
  ) throws -> ClientChannelOptions.Connect {
    let accept = try server.installer()
    return { _, loop, initialize in
      Pipe.connect(from: loop, to: group.next(), accept: accept, initialize: initialize)
    }
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
