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
    unary(descriptor) { call in
      call.answer(with: try await handler(try call.decodeRequest(), call.context))
    }
  }

  /// The same, where the caller decodes and encodes: one asynchronous frame less for every call.
  @inlinable
  package static func unary(
    _ descriptor: MethodDescriptor,
    _ run: @escaping @Sendable (ServerCall) async throws -> Void
  ) -> MethodDefinition {
    MethodDefinition(descriptor: descriptor, run: run)
  }

  /// Many messages in, one out.
  @inlinable
  package static func clientStreaming<Request: Message, Answer: Message>(
    _ descriptor: MethodDescriptor,
    _ handler:
      @escaping @Sendable (RequestStream<Request>, ServerContext) async throws -> Answer
  ) -> MethodDefinition {
    MethodDefinition(descriptor: descriptor) { call in
      call.answer(with: try await handler(RequestStream(call), call.context))
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
  /// The one message of the request.
  ///
  /// - Throws: `DecodeError`, or what the call ended with before it was asked.
  @inlinable
  package func decodeRequest<Request: Message>() throws -> Request {
    let request = try unsafe Request(decoding: requestBytes, limits: .standard)
    releaseRequest()
    return request
  }

  /// Encodes the one message of the answer.
  @inlinable
  package func answer(with message: some Message) {
    unsafe message.encode { unsafe allocateResponse($0) }
  }
}
