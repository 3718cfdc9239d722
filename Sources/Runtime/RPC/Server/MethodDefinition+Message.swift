package import Protobuf

// Inlinable, so that generated code gets its decoders and encoders without witness calls: a message
// is read where it was received and written where it is sent from.

extension MethodDefinition {
  /// One message in, one message out.
  @inlinable
  package static func unary<Request: Message, Answer: Message>(
    _ descriptor: MethodDescriptor,
    _ handler: @escaping @Sendable (Request, ServerContext) async throws -> Answer
  ) -> MethodDefinition {
    MethodDefinition(descriptor: descriptor) { call in
      let answer = try await handler(try call.decodeRequest(), call.context)
      unsafe answer.encode { unsafe call.allocateResponse($0) }
    }
  }

  /// Many messages in, one out.
  @inlinable
  package static func clientStreaming<Request: Message, Answer: Message>(
    _ descriptor: MethodDescriptor,
    _ handler:
      @escaping @Sendable (RequestStream<Request>, ServerContext) async throws -> Answer
  ) -> MethodDefinition {
    MethodDefinition(descriptor: descriptor) { call in
      let answer = try await handler(RequestStream(call), call.context)
      unsafe answer.encode { unsafe call.allocateResponse($0) }
    }
  }

  /// One message in, many out.
  @inlinable
  package static func serverStreaming<Request: Message, Answer: Message>(
    _ descriptor: MethodDescriptor,
    _ handler:
      @escaping @Sendable (Request, ResponseWriter<Answer>, ServerContext) async throws -> Void
  ) -> MethodDefinition {
    MethodDefinition(descriptor: descriptor) { call in
      try await handler(try call.decodeRequest(), ResponseWriter(call), call.context)
    }
  }

  /// Many messages in and out, in any order.
  @inlinable
  package static func bidirectional<Request: Message, Answer: Message>(
    _ descriptor: MethodDescriptor,
    _ handler:
      @escaping @Sendable (RequestStream<Request>, ResponseWriter<Answer>, ServerContext)
      async throws -> Void
  ) -> MethodDefinition {
    MethodDefinition(descriptor: descriptor) { call in
      try await handler(RequestStream(call), ResponseWriter(call), call.context)
    }
  }
}

extension ServerCall {
  @inlinable
  func decodeRequest<Request: Message>() throws(DecodeError) -> Request {
    let request = try unsafe Request(decoding: requestBytes, limits: .standard)
    releaseRequest()
    return request
  }
}
