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
  private var task: Task<Void, Never>?
  var deadlineIndex = -1

  init(context: ServerContext, method: RoutedMethod, stream: Stream, loop: ServerLoop) {
    self.context = context
    self.method = method
    self.stream = stream
    self.loop = loop
    self.machine = ServerCallMachine(messageBytesMax: loop.limits.messageBytesMax)
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
      task?.cancel()
    case .cancel:
      loop.deadlines.remove(self)
      task?.cancel()
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
    loop.executor.runNextInline()
    let task = Task.detached(executorPreference: loop.executor) { @concurrent [self] in
      do {
        try await ServerContext.$current.withValue(context) { try await proceed(0) }
        handlerEnded(nil)
      } catch {
        handlerEnded(RPCError(from: error))
      }
    }
    // A handler that did not wait is done by now.
    if !machine.isAnswered { self.task = task }
  }

  /// The chain from one interceptor inwards, with the handler at its end.
  private func proceed(_ index: Int) async throws {
    if index < loop.interceptors.count {
      return try await loop.interceptors[index].intercept(context) {
        try await self.proceed(index + 1)
      }
    }
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
    task = nil
    guard machine.handlerEnded() else { return }
    if let error { answer(error) } else { answer() }
  }

  private func answer() {
    loop.deadlines.remove(self)
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
    loop.deadlines.remove(self)
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
