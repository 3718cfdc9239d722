// Written by protoc-gen-smart-cooking from echo/echo.proto. Do not edit.
// swift-format-ignore-file

package import RPC

/// The methods of `echo.Echo`.
package enum EchoMethods {
  /// Full name of the service.
  package static let service = "echo.Echo"

  package static let get = MethodDescriptor(
    service: "echo.Echo", name: "Get",
    kind: .unary, idempotency: .unknown
  )

  package static let all: [MethodDescriptor] = [
    get,
  ]
}

/// Gives back what it is given.
package protocol EchoHandler: Sendable {
  /// Answers with the text of the request.
  func get(
    _ request: EchoRequest,
    context: ServerContext
  ) async throws -> EchoResponse
}

extension EchoHandler {
  /// The method table a server is made of.
  package var definition: ServiceDefinition {
    ServiceDefinition(
      name: EchoMethods.service,
      methods: [
        .unary(EchoMethods.get) {
          try await self.get($0, context: $1)
        },
      ]
    )
  }
}

/// Calls `echo.Echo`.
package struct EchoClient: Sendable {
  package let channel: ClientChannel

  package init(channel: ClientChannel) { self.channel = channel }

  /// Answers with the text of the request.
  package func get(
    _ request: EchoRequest, options: CallOptions = CallOptions()
  ) async throws -> EchoResponse {
    try await get(response: request, options: options).message
  }

  /// As `get(_:options:)`, with the answer's metadata.
  package func get(
    response request: EchoRequest, options: CallOptions = CallOptions()
  ) async throws -> Response<EchoResponse> {
    try await channel.unary(EchoMethods.get, request, options: options)
  }
}
