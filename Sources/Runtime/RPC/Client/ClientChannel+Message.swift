package import Protobuf

extension ClientChannel {
  /// Sends one message and waits for one.
  @inlinable
  package func unary<Request: Message, Answer: Message>(
    _ method: MethodDescriptor,
    _ request: Request,
    options: CallOptions = CallOptions()
  ) async throws -> Response<Answer> {
    let raw = try await unary(method, bytes: request.encoded(), options: options)
    do {
      return Response(
        message: try Answer(decoding: raw.message),
        metadata: raw.metadata,
        trailingMetadata: raw.trailingMetadata
      )
    } catch {
      throw RPCError.internal("\(method.path) answered what is no \(Answer.self)", cause: error)
    }
  }
}
