import NIOCore

/// Tells HTTP/2 from HTTP/1.1 by a connection's first bytes, and builds the pipeline for it.
///
/// A client that speaks HTTP/2 begins with a preface (RFC 9113 §3.4), over TLS as well, so ALPN need
/// not be asked.
final class ProtocolDetector: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = ByteBuffer
  typealias InboundOut = ByteBuffer

  enum Verdict { case http1, http2, undecided }

  private static let preface = Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8)

  private let headSeconds: Int
  private let install: (ChannelHandlerContext, Verdict) throws -> Void
  private var seen: ByteBuffer?
  private var timer: Scheduled<Void>?
  /// The gateway stops: one request is answered, and none after it.
  private var isDraining = false

  /// From a connection to its first bytes, while the gateway stops.
  private static let lastWords = TimeAmount.seconds(1)

  init(headSeconds: Int, install: @escaping (ChannelHandlerContext, Verdict) throws -> Void) {
    self.headSeconds = headSeconds
    self.install = install
  }

  /// Judges the bytes received so far.
  static func judge(_ bytes: some Collection<UInt8>) -> Verdict {
    guard !zip(bytes, preface).contains(where: { $0 != $1 }) else { return .http1 }
    return bytes.count >= preface.count ? .http2 : .undecided
  }

  func handlerAdded(context: ChannelHandlerContext) {
    let channel = context.channel
    // A TLS handshake is within this time too.
    timer = context.eventLoop.scheduleTask(in: .seconds(Int64(headSeconds))) {
      channel.close(promise: nil)
    }
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    timer?.cancel()
  }

  func channelInactive(context: ChannelHandlerContext) {
    timer?.cancel()
    context.fireChannelInactive()
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    // A failed handshake or a broken socket: there is nobody to tell.
    context.close(promise: nil)
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    var bytes = unwrapInboundIn(data)
    if var seen {
      seen.writeBuffer(&bytes)
      bytes = seen
    }
    let verdict = Self.judge(bytes.readableBytesView)
    guard verdict != .undecided else {
      seen = bytes
      return
    }
    seen = nil
    do {
      try install(context, verdict)
    } catch {
      return context.close(promise: nil)
    }
    context.fireChannelRead(wrapInboundOut(bytes))
    if isDraining { context.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent()) }
    context.pipeline.syncOperations.removeHandler(self, promise: nil)
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    guard event is ChannelShouldQuiesceEvent else {
      return context.fireUserInboundEventTriggered(event)
    }
    // Who has just connected was promised an answer by the open port; who stays silent was not.
    isDraining = true
    timer?.cancel()
    let channel = context.channel
    timer = context.eventLoop.scheduleTask(in: Self.lastWords) { channel.close(promise: nil) }
  }
}

@available(*, unavailable) extension ProtocolDetector: Sendable {}
