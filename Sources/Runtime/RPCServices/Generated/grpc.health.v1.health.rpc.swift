// Written by protoc-gen-smart-cooking from grpc/health/v1/health.proto. Do not edit.
// swift-format-ignore-file

package import RPC

/// The methods of `grpc.health.v1.Health`.
package enum Grpc_Health_V1_HealthMethods {
  /// Full name of the service.
  package static let service = "grpc.health.v1.Health"

  /// `/grpc.health.v1.Health/Check`
  package static let check = MethodDescriptor(
    service: "grpc.health.v1.Health", name: "Check",
    kind: .unary, idempotency: .unknown
  )

  /// `/grpc.health.v1.Health/List`
  package static let list = MethodDescriptor(
    service: "grpc.health.v1.Health", name: "List",
    kind: .unary, idempotency: .unknown
  )

  /// `/grpc.health.v1.Health/Watch`
  package static let watch = MethodDescriptor(
    service: "grpc.health.v1.Health", name: "Watch",
    kind: .serverStreaming, idempotency: .unknown
  )

  /// Every method, in the order of the contract.
  package static let all: [MethodDescriptor] = [
    check,
    list,
    watch,
  ]
}

/// Tells load balancers and clients where to send calls.
package protocol Grpc_Health_V1_HealthHandler: Sendable {
  /// Answers at once; NOT_FOUND for a service that the server does not know.
  func check(
    _ request: Grpc_Health_V1_HealthCheckRequest,
    context: ServerContext
  ) async throws -> Grpc_Health_V1_HealthCheckResponse

  /// Answers at once for every service; RESOURCE_EXHAUSTED when they are too many.
  func list(
    _ request: Grpc_Health_V1_HealthListRequest,
    context: ServerContext
  ) async throws -> Grpc_Health_V1_HealthListResponse

  /// Answers now and at every change. An unknown service is SERVICE_UNKNOWN until it appears.
  func watch(
    _ request: Grpc_Health_V1_HealthCheckRequest,
    _ responses: ResponseWriter<Grpc_Health_V1_HealthCheckResponse>,
    context: ServerContext
  ) async throws
}

extension Grpc_Health_V1_HealthHandler {
  /// The method table that `RPCServer(services: [handler.definition], …)` is made of.
  package var definition: ServiceDefinition {
    ServiceDefinition(
      name: Grpc_Health_V1_HealthMethods.service,
      methods: [
        .unary(Grpc_Health_V1_HealthMethods.check) { call in
          let request: Grpc_Health_V1_HealthCheckRequest = try call.decodeRequest()
          call.answer(with: try await self.check(request, context: call.context))
        },
        .unary(Grpc_Health_V1_HealthMethods.list) { call in
          let request: Grpc_Health_V1_HealthListRequest = try call.decodeRequest()
          call.answer(with: try await self.list(request, context: call.context))
        },
        .serverStreaming(Grpc_Health_V1_HealthMethods.watch) {
          try await self.watch($0, $1, context: $2)
        },
      ]
    )
  }
}

/// Calls `grpc.health.v1.Health`, over a channel that others may use too.
package struct Grpc_Health_V1_HealthClient: Sendable {
  package let channel: ClientChannel

  package init(channel: ClientChannel) { self.channel = channel }

  /// Answers at once; NOT_FOUND for a service that the server does not know.
  package func check(
    _ request: Grpc_Health_V1_HealthCheckRequest, options: CallOptions = CallOptions()
  ) async throws -> Grpc_Health_V1_HealthCheckResponse {
    try await check(response: request, options: options).message
  }

  /// As `check(_:options:)`, with the answer's metadata.
  package func check(
    response request: Grpc_Health_V1_HealthCheckRequest, options: CallOptions = CallOptions()
  ) async throws -> Response<Grpc_Health_V1_HealthCheckResponse> {
    try await channel.unary(Grpc_Health_V1_HealthMethods.check, request, options: options)
  }

  /// Answers at once for every service; RESOURCE_EXHAUSTED when they are too many.
  package func list(
    _ request: Grpc_Health_V1_HealthListRequest, options: CallOptions = CallOptions()
  ) async throws -> Grpc_Health_V1_HealthListResponse {
    try await list(response: request, options: options).message
  }

  /// As `list(_:options:)`, with the answer's metadata.
  package func list(
    response request: Grpc_Health_V1_HealthListRequest, options: CallOptions = CallOptions()
  ) async throws -> Response<Grpc_Health_V1_HealthListResponse> {
    try await channel.unary(Grpc_Health_V1_HealthMethods.list, request, options: options)
  }

  /// Answers now and at every change. An unknown service is SERVICE_UNKNOWN until it appears.
  ///
  /// Read the responses with `for try await`; to leave off early cancels the call.
  package func watch(
    _ request: Grpc_Health_V1_HealthCheckRequest, options: CallOptions = CallOptions()
  ) -> ResponseStream<Grpc_Health_V1_HealthCheckResponse> {
    channel.serverStreaming(Grpc_Health_V1_HealthMethods.watch, request, options: options)
  }
}
