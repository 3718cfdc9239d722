package import HTTP2
package import NIOCore

/// A call being served: carries out what its machine decides.
package final class ServerCall: @unchecked Sendable {
  // SAFETY: confined to the event loop of its connection; the handler's task prefers that loop.

  package let context: ServerContext
  private let method: RoutedMethod
  private let loop: ServerLoop
  private let stream: Stream
  private var machine: ServerCallMachine
  private var request = ByteBuffer()
  private var response: OutgoingMessage?
  /// What runs the handler, while it runs.
  private var runner: CallRunner?
  var deadlineIndex = -1

  init(
    context: ServerContext,
    method: RoutedMethod,
    compression: Compression,
    stream: Stream,
    loop: ServerLoop
  ) {
    self.context = context
    self.method = method
    self.stream = stream
    self.loop = loop
    self.machine = ServerCallMachine(
      messageBytesMax: loop.limits.messageBytesMax,
      compression: compression
    )
  }

  /// The one message of the request, where it was received; valid until `releaseRequest`.
  @unsafe package var requestBytes: UnsafeRawBufferPointer {
    // SAFETY: the buffer is kept, unchanged, until it is released.
    unsafe request.withUnsafeReadableBytes { unsafe $0 }
  }

  /// The message is decoded: the socket's buffer is free for the next read.
  package func releaseRequest() {
    request = ByteBuffer()
  }

  /// Where the answer's message is written: behind its five-byte prefix.
  package func allocateResponse(_ count: Int) -> UnsafeMutableRawBufferPointer {
    let message = OutgoingMessage(count: count)
    response = message
    return unsafe message.payload
  }
}

// MARK: - What the stream says

extension ServerCall: StreamHandler {
  package func receiveData(_ bytes: ByteBuffer) {
    stream.consume(bytes.readableBytes)
    carryOut(machine.receive(bytes))
  }

  package func receiveEnd(trailers: HeaderFields?) {
    carryOut(machine.receiveEnd())
  }

  package func streamClosed(_ reason: StreamClosure) {
    carryOut(machine.streamClosed())
  }
}

extension ServerCall: DeadlineHolder {
  func deadlinePassed() {
    carryOut(machine.deadlinePassed())
  }
}

// MARK: - What is done

extension ServerCall {
  private func carryOut(_ action: ServerCallMachine.Action) {
    switch action {
    case .wait: break
    case .handle(let message): start(message)
    case .answer(let error): answer(error)
    case .answerAndCancel(let error):
      answer(error)
      runner?.cancel()
    case .cancel:
      if deadlineIndex >= 0 { loop.deadlines.remove(self) }
      runner?.cancel()
    }
  }

  private func start(_ message: ByteBuffer) {
    // Counted here and not when the head came: a request that dribbles in runs nothing.
    guard loop.hasRoom else {
      _ = machine.handlerEnded()
      return answer(.overloaded)
    }
    request = message
    loop.running += 1
    let runner = loop.runner()
    self.runner = runner
    runner.start(self)
  }

  /// The whole chain; called by the runner.
  func run() async {
    do {
      try await ServerContext.$current.withValue(context) {
        if loop.interceptors.isEmpty { try await handle() } else { try await intercept(0) }
      }
      handlerEnded(nil)
    } catch {
      handlerEnded(RPCError(from: error))
    }
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
    loop.executor.loop.assertInEventLoop()
    loop.handlerEnded()
    runner = nil
    guard machine.handlerEnded() else { return }
    if let error { answer(error) } else { answer() }
  }

  private func answer() {
    if deadlineIndex >= 0 { loop.deadlines.remove(self) }
    guard let body = response else {
      return answer(.internal("the handler gave no answer"))
    }
    response = nil
    let (headers, trailers) = context.outgoingMetadata
    stream.respond(
      WireFields.responseHead,
      fields(headers),
      body: body.chunk,
      trailers: WireFields.success,
      fields(trailers)
    )
  }

  private func answer(_ error: RPCError) {
    if deadlineIndex >= 0 { loop.deadlines.remove(self) }
    let (headers, trailers) = context.outgoingMetadata
    // Trailers-Only: the head of the response is its end.
    var fields = error.trailers(trailers)
    fields.append(headers)
    stream.respond(only: WireFields.responseHead, fields)
  }

  private func fields(_ metadata: Metadata) -> HeaderFields? {
    guard !metadata.isEmpty else { return nil }
    var fields = HeaderFields()
    fields.append(metadata)
    return fields
  }
}
