// Written by protoc-gen-smart-cooking from grpc/testing/test.proto. Do not edit.
// swift-format-ignore-file

package import RPC

/// The methods of `grpc.testing.TestService`.
package enum TestServiceMethods {
  /// Full name of the service.
  package static let service = "grpc.testing.TestService"

  /// `/grpc.testing.TestService/EmptyCall`
  package static let emptyCall = MethodDescriptor(
    service: "grpc.testing.TestService", name: "EmptyCall",
    kind: .unary, idempotency: .unknown
  )

  /// `/grpc.testing.TestService/UnaryCall`
  package static let unaryCall = MethodDescriptor(
    service: "grpc.testing.TestService", name: "UnaryCall",
    kind: .unary, idempotency: .unknown
  )

  /// `/grpc.testing.TestService/StreamingOutputCall`
  package static let streamingOutputCall = MethodDescriptor(
    service: "grpc.testing.TestService", name: "StreamingOutputCall",
    kind: .serverStreaming, idempotency: .unknown
  )

  /// `/grpc.testing.TestService/StreamingInputCall`
  package static let streamingInputCall = MethodDescriptor(
    service: "grpc.testing.TestService", name: "StreamingInputCall",
    kind: .clientStreaming, idempotency: .unknown
  )

  /// `/grpc.testing.TestService/FullDuplexCall`
  package static let fullDuplexCall = MethodDescriptor(
    service: "grpc.testing.TestService", name: "FullDuplexCall",
    kind: .bidirectional, idempotency: .unknown
  )

  /// `/grpc.testing.TestService/HalfDuplexCall`
  package static let halfDuplexCall = MethodDescriptor(
    service: "grpc.testing.TestService", name: "HalfDuplexCall",
    kind: .bidirectional, idempotency: .unknown
  )

  /// `/grpc.testing.TestService/UnimplementedCall`
  package static let unimplementedCall = MethodDescriptor(
    service: "grpc.testing.TestService", name: "UnimplementedCall",
    kind: .unary, idempotency: .unknown
  )

  /// Every method, in the order of the contract.
  package static let all: [MethodDescriptor] = [
    emptyCall,
    unaryCall,
    streamingOutputCall,
    streamingInputCall,
    fullDuplexCall,
    halfDuplexCall,
    unimplementedCall,
  ]
}

/// One method for each kind of call.
package protocol TestServiceHandler: Sendable {
  /// Nothing for nothing.
  func emptyCall(
    _ request: Empty,
    context: ServerContext
  ) async throws -> Empty

  /// A payload for a payload.
  func unaryCall(
    _ request: SimpleRequest,
    context: ServerContext
  ) async throws -> SimpleResponse

  /// One request, and the responses that it asks for.
  func streamingOutputCall(
    _ request: StreamingOutputCallRequest,
    _ responses: ResponseWriter<StreamingOutputCallResponse>,
    context: ServerContext
  ) async throws

  /// Counts the bytes of all payloads.
  func streamingInputCall(
    _ requests: RequestStream<StreamingInputCallRequest>,
    context: ServerContext
  ) async throws -> StreamingInputCallResponse

  /// Responses to each request as soon as it arrives.
  func fullDuplexCall(
    _ requests: RequestStream<StreamingOutputCallRequest>,
    _ responses: ResponseWriter<StreamingOutputCallResponse>,
    context: ServerContext
  ) async throws

  /// Responses to all requests once the last one has arrived.
  func halfDuplexCall(
    _ requests: RequestStream<StreamingOutputCallRequest>,
    _ responses: ResponseWriter<StreamingOutputCallResponse>,
    context: ServerContext
  ) async throws

  /// What no server implements.
  func unimplementedCall(
    _ request: Empty,
    context: ServerContext
  ) async throws -> Empty
}

extension TestServiceHandler {
  /// The method table that `RPCServer(services: [handler.definition], …)` is made of.
  package var definition: ServiceDefinition {
    ServiceDefinition(
      name: TestServiceMethods.service,
      methods: [
        .unary(TestServiceMethods.emptyCall) { call in
          let request: Empty = try call.decodeRequest()
          call.answer(with: try await self.emptyCall(request, context: call.context))
        },
        .unary(TestServiceMethods.unaryCall) { call in
          let request: SimpleRequest = try call.decodeRequest()
          call.answer(with: try await self.unaryCall(request, context: call.context))
        },
        .serverStreaming(TestServiceMethods.streamingOutputCall) {
          try await self.streamingOutputCall($0, $1, context: $2)
        },
        .clientStreaming(TestServiceMethods.streamingInputCall) {
          try await self.streamingInputCall($0, context: $1)
        },
        .bidirectional(TestServiceMethods.fullDuplexCall) {
          try await self.fullDuplexCall($0, $1, context: $2)
        },
        .bidirectional(TestServiceMethods.halfDuplexCall) {
          try await self.halfDuplexCall($0, $1, context: $2)
        },
        .unary(TestServiceMethods.unimplementedCall) { call in
          let request: Empty = try call.decodeRequest()
          call.answer(with: try await self.unimplementedCall(request, context: call.context))
        },
      ]
    )
  }
}

