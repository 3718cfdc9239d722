package import NIOCore
import NIOPosix

/// Takes the connections of one address, within limits, and stops without losing one.
package final class Listener: Sendable {
  /// How many connections are open at once.
  package struct Limits: Sendable {
    package var connectionsMax: Int
    /// Of one address (IPv6: one /64); less than all, so that no single peer locks out the others.
    package var perAddressMax: Int

    package init(connectionsMax: Int, perAddressMax: Int) {
      self.connectionsMax = connectionsMax
      self.perAddressMax = perAddressMax
    }
  }

  /// Where it listens, as the kernel says when port 0 was asked for.
  package let port: Int
  private let channel: any Channel

  private init(channel: any Channel, port: Int) {
    self.channel = channel
    self.port = port
  }

  /// Begins to listen; `install` builds the handlers of each connection, on the connection's loop.
  package static func bind(
    host: String,
    port: Int,
    group: any EventLoopGroup,
    limits: Limits,
    install: @escaping @Sendable (any Channel) throws -> Void
  ) async throws -> Listener {
    let admission = Admission(limits)
    let channel = try await ServerBootstrap(group: group)
      // Clients that come back all at once after a restart.
      .serverChannelOption(.backlog, value: 1_024)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .serverChannelOption(.maxMessagesPerRead, value: 64)
      // Not before `Arrivals` counts the ends too.
      .serverChannelOption(.autoRead, value: false)
      .serverChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(Arrivals())
        }
      }
      .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
      // One read takes what is there; a second would nearly always find nothing.
      .childChannelOption(.maxMessagesPerRead, value: 1)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          let address = channel.remoteAddress
          guard admission.take(address) else { throw TooManyConnections() }
          channel.closeFuture.whenComplete { _ in admission.giveBack(address) }
          try install(channel)
        }
      }
      .bind(host: host, port: port)
      .get()
    try await channel.eventLoop.submit {
      let pipeline = channel.pipeline.syncOperations
      try pipeline.addHandler(Arrivals.End(of: pipeline.handler(type: Arrivals.self)))
      try channel.syncOptions?.setOption(.autoRead, value: true)
    }.get()
    return Listener(channel: channel, port: channel.localAddress?.port ?? port)
  }

  private struct TooManyConnections: Error {}

  /// Takes who has connected so far, then nobody; returns when all of them have their handlers.
  ///
  /// The kernel connects before we accept: closing the socket at once would reset those in between,
  /// requests and all.
  package func close() async {
    // Already closed is closed.
    try? await channel.eventLoop.flatSubmit { [channel] in
      do {
        let arrivals = try channel.pipeline.syncOperations.handler(type: Arrivals.self)
        return arrivals.finish()
      } catch {
        return channel.close()
      }
    }.get()
  }
}

/// Connections that were accepted and that their own loop does not have yet.
private final class Arrivals: ChannelInboundHandler {
  typealias InboundIn = any Channel

  private var pending = 0
  private var context: ChannelHandlerContext?
  private var closing: EventLoopPromise<Void>?
  private var isBacklogTaken = false

  /// In this time the loop asks the kernel at least once more who waits.
  private static let turn = TimeAmount.milliseconds(5)
  /// New ones that keep coming must not keep us.
  private static let patience = TimeAmount.seconds(1)

  func handlerAdded(context: ChannelHandlerContext) { self.context = context }

  func handlerRemoved(context: ChannelHandlerContext) {
    self.context = nil
    closing?.succeed(())
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    pending += 1
    context.fireChannelRead(data)
  }

  /// An accept failed: without file descriptors, as the next one would at once.
  ///
  /// `AcceptBackoffHandler` waits before it asks for the next read; but a failed accept leaves the last
  /// read open, and the loop would go round without end.
  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    guard error is IOError else { return context.fireErrorCaught(error) }
    setReading(false)
    let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
    context.eventLoop.scheduleTask(in: Self.pause) { bound.value.setReading(true) }
  }

  private static let pause = TimeAmount.milliseconds(100)

  private func setReading(_ isReading: Bool) {
    // A channel that is closed reads nothing anyway.
    try? context?.channel.syncOptions?.setOption(.autoRead, value: isReading)
  }

  func finish() -> EventLoopFuture<Void> {
    guard let context else { preconditionFailure("a listener closes while its channel is open") }
    if let closing { return closing.futureResult }
    let promise = context.eventLoop.makePromise(of: Void.self)
    closing = promise
    refuseNewcomers(context.channel)
    let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
    context.eventLoop.scheduleTask(in: Self.turn) {
      bound.value.isBacklogTaken = true
      bound.value.closeIfDone()
    }
    context.eventLoop.scheduleTask(in: Self.patience) { bound.value.close() }
    return promise.futureResult
  }

  /// From here the kernel connects nobody, while those it has connected are still accepted.
  ///
  /// A dropped SYN is sent again after a second, and is then refused as any is where nobody listens.
  private func refuseNewcomers(_ channel: any Channel) {
    #if os(Linux)
      guard let socket = channel as? any SocketOptionProvider else { return }
      unsafe SYNFilter.instructions.withUnsafeBufferPointer { instructions in
        let program = unsafe SYNFilter.Program(
          count: UInt16(instructions.count),
          first: instructions.baseAddress
        )
        // Where it cannot be set, newcomers of the last moment are reset.
        _ = socket.unsafeSetSocketOption(
          level: .socket,
          name: SYNFilter.attach,
          value: program
        )
      }
    #endif
  }

  private func closeIfDone() {
    if isBacklogTaken, pending == 0 { close() }
  }

  private func close() {
    context?.close(promise: nil)
  }

  /// Stands behind the handler that hands connections to their loops.
  final class End: ChannelInboundHandler {
    typealias InboundIn = any Channel

    private let arrivals: Arrivals

    init(of arrivals: Arrivals) { self.arrivals = arrivals }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      context.fireChannelRead(data)
      end()
    }

    /// One was refused or broke before it began; its channel is closed by now.
    func errorCaught(context: ChannelHandlerContext, error: any Error) {
      end()
    }

    private func end() {
      arrivals.pending = max(0, arrivals.pending - 1)
      arrivals.closeIfDone()
    }
  }
}

@available(*, unavailable) extension Arrivals: Sendable {}
@available(*, unavailable) extension Arrivals.End: Sendable {}
