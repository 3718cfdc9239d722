import HTTP2
import NIOCore

/// A call being served: carries out what its machine decides.
package final class ServerCall: @unchecked Sendable {
  // SAFETY: confined to the event loop of its connection; the handler's task is isolated to it.

  package let context: ServerContext
  let method: RoutedMethod
  let loop: ServerLoop
  let stream: Stream
  var machine: ServerCallMachine
  /// How the messages of the request may be compressed, and those of the answer.
  let compression: Compression
  let acceptedCompressions: Compression.Accepted

  /// The one message of the answer.
  var response: OutgoingMessage?
  var isHeadSent = false
  /// Received and not yet given back to the peer's window.
  var withheldBytes = 0
  /// Where a handler waits for a message, and for room to send one.
  var reader: Waiter?
  var writer: Waiter?

  /// What runs the handler, while it runs.
  // SAFETY: set while the runner runs this call.
  private unowned(unsafe) var runner: CallRunner?
  /// In the loop's queue of calls to run or to wake.
  var isReady = false
  var deadlineIndex = -1

  init(
    context: ServerContext,
    method: RoutedMethod,
    request: borrowing RequestHead,
    stream: Stream,
    loop: ServerLoop
  ) {
    self.context = context
    self.method = method
    self.stream = stream
    self.loop = loop
    compression = request.compression
    acceptedCompressions = request.acceptedCompressions
    machine = ServerCallMachine(
      streamsRequests: method.descriptor.kind.streamsRequests,
      messageBytesMax: loop.limits.messageBytesMax,
      metadataBytes: request.metadata.fields.listBytes,
      compression: request.compression
    )
  }
}

// MARK: - The handler

extension ServerCall {
  /// The whole chain; called by the runner.
  @inline(__always)
  func run(by runner: CallRunner, on actor: isolated LoopActor) async {
    // The caller may have gone while the call waited for its turn.
    guard !machine.isAnswered else { return handlerEnded(nil) }
    unsafe self.runner = runner
    loop.observer?.callStarted(context)
    do {
      try await ServerContext.$current.withValue(context) {
        // Captured, the actor isolates what would else run on the shared pool.
        _ = actor
        if loop.interceptors.isEmpty { try await handle() } else { try await intercept(0) }
      }
      ended(nil)
    } catch {
      ended(RPCError(from: error))
    }
  }

  private func ended(_ error: RPCError?) {
    loop.observer?.callEnded(context, machine.endError ?? error)
    handlerEnded(error)
  }

  // One asynchronous frame for each interceptor and none besides: every frame costs each call.
  private func intercept(_ index: Int) async throws {
    try await loop.interceptors[index].intercept(context) {
      let next = index + 1
      if next < loop.interceptors.count { try await intercept(next) } else { try await handle() }
    }
  }

  @inline(__always)
  private func handle() async throws {
    guard let run = method.run else {
      throw RPCError.unimplemented("\(method.descriptor.path) is not served here")
    }
    do {
      try await run(self)
    } catch is CancellationError where context.deadline.map({ $0 <= .now }) == true {
      // What the interceptors see must be what the caller was told.
      throw RPCError.deadlinePassed
    }
  }

  private func handlerEnded(_ error: RPCError?) {
    loop.actor.loop.assertInEventLoop()
    loop.handlerEnded()
    unsafe runner = nil
    guard machine.handlerEnded() else { return }
    if let error { answer(error) } else { answer() }
  }

  func cancelHandler() {
    unsafe runner?.cancel()
    guard reader?.isWaiting == true || writer?.isWaiting == true else { return }
    // Not at once: this may be said in the middle of writing frames.
    loop.actor.loop.execute {
      self.reader?.wake(on: self.loop.actor)
      self.writer?.wake(on: self.loop.actor)
    }
  }

  func wakeReader() {
    if reader?.isWaiting == true { loop.enqueue(self) }
  }
}

// MARK: - The answer

extension ServerCall {
  /// How this response's messages go when nothing else is said.
  private var responseCompression: Compression {
    // Asked first, as nearly nobody offers anything.
    guard !acceptedCompressions.isEmpty else { return .identity }
    let wanted = context.responseCompression
    return acceptedCompressions.takes(wanted) ? wanted : .identity
  }

  func sendHead() {
    isHeadSent = true
    stream.respond(head, fields(context.responseMetadata))
  }

  func compressed(_ message: consuming OutgoingMessage) -> OutgoingMessage {
    let compression = responseCompression
    return compression == .identity ? message : message.compressed(compression)
  }

  private var head: PreparedFields {
    WireFields.responseHead(responseCompression, request: compression)
  }

  private func answer() {
    if deadlineIndex >= 0 { loop.deadlines.remove(self) }
    let said = context.outgoingMetadata
    if method.descriptor.kind.streamsResponses {
      if !isHeadSent { sendHead() }
      return stream.finish(trailers: WireFields.success, said.flatMap { fields($0.trailers) })
    }
    guard let message = response.take() else {
      return answer(.internal("the handler gave no answer"))
    }
    // Of very many calls at once, each with a large answer, the first are kept.
    guard loop.mayKeep(stream) else { return answer(.outOfMemory) }
    stream.respond(
      head,
      said.flatMap { fields($0.headers) },
      body: compressed(message).chunk,
      trailers: WireFields.success,
      said.flatMap { fields($0.trailers) }
    )
    loop.bound()
  }

  func answer(_ error: RPCError) {
    if deadlineIndex >= 0 { loop.deadlines.remove(self) }
    let said = context.outgoingMetadata
    var fields = error.trailers(said?.trailers ?? Metadata())
    if isHeadSent { return stream.finish(trailers: .none, fields) }
    // Trailers-Only: the head of the response is its end.
    if let headers = said?.headers { fields.append(headers) }
    stream.respond(only: WireFields.responseHead, fields)
  }

  private func fields(_ metadata: Metadata) -> HeaderFields? {
    guard !metadata.isEmpty else { return nil }
    var fields = HeaderFields()
    fields.append(metadata)
    return fields
  }
}
