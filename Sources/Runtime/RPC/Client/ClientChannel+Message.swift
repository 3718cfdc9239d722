package import Protobuf

extension ClientChannel {
  /// Sends one message and waits for one.
  ///
  /// Inlinable for the same reason as `MethodDefinition.unary`: written where it is sent from, read
  /// where it was received.
  @inlinable
  package func unary<Request: Message, Answer: Message>(
    _ method: MethodDescriptor,
    _ request: Request,
    options: CallOptions = CallOptions()
  ) async throws -> Response<Answer> {
    let answer = try await perform(method, OutgoingMessage(encoding: request), options)
    do {
      return Response(
        message: try unsafe answer.withMessageBytes { (bytes) throws(DecodeError) in
          try unsafe Answer(decoding: bytes)
        },
        metadata: answer.metadata,
        trailingMetadata: answer.trailingMetadata,
        wasCompressed: answer.wasCompressed
      )
    } catch {
      throw RPCError.internal("\(method.path) answered what is no \(Answer.self)", cause: error)
    }
  }
}

extension OutgoingMessage {
  @inlinable
  package init(encoding message: some Message) {
    var outgoing: OutgoingMessage?
    unsafe message.encode { count in
      let made = OutgoingMessage(count: count)
      outgoing = made
      return unsafe made.payload
    }
    // `encode` calls its argument exactly once.
    self = unsafe outgoing.unsafelyUnwrapped
  }
}
