// Written by protoc-gen-smart-cooking from echo/echo.proto. Do not edit.
// swift-format-ignore-file

package import RPC

/// The methods of `echo.Echo`.
package enum EchoMethods {
  /// Full name of the service.
  package static let service = "echo.Echo"

  /// `/echo.Echo/Get`
  package static let get = MethodDescriptor(
    service: "echo.Echo", name: "Get",
    kind: .unary, idempotency: .unknown
  )

  /// Every method, in the order of the contract.
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
  /// The method table that `RPCServer(services: [handler.definition], …)` is made of.
  package var definition: ServiceDefinition {
    ServiceDefinition(
      name: EchoMethods.service,
      methods: [
        .unary(EchoMethods.get) { call in
          let request: EchoRequest = try call.decodeRequest()
          call.answer(with: try await self.get(request, context: call.context))
        },
      ]
    )
  }
}

/// Calls `echo.Echo`, over a channel that others may use too.
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

/// The methods of `echo.Words`.
package enum WordsMethods {
  /// Full name of the service.
  package static let service = "echo.Words"

  /// `/echo.Words/Capitalize`
  package static let capitalize = MethodDescriptor(
    service: "echo.Words", name: "Capitalize",
    kind: .unary, idempotency: .unknown
  )

  /// `/echo.Words/Split`
  package static let split = MethodDescriptor(
    service: "echo.Words", name: "Split",
    kind: .serverStreaming, idempotency: .unknown
  )

  /// `/echo.Words/Join`
  package static let join = MethodDescriptor(
    service: "echo.Words", name: "Join",
    kind: .clientStreaming, idempotency: .unknown
  )

  /// `/echo.Words/Chat`
  package static let chat = MethodDescriptor(
    service: "echo.Words", name: "Chat",
    kind: .bidirectional, idempotency: .unknown
  )

  /// Every method, in the order of the contract.
  package static let all: [MethodDescriptor] = [
    capitalize,
    split,
    join,
    chat,
  ]
}

/// One method of each kind of call, as the README shows them.
package protocol WordsHandler: Sendable {
  /// Answers with the text in capitals.
  func capitalize(
    _ request: EchoRequest,
    context: ServerContext
  ) async throws -> EchoResponse

  /// Answers with each word of the text.
  func split(
    _ request: EchoRequest,
    _ responses: ResponseWriter<EchoResponse>,
    context: ServerContext
  ) async throws

  /// Answers with all texts as one.
  func join(
    _ requests: RequestStream<EchoRequest>,
    context: ServerContext
  ) async throws -> EchoResponse

  /// Answers each text as soon as it comes.
  func chat(
    _ requests: RequestStream<EchoRequest>,
    _ responses: ResponseWriter<EchoResponse>,
    context: ServerContext
  ) async throws
}

extension WordsHandler {
  /// The method table that `RPCServer(services: [handler.definition], …)` is made of.
  package var definition: ServiceDefinition {
    ServiceDefinition(
      name: WordsMethods.service,
      methods: [
        .unary(WordsMethods.capitalize) { call in
          let request: EchoRequest = try call.decodeRequest()
          call.answer(with: try await self.capitalize(request, context: call.context))
        },
        .serverStreaming(WordsMethods.split) {
          try await self.split($0, $1, context: $2)
        },
        .clientStreaming(WordsMethods.join) {
          try await self.join($0, context: $1)
        },
        .bidirectional(WordsMethods.chat) {
          try await self.chat($0, $1, context: $2)
        },
      ]
    )
  }
}

/// Calls `echo.Words`, over a channel that others may use too.
package struct WordsClient: Sendable {
  package let channel: ClientChannel

  package init(channel: ClientChannel) { self.channel = channel }

  /// Answers with the text in capitals.
  package func capitalize(
    _ request: EchoRequest, options: CallOptions = CallOptions()
  ) async throws -> EchoResponse {
    try await capitalize(response: request, options: options).message
  }

  /// As `capitalize(_:options:)`, with the answer's metadata.
  package func capitalize(
    response request: EchoRequest, options: CallOptions = CallOptions()
  ) async throws -> Response<EchoResponse> {
    try await channel.unary(WordsMethods.capitalize, request, options: options)
  }

  /// Answers with each word of the text.
  ///
  /// Read the responses with `for try await`; to leave off early cancels the call.
  package func split(
    _ request: EchoRequest, options: CallOptions = CallOptions()
  ) -> ResponseStream<EchoResponse> {
    channel.serverStreaming(WordsMethods.split, request, options: options)
  }

  /// Answers with all texts as one.
  ///
  /// `write` each request, `finish()`, and await the `response()`.
  package func join(
    options: CallOptions = CallOptions()
  ) -> ClientStreamingCall<EchoRequest, EchoResponse> {
    channel.clientStreaming(WordsMethods.join, options: options)
  }

  /// Answers each text as soon as it comes.
  ///
  /// `write` requests and read `responses` in any order; `finish()` says that all are written.
  package func chat(
    options: CallOptions = CallOptions()
  ) -> BidirectionalCall<EchoRequest, EchoResponse> {
    channel.bidirectional(WordsMethods.chat, options: options)
  }
}
