package import NIOCore
import NIOTLS

/// What the driver of a connection tells its owner.
package protocol ConnectionObserver: AnyObject {
  func connectionClosed(_ reason: ConnectionEnd)
}

/// Joins one session to one channel: bytes in, bytes out, one flush per turn of the loop.
package final class ConnectionHandler: ChannelDuplexHandler {
  package typealias InboundIn = ByteBuffer
  package typealias OutboundIn = Never
  package typealias OutboundOut = ByteBuffer

  package let session: Session
  /// Usually owns this; let go at the end of the connection.
  // Not weak: every count of an object that is weakly referred to takes a detour.
  package var observer: (any ConnectionObserver)?

  private let turn: LoopTurn
  private let ownsSocket: Bool
  /// Nil as long as the channel must send everything.
  private var socket: DirectSocket?
  /// Writes that the channel has and this socket has not taken.
  private var waitingWrites = 0
  /// Read, and not yet understood.
  private var unread: ByteBuffer?
  private var isUnderstanding = false
  /// The turn will flush.
  private var isInTurn = false
  private var context: ChannelHandlerContext?
  private var failure: ConnectionEnd?
  private var isReadHeldBack = false
  private var isClosing = false
  /// Everything is said; what still comes is thrown away until the peer has read it and ends too.
  private var isLingering = false
  private var farewells: [Scheduled<Void>] = []

  /// The `turn` is that of all connections of the loop; this one `ownsSocket` where no other handler
  /// sends or changes bytes, so that there is no TLS between.
  package init(session: Session, turn: LoopTurn = LoopTurn(), ownsSocket: Bool = false) {
    self.session = session
    self.turn = turn
    self.ownsSocket = ownsSocket
  }

  package func handlerAdded(context: ChannelHandlerContext) {
    self.context = context
    turn.connections += 1
    if context.channel.isActive { begin(context) }
  }

  package func handlerRemoved(context: ChannelHandlerContext) {
    finish(.closedLocally)
  }

  package func channelActive(context: ChannelHandlerContext) {
    begin(context)
    context.fireChannelActive()
  }

  package func channelInactive(context: ChannelHandlerContext) {
    understand(at: NIODeadline.now().uptimeNanoseconds)
    finish(isClosing ? .closedLocally : .closedByPeer)
    context.fireChannelInactive()
  }

  package func errorCaught(context: ChannelHandlerContext, error: any Error) {
    // An answer may have come before the reset.
    understand(at: NIODeadline.now().uptimeNanoseconds)
    failure = failure ?? .transport(TLSFailure.explain(error) ?? "\(error)")
    close()
  }

  package func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard !isClosing else { return }
    let bytes = unwrapInboundIn(data)
    let count = bytes.readableBytes
    // TLS may bring several parts at once.
    if unread != nil { understand(at: NIODeadline.now().uptimeNanoseconds) }
    guard !isClosing else { return }
    if var before = unread.take() {
      before.writeImmutableBuffer(bytes)
      unread = before
    } else {
      unread = bytes
    }
    join()
    turn.read(count)
  }

  package func channelReadComplete(context: ChannelHandlerContext) {
    // Nobody behind this one reads.
    turn.readComplete(on: context.eventLoop)
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
  /// Sends what waits at the end of this turn of the loop, so that all of it shares one write.
  package func outputPending() {
    guard !isInTurn, let context else { return }
    join()
    turn.schedule(on: context.eventLoop)
  }

  private func join() {
    guard !isInTurn else { return }
    isInTurn = true
    turn.add(self)
  }

  private func begin(_ context: ChannelHandlerContext) {
    if ownsSocket { socket = DirectSocket(of: context.channel) }
    flush(context)
  }

  /// Takes in what was read.
  func understand(at now: UInt64) {
    // What a call of this connection says may end it, or be heard by it, from within.
    guard !isUnderstanding else { return }
    isUnderstanding = true
    while let bytes = unread.take(), !isClosing {
      do {
        try session.receive(bytes, at: now)
      } catch {
        failure = failure ?? error
        guard let context else { break }
        flush(context)
        sayGoodbye(context)
      }
    }
    isUnderstanding = false
  }

  func endTurn(at now: UInt64) {
    // What one of the same turn wrote to it, if both are in this process.
    understand(at: now)
    isInTurn = false
    if let context { flush(context) }
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
      || hasRoom(context) && session.queuedFrames <= session.limits.queuedFramesMax
  }

  /// The channel takes more.
  private func hasRoom(_ context: ChannelHandlerContext) -> Bool {
    socket != nil && waitingWrites == 0 || context.channel.isWritable
  }

  private func flush(_ context: ChannelHandlerContext) {
    guard !isLingering else { return }
    var output = turn.output.take() ?? ByteBuffer()
    defer { turn.output = output }
    do {
      var isEmpty = false
      while !isEmpty, hasRoom(context) {
        output.clear()
        isEmpty = try session.drain(into: &output)
        guard output.readableBytes > 0 else { break }
        if let socket, waitingWrites == 0, context.channel.isActive { socket.send(&output) }
        if output.readableBytes > 0 { write(output, context) }
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

  /// Hands to the channel what it alone can send, or the socket has no room for yet.
  private func write(_ bytes: ByteBuffer, _ context: ChannelHandlerContext) {
    guard socket != nil else {
      return context.writeAndFlush(wrapOutboundOut(bytes), promise: nil)
    }
    waitingWrites += 1
    let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
    let written = context.eventLoop.makePromise(of: Void.self)
    written.futureResult.whenComplete { _ in bound.value.waitingWrites -= 1 }
    context.writeAndFlush(wrapOutboundOut(bytes), promise: written)
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
    turn.connections -= 1
    for farewell in farewells { farewell.cancel() }
    farewells = []
    let reason = failure ?? session.end ?? reason
    session.close(reason)
    observer.take()?.connectionClosed(reason)
  }
}

@available(*, unavailable) extension ConnectionHandler: Sendable {}
