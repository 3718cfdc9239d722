package import Protobuf

extension MethodDefinition {
  /// One message in, one message out.
  ///
  /// Inlinable, so that generated code gets its decoder and encoder without witness calls: the
  /// message is read where it was received and written where it is sent from.
  @inlinable
  package static func unary<Request: Message, Answer: Message>(
    _ descriptor: MethodDescriptor,
    _ handler: @escaping @Sendable (Request, ServerContext) async throws -> Answer
  ) -> MethodDefinition {
    MethodDefinition(descriptor: descriptor) { call in
      let request = try unsafe Request(decoding: call.requestBytes, limits: .standard)
      call.releaseRequest()
      let answer = try await handler(request, call.context)
      unsafe answer.encode { unsafe call.allocateResponse($0) }
    }
  }
}
