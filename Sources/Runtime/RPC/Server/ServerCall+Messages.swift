import HTTP2
package import NIOCore

// How the code around a handler reads and writes messages.

// MARK: - One message

extension ServerCall {
  /// The one message of the request, where it was received; valid until the handler waits, or
  /// `releaseRequest` is called.
  ///
  /// - Throws: what the call ended with, if it ended before its handler asked.
  @unsafe package var requestBytes: UnsafeRawBufferPointer {
    get throws {
      if let error = machine.endError { throw error }
      if machine.wasCompressed { context.wasRequestCompressed = true }
      // SAFETY: the machine keeps the buffer, unchanged, until it is released or the stream ends.
      return unsafe machine.message?.withUnsafeReadableBytes { unsafe $0 }
        ?? UnsafeRawBufferPointer(start: nil, count: 0)
    }
  }

  /// The message is decoded: the socket's buffer is free for the next read.
  package func releaseRequest() { machine.dropMessage() }

  /// Where the answer's message is written: behind its five-byte prefix.
  package func allocateResponse(_ count: Int) -> UnsafeMutableRawBufferPointer {
    let message = OutgoingMessage(count: count)
    let payload = unsafe message.payload
    response = message
    return unsafe payload
  }
}

// MARK: - Streams of messages

extension ServerCall {
  /// Bytes of answers that may wait for the peer before `write` does.
  private static let queuedBytesMax = 64 << 10

  /// The next message of the request and whether it came compressed; nil after the last.
  package func nextMessage() async throws -> (bytes: ByteBuffer, wasCompressed: Bool)? {
    try await nextMessage(on: loop.actor)
  }

  private func nextMessage(
    on actor: isolated LoopActor
  ) async throws -> (bytes: ByteBuffer, wasCompressed: Bool)? {
    while true {
      switch try machine.next() {
      case .message(let message):
        if !machine.hasNext {
          giveBackWindow()
          stream.keptBytes = machine.keptBytes
        }
        return (message, machine.wasCompressed)
      case .end: return nil
      case .wait:
        let reader = reader ?? Waiter()
        self.reader = reader
        try await wait(reader, on: actor)
      }
    }
  }

  package func beginResponse() async throws {
    try await beginResponse(on: loop.actor)
  }

  private func beginResponse(on actor: isolated LoopActor) async throws {
    if let error = machine.endError { throw error }
    if !isHeadSent { sendHead() }
  }

  /// Sends a message once there is room for it.
  package func write(_ message: OutgoingMessage, compressed isCompressed: Bool) async throws {
    try await write(message, compressed: isCompressed, on: loop.actor)
  }

  private func write(
    _ message: OutgoingMessage,
    compressed isCompressed: Bool,
    on actor: isolated LoopActor
  ) async throws {
    if let error = machine.endError { throw error }
    precondition(!machine.isAnswered, "a message is written after the end of its call")
    if !isHeadSent { sendHead() }
    stream.write((isCompressed ? compressed(message) : message).chunk)
    loop.bound()
    while stream.queuedBytes > Self.queuedBytesMax, machine.endError == nil {
      let writer = writer ?? Waiter()
      self.writer = writer
      try await wait(writer, on: actor)
    }
    if let error = machine.endError { throw error }
  }

  /// Waits until something happens, or the waiting task is cancelled.
  private func wait(_ waiter: Waiter, on actor: isolated LoopActor) async throws {
    guard !waiter.isWaiting else {
      throw RPCError.internal("two tasks read or write one call at the same time")
    }
    let wake = NIOLoopBound(waiter, eventLoop: actor.loop)
    try await untilCancelled(isolation: actor) {
      if !Task.isCancelled { await waiter.wait(on: actor) }
    } onCancel: {
      actor.loop.execute { wake.value.wake(on: actor) }
    }
    // A call that ended says why; a task of the handler's own that was cancelled just ends.
    if machine.endError == nil { try Task.checkCancellation() }
  }
}
