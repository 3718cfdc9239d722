package import NIOCore
import NIOTLS

/// What the driver of a connection tells its owner.
package protocol ConnectionObserver: AnyObject {
  func connectionClosed(_ reason: ConnectionEnd)
}

/// Joins one session to one channel: bytes in, bytes out, one flush per read.
package final class ConnectionHandler: ChannelDuplexHandler {
  package typealias InboundIn = ByteBuffer
  package typealias OutboundIn = Never
  package typealias OutboundOut = ByteBuffer

  package let session: Session
  package weak var observer: (any ConnectionObserver)?

  private let output: OutputBuffer
  private var context: ChannelHandlerContext?
  private var failure: ConnectionEnd?
  private var isFlushScheduled = false
  private var isReadHeldBack = false
  private var isInReadCycle = false
  private var isClosing = false
  /// Everything is said; what still comes is thrown away until the peer has read it and ends too.
  private var isLingering = false
  private var farewells: [Scheduled<Void>] = []

  package init(session: Session, output: OutputBuffer = OutputBuffer()) {
    self.session = session
    self.output = output
  }

  package func handlerAdded(context: ChannelHandlerContext) {
    self.context = context
    if context.channel.isActive { flush(context) }
  }

  package func handlerRemoved(context: ChannelHandlerContext) {
    finish(.closedLocally)
  }

  package func channelActive(context: ChannelHandlerContext) {
    flush(context)
    context.fireChannelActive()
  }

  package func channelInactive(context: ChannelHandlerContext) {
    finish(isClosing ? .closedLocally : .closedByPeer)
    context.fireChannelInactive()
  }

  package func errorCaught(context: ChannelHandlerContext, error: any Error) {
    failure = failure ?? .transport(TLSFailure.explain(error) ?? "\(error)")
    close()
  }

  package func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard !isClosing else { return }
    isInReadCycle = true
    do {
      try session.receive(unwrapInboundIn(data), at: NIODeadline.now().uptimeNanoseconds)
    } catch {
      failure = error
      flush(context)
      sayGoodbye(context)
    }
  }

  package func channelReadComplete(context: ChannelHandlerContext) {
    isInReadCycle = false
    flush(context)
    context.fireChannelReadComplete()
  }

  package func channelWritabilityChanged(context: ChannelHandlerContext) {
    if context.channel.isWritable { flush(context) }
    context.fireChannelWritabilityChanged()
  }

  /// A client that does not read our answers is not read either.
  package func read(context: ChannelHandlerContext) {
    if mayRead(context) { context.read() } else { isReadHeldBack = true }
  }

  package func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if case TLSUserEvent.handshakeCompleted(let negotiated)? = event as? TLSUserEvent,
      negotiated != "h2"
    {
      failure = .transport("TLS without ALPN h2: negotiated \(negotiated ?? "nothing")")
      close()
    }
    context.fireUserInboundEventTriggered(event)
  }
}

extension ConnectionHandler {
  /// Sends what waits: at once between reads, else with the read's own flush.
  package func outputPending() {
    guard !isInReadCycle, !isFlushScheduled, let context else { return }
    // Answers that become ready in one turn of the loop share one write.
    isFlushScheduled = true
    let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
    context.eventLoop.execute {
      let handler = bound.value
      handler.isFlushScheduled = false
      if let context = handler.context, !handler.isInReadCycle { handler.flush(context) }
    }
  }

  /// Sends what waits before a read is through.
  ///
  /// Not from within a callback of nghttp2, which forbids it.
  package func sendPortion() {
    if let context { flush(context) }
  }

  /// Ends the connection at once.
  package func close() {
    guard !isClosing || isLingering, let context else { return }
    isClosing = true
    isLingering = false
    context.close(promise: nil)
  }

  /// Servers alone wait: two ends that both read no more until they can write would wait forever.
  ///
  /// What a client keeps is bounded by its windows and by the budgets of frames.
  private func mayRead(_ context: ChannelHandlerContext) -> Bool {
    isLingering || session.role == .client
      || context.channel.isWritable && session.queuedFrames <= session.limits.queuedFramesMax
  }

  private func flush(_ context: ChannelHandlerContext) {
    guard !isLingering else { return }
    do {
      var isEmpty = false
      while !isEmpty, context.channel.isWritable {
        output.bytes.clear()
        isEmpty = try session.drain(into: &output.bytes)
        guard output.bytes.readableBytes > 0 else { break }
        context.writeAndFlush(wrapOutboundOut(output.bytes), promise: nil)
      }
    } catch {
      failure = failure ?? error
      close()
      return
    }
    if session.isFinished || session.isDrained { return sayGoodbye(context) }
    if isReadHeldBack, mayRead(context) {
      isReadHeldBack = false
      context.read()
    }
  }

  /// Closes once the peer has what was sent.
  ///
  /// A socket that is closed while bytes are unread, or that gets more, answers with a reset, and
  /// that destroys what the peer has not read yet: the last answers before a stop, or the GOAWAY that
  /// says what was wrong. So our side ends first, and the peer's end is waited for a while.
  private func sayGoodbye(_ context: ChannelHandlerContext) {
    guard session.role == .server else { return close() }
    guard !isClosing else { return }
    isClosing = true
    isLingering = true
    // Nobody waits any more for what still runs.
    session.close(failure ?? session.end ?? .closedLocally)
    let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
    let said = context.eventLoop.makePromise(of: Void.self)
    said.futureResult.whenComplete { _ in bound.value.closeLater(Self.lingerTime) }
    context.close(mode: .output, promise: said)
    closeLater(Self.farewellTime)
    if isReadHeldBack {
      isReadHeldBack = false
      context.read()
    }
  }

  /// From our end of the connection to the peer's.
  private static let lingerTime = TimeAmount.seconds(1)
  /// For the last bytes to leave, to a peer that reads slowly.
  private static let farewellTime = TimeAmount.seconds(10)

  private func closeLater(_ time: TimeAmount) {
    guard let context else { return }
    let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
    farewells.append(
      context.eventLoop.scheduleTask(in: time) { bound.value.context?.close(promise: nil) }
    )
  }

  private func finish(_ reason: ConnectionEnd) {
    guard context != nil else { return }
    context = nil
    for farewell in farewells { farewell.cancel() }
    farewells = []
    let reason = failure ?? session.end ?? reason
    session.close(reason)
    observer?.connectionClosed(reason)
  }
}

@available(*, unavailable) extension ConnectionHandler: Sendable {}

/// Where frames are gathered before a write; the connections of a loop share one.
///
/// Once the socket has taken the bytes the memory is used again; until then the next writer gets
/// memory of its own.
package final class OutputBuffer {
  var bytes = ByteBuffer()

  package init() {}
}

@available(*, unavailable) extension OutputBuffer: Sendable {}
