import HTTP2
import NIOCore

extension ClientStream {
  /// Bytes queued on a stream above which a writer waits.
  private static let queuedBytesMax = 64 << 10

  /// Sends a message, and waits while too much of what was sent before is still queued.
  ///
  /// False when the server has ended the call with OK and takes nothing more; throws the status when
  /// it ended otherwise. A cancelled task cancels the call.
  func write(_ message: OutgoingMessage) async throws -> Bool {
    if box.eventLoop.inEventLoop, !Task.isCancelled {
      enqueue(message)
      if let result = writeResult { return try result.get() }
      return try await wait(with: .writers, on: box.actor) { self.writeResult }
    }
    return try await write(message, on: box.actor)
  }

  private func write(_ message: OutgoingMessage, on actor: isolated LoopActor) async throws -> Bool
  {
    enqueue(message)
    return try await wait(with: .writers, on: actor) { self.writeResult }
  }

  /// Nothing more will be sent.
  func finish() {
    run {
      guard !self.outgoing.isFinished, !self.machine.isOver else { return }
      self.outgoing.finish()
      self.stream?.finish()
      self.hedge?.finish()
    }
  }

  private func enqueue(_ message: OutgoingMessage) {
    precondition(!outgoing.isFinished || machine.isOver, "nothing is written after `finish`")
    guard !machine.isOver else { return }
    outgoing.append(message.chunk, hasStream: stream != nil || hedge?.queuedBytes != nil)
    stream?.write(message.chunk)
    hedge?.write(message.chunk)
  }

  /// What a writer hears; nil while it waits.
  var writeResult: Result<Bool, any Error>? {
    if machine.isOver { return end.map { end in end.map { _ in false } } }
    let queued = stream?.queuedBytes ?? hedge?.queuedBytes ?? outgoing.bytes
    return queued <= Self.queuedBytesMax ? .success(true) : nil
  }
}