/// Calls `grpc.testing.TestService`, over a channel that others may use too.
package struct TestServiceClient: Sendable {
  package let channel: ClientChannel

  package init(channel: ClientChannel) { self.channel = channel }

  /// Nothing for nothing.
  package func emptyCall(
    _ request: Empty, options: CallOptions = CallOptions()
  ) async throws -> Empty {
    try await emptyCall(response: request, options: options).message
  }

  /// As `emptyCall(_:options:)`, with the answer's metadata.
  package func emptyCall(
    response request: Empty, options: CallOptions = CallOptions()
  ) async throws -> Response<Empty> {
    try await channel.unary(TestServiceMethods.emptyCall, request, options: options)
  }

  /// A payload for a payload.
  package func unaryCall(
    _ request: SimpleRequest, options: CallOptions = CallOptions()
  ) async throws -> SimpleResponse {
    try await unaryCall(response: request, options: options).message
  }

  /// As `unaryCall(_:options:)`, with the answer's metadata.
  package func unaryCall(
    response request: SimpleRequest, options: CallOptions = CallOptions()
  ) async throws -> Response<SimpleResponse> {
    try await channel.unary(TestServiceMethods.unaryCall, request, options: options)
  }

  /// One request, and the responses that it asks for.
  ///
  /// Read the responses with `for try await`; to leave off early cancels the call.
  package func streamingOutputCall(
    _ request: StreamingOutputCallRequest, options: CallOptions = CallOptions()
  ) -> ResponseStream<StreamingOutputCallResponse> {
    channel.serverStreaming(TestServiceMethods.streamingOutputCall, request, options: options)
  }

  /// Counts the bytes of all payloads.
  ///
  /// `write` each request, `finish()`, and await the `response()`.
  package func streamingInputCall(
    options: CallOptions = CallOptions()
  ) -> ClientStreamingCall<StreamingInputCallRequest, StreamingInputCallResponse> {
    channel.clientStreaming(TestServiceMethods.streamingInputCall, options: options)
  }

  /// Responses to each request as soon as it arrives.
  ///
  /// `write` requests and read `responses` in any order; `finish()` says that all are written.
  package func fullDuplexCall(
    options: CallOptions = CallOptions()
  ) -> BidirectionalCall<StreamingOutputCallRequest, StreamingOutputCallResponse> {
    channel.bidirectional(TestServiceMethods.fullDuplexCall, options: options)
  }

  /// Responses to all requests once the last one has arrived.
  ///
  /// `write` requests and read `responses` in any order; `finish()` says that all are written.
  package func halfDuplexCall(
    options: CallOptions = CallOptions()
  ) -> BidirectionalCall<StreamingOutputCallRequest, StreamingOutputCallResponse> {
    channel.bidirectional(TestServiceMethods.halfDuplexCall, options: options)
  }

  /// What no server implements.
  package func unimplementedCall(
    _ request: Empty, options: CallOptions = CallOptions()
  ) async throws -> Empty {
    try await unimplementedCall(response: request, options: options).message
  }

  /// As `unimplementedCall(_:options:)`, with the answer's metadata.
  package func unimplementedCall(
    response request: Empty, options: CallOptions = CallOptions()
  ) async throws -> Response<Empty> {
    try await channel.unary(TestServiceMethods.unimplementedCall, request, options: options)
  }
}

/// The methods of `grpc.testing.UnimplementedService`.
package enum UnimplementedServiceMethods {
  /// Full name of the service.
  package static let service = "grpc.testing.UnimplementedService"

  /// `/grpc.testing.UnimplementedService/UnimplementedCall`
  package static let unimplementedCall = MethodDescriptor(
    service: "grpc.testing.UnimplementedService", name: "UnimplementedCall",
    kind: .unary, idempotency: .unknown
  )

  /// Every method, in the order of the contract.
  package static let all: [MethodDescriptor] = [
    unimplementedCall,
  ]
}

/// A service that no server has.
package protocol UnimplementedServiceHandler: Sendable {
  /// What no server implements.
  func unimplementedCall(
    _ request: Empty,
    context: ServerContext
  ) async throws -> Empty
}

extension UnimplementedServiceHandler {
  /// The method table that `RPCServer(services: [handler.definition], …)` is made of.
  package var definition: ServiceDefinition {
    ServiceDefinition(
      name: UnimplementedServiceMethods.service,
      methods: [
        .unary(UnimplementedServiceMethods.unimplementedCall) { call in
          let request: Empty = try call.decodeRequest()
          call.answer(with: try await self.unimplementedCall(request, context: call.context))
        },
      ]
    )
  }
}

/// Calls `grpc.testing.UnimplementedService`, over a channel that others may use too.
package struct UnimplementedServiceClient: Sendable {
  package let channel: ClientChannel

  package init(channel: ClientChannel) { self.channel = channel }

  /// What no server implements.
  package func unimplementedCall(
    _ request: Empty, options: CallOptions = CallOptions()
  ) async throws -> Empty {
    try await unimplementedCall(response: request, options: options).message
  }

  /// As `unimplementedCall(_:options:)`, with the answer's metadata.
  package func unimplementedCall(
    response request: Empty, options: CallOptions = CallOptions()
  ) async throws -> Response<Empty> {
    try await channel.unary(UnimplementedServiceMethods.unimplementedCall, request, options: options)
  }
}
