// Written by protoc-gen-smart-cooking from grpc/reflection/v1alpha/reflection.proto. Do not edit.
// swift-format-ignore-file

package import RPC

/// The methods of `grpc.reflection.v1alpha.ServerReflection`.
package enum Grpc_Reflection_V1alpha_ServerReflectionMethods {
  /// Full name of the service.
  package static let service = "grpc.reflection.v1alpha.ServerReflection"

  /// `/grpc.reflection.v1alpha.ServerReflection/ServerReflectionInfo`
  package static let serverReflectionInfo = MethodDescriptor(
    service: "grpc.reflection.v1alpha.ServerReflection", name: "ServerReflectionInfo",
    kind: .bidirectional, idempotency: .unknown
  )

  /// Every method, in the order of the contract.
  package static let all: [MethodDescriptor] = [
    serverReflectionInfo,
  ]
}

/// Lets tools discover what a server serves.
package protocol Grpc_Reflection_V1alpha_ServerReflectionHandler: Sendable {
  /// Answers each question in turn, until the client is done.
  func serverReflectionInfo(
    _ requests: RequestStream<Grpc_Reflection_V1alpha_ServerReflectionRequest>,
    _ responses: ResponseWriter<Grpc_Reflection_V1alpha_ServerReflectionResponse>,
    context: ServerContext
  ) async throws
}

extension Grpc_Reflection_V1alpha_ServerReflectionHandler {
  /// The method table that `RPCServer(services: [handler.definition], …)` is made of.
  package var definition: ServiceDefinition {
    ServiceDefinition(
      name: Grpc_Reflection_V1alpha_ServerReflectionMethods.service,
      methods: [
        .bidirectional(Grpc_Reflection_V1alpha_ServerReflectionMethods.serverReflectionInfo) {
          try await self.serverReflectionInfo($0, $1, context: $2)
        },
      ]
    )
  }
}

/// Calls `grpc.reflection.v1alpha.ServerReflection`, over a channel that others may use too.
package struct Grpc_Reflection_V1alpha_ServerReflectionClient: Sendable {
  package let channel: ClientChannel

  package init(channel: ClientChannel) { self.channel = channel }

  /// Answers each question in turn, until the client is done.
  ///
  /// `write` requests and read `responses` in any order; `finish()` says that all are written.
  package func serverReflectionInfo(
    options: CallOptions = CallOptions()
  ) -> BidirectionalCall<Grpc_Reflection_V1alpha_ServerReflectionRequest, Grpc_Reflection_V1alpha_ServerReflectionResponse> {
    channel.bidirectional(Grpc_Reflection_V1alpha_ServerReflectionMethods.serverReflectionInfo, options: options)
  }
}
