import HTTP2
import NIOCore
import NIOHTTP1
import NIOSSL
import RPC

/// Builds the handlers of a connection, first until its protocol is known, then for that protocol.
struct ConnectionPipeline: Sendable {
  let core: GatewayCore
  let tls: TLSContexts?
  let connections: ConnectionTable
  let loops: LoopStates

  func install(on channel: any Channel) throws {
    let connections = self.connections
    channel.closeFuture.whenComplete { _ in connections.remove(channel) }
    guard connections.insert(channel) else { throw ChannelError.operationUnsupported }
    let pipeline = channel.pipeline.syncOperations
    if let context = try tls?.current() {
      try pipeline.addHandler(NIOSSLServerHandler(context: context))
    }
    try pipeline.addHandler(
      ProtocolDetector(headSeconds: core.limits.headSeconds) { context, verdict in
        let pipeline = context.pipeline.syncOperations
        let peer = context.channel.remoteAddress?.text ?? ""
        let loop = loops.state(of: context.eventLoop)
        let memory = memory(of: context.channel, on: loop)
        if verdict == .http2 {
          let connection = HTTP2Connection(
            core: core,
            loop: loop,
            memory: memory,
            peer: peer,
            ownsSocket: tls == nil
          )
          try pipeline.addHandlers([connection.driver, connection], position: .last)
        } else {
          // A client that has said everything may end its side and still wait for the answer.
          try context.channel.syncOptions?.setOption(.allowRemoteHalfClosure, value: true)
          let inputEnd = InputEnd()
          try pipeline.addHandlers(
            [
              inputEnd,
              HTTPResponseEncoder(),
              ByteToMessageHandler(HTTPRequestDecoder(limitConfiguration: limits)),
              HTTPServerPipelineHandler(),
              HTTP1Connection(
                core: core,
                loop: loop,
                memory: memory,
                peer: peer,
                inputEnd: inputEnd
              ),
            ] as [any ChannelHandler],
            position: .last
          )
        }
      }
    )
  }

  /// Counted until the channel is closed.
  private func memory(of channel: any Channel, on loop: LoopState) -> ConnectionMemory {
    let bytesMax = core.limits.heldBytesPerConnectionMax
    let memory = ConnectionMemory(of: channel, on: loop, bytesMax: bytesMax)
    loop.insert(memory)
    let bound = NIOLoopBound((loop: loop, memory: memory), eventLoop: channel.eventLoop)
    channel.closeFuture.whenComplete { _ in
      let (loop, memory) = bound.value
      loop.remove(memory)
    }
    return memory
  }

  private var limits: NIOHTTPDecoderLimitConfiguration {
    var limits = NIOHTTPDecoderLimitConfiguration()
    limits.maxHeaderFieldSize = core.limits.headerBytesMax
    limits.maxHeaderListSize = core.limits.headerBytesMax
    limits.maxHeaderFieldCount = 100
    return limits
  }
}

extension SocketAddress {
  /// As in `127.0.0.1:40312` or `[::1]:40312`.
  fileprivate var text: String {
    guard let ipAddress, let port else { return pathname ?? "" }
    return ipAddress.contains(":") ? "[\(ipAddress)]:\(port)" : "\(ipAddress):\(port)"
  }
}
