import HTTP2
package import NIOCore
import NIOPosix
package import NIOSSL
import Synchronization

/// Calls to one target, over connections that make and mend themselves.
///
/// Each event loop of the group has its own connection: a call made from one of these loops, as a
/// handler does, is sent and answered without leaving it.
package final class ClientChannel: Sendable {
  package let target: Target
  let interceptors: [any ClientInterceptor]
  let options: ClientChannelOptions
  private let tls: TLSContexts?
  private let loops: [ClientLoopBox]
  private let next = Atomic(0)

  package init(
    target: Target,
    group: any EventLoopGroup,
    interceptors: [any ClientInterceptor] = [],
    options: ClientChannelOptions = ClientChannelOptions()
  ) {
    MessageMemory.keep()
    self.target = target
    self.interceptors = interceptors
    self.options = options
    // Nobody waits for an answer any more when a connection closes.
    let tls = options.tls.map { configuration in
      TLSContexts(configuration) { $0.speakingHTTP2(closeTimeout: .zero) }
    }
    self.tls = tls
    self.loops = Array(group.makeIterator()).map { eventLoop in
      ClientLoopBox(ClientLoop(eventLoop: eventLoop, target: target, options: options, tls: tls))
    }
    precondition(!loops.isEmpty, "a channel needs an event loop")
  }

  /// Sends one message and waits for one, both as bytes.
  package func unary(
    _ method: MethodDescriptor,
    bytes: [UInt8],
    options: CallOptions = CallOptions()
  ) async throws -> Response<[UInt8]> {
    let body = OutgoingMessage(count: bytes.count)
    unsafe body.payload.copyBytes(from: bytes)
    let answer = try await perform(method, body, options)
    return Response(
      message: Array(answer.message.readableBytesView),
      metadata: answer.metadata,
      trailingMetadata: answer.trailingMetadata,
      wasCompressed: answer.wasCompressed
    )
  }

  /// Shakes hands with this from the next connection on; open ones keep what they began with.
  ///
  /// Throws when it is no configuration to begin with, and goes on with the old one.
  package func use(_ tls: TLSConfiguration) throws {
    guard let contexts = self.tls else { preconditionFailure("a channel in cleartext has no TLS") }
    try contexts.replace(tls)
  }

  /// Ends every call and connection; calls made later are UNAVAILABLE.
  package func close() async {
    await withTaskGroup { group in
      for loop in loops {
        group.addTask {
          let closed = loop.eventLoop.makePromise(of: Void.self)
          loop.eventLoop.execute { loop.value.close(closed) }
          // The promise is only ever kept.
          try? await closed.futureResult.get()
        }
      }
    }
  }
}

/// A loop's part as other threads may hold it.
struct ClientLoopBox: Sendable {
  private let box: NIOLoopBoundBox<ClientLoop>
  let actor: LoopActor

  init(_ loop: sending ClientLoop) {
    actor = loop.actor
    box = .makeBoxSendingValue(loop, eventLoop: loop.eventLoop)
  }

  var eventLoop: any EventLoop { actor.loop }
  /// Only on the loop.
  var value: ClientLoop { box.value }
}

// MARK: - One call

extension ClientChannel {
  /// The chain of interceptors with the network at its end.
  package func perform(
    _ method: MethodDescriptor,
    _ body: OutgoingMessage,
    _ options: CallOptions
  ) async throws -> RawAnswer {
    var head = head(method, options)
    let body = body.compressed(head.compression)
    guard !interceptors.isEmpty else { return try await send(head, body) }
    let context = ClientContext(target: target.description, head: head)
    var answer: RawAnswer?
    try await proceed(0, context) {
      head.metadata = context.metadata
      answer = try await send(head, body)
    }
    guard let answer else {
      throw RPCError.internal("an interceptor answered \(method.path) without sending it")
    }
    return answer
  }

  func head(_ method: MethodDescriptor, _ options: CallOptions) -> CallHead {
    let served = ServerContext.current
    let config = self.options.serviceConfig.method(method)
    var attempts = self.options.serviceConfig.attempts(method, config)
    // Each hop that retried a retry would multiply the load of the last.
    if attempts != nil, served?.isRepeated == true { attempts = nil }
    return CallHead(
      method: method,
      metadata: options.metadata,
      deadline: Self.deadline(
        Self.earlier(options.timeout, config?.timeout),
        inherited: served?.deadline
      ),
      waitsForReady: options.waitsForReady || config?.waitsForReady == true,
      attempts: attempts,
      compression: options.compression
    )
  }

  private static func earlier(_ one: Duration?, _ other: Duration?) -> Duration? {
    guard let one, let other else { return one ?? other }
    return min(one, other)
  }

  func proceed(
    _ index: Int,
    _ context: ClientContext,
    _ send: () async throws -> Void
  ) async throws {
    guard index < interceptors.count else { return try await send() }
    try await interceptors[index].intercept(context) {
      try await proceed(index + 1, context, send)
    }
  }

  private func send(_ head: CallHead, _ body: OutgoingMessage) async throws -> RawAnswer {
    let loop = chooseLoop()
    if case .hedge(let policy) = head.attempts {
      return try await HedgedCall(policy, head, body, loop).answer()
    }
    let call = ClientCall(head: head, body: body, messageBytesMax: options.messageBytesMax)
    return try await call.perform(in: loop, on: loop.actor)
  }

  /// The loop the caller runs on, if it is one of ours.
  func chooseLoop() -> ClientLoopBox {
    if let current = MultiThreadedEventLoopGroup.currentEventLoop {
      for loop in loops where loop.eventLoop === current { return loop }
    }
    let turn = next.wrappingAdd(1, ordering: .relaxed).oldValue
    return loops[Int(UInt(bitPattern: turn) % UInt(loops.count))]
  }

  /// The caller's own time limit, or what the call being served has left, whichever ends first.
  ///
  /// A part of what is left, at most 20 ms, is kept back so that the outer call can still say why
  /// it failed.
  static func deadline(_ timeout: Duration?, inherited: Deadline?) -> Deadline? {
    guard timeout != nil || inherited != nil else { return nil }
    let now = Deadline.now
    let own = timeout.map(now.advanced(by:))
    let outer = inherited.map { deadline in
      let remaining = deadline.remaining(at: now)
      return now.advanced(by: remaining - min(remaining / 10, .milliseconds(20)))
    }
    guard let own, let outer else { return own ?? outer }
    return min(own, outer)
  }
}
