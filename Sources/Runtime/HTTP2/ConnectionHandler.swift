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
    failure = failure ?? .transport("\(error)")
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
      close()
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

  /// A peer that does not read our answers is not read either.
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

  package func close() {
    guard !isClosing, let context else { return }
    isClosing = true
    context.close(promise: nil)
  }

  private func mayRead(_ context: ChannelHandlerContext) -> Bool {
    context.channel.isWritable && session.queuedFrames <= session.limits.queuedFramesMax
  }

  private func flush(_ context: ChannelHandlerContext) {
    do {
      var isEmpty = false
      while !isEmpty, context.channel.isWritable || isClosing {
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
    if session.isFinished || session.isDrained { return close() }
    if isReadHeldBack, mayRead(context) {
      isReadHeldBack = false
      context.read()
    }
  }

  private func finish(_ reason: ConnectionEnd) {
    guard context != nil else { return }
    context = nil
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
