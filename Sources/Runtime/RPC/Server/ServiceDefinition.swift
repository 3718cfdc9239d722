/// The methods of one service, ready to be served.
package struct ServiceDefinition: Sendable {
  /// Full name: `echo.Echo`.
  package let name: String
  package let methods: [MethodDefinition]

  package init(name: String, methods: [MethodDefinition]) {
    self.name = name
    self.methods = methods
  }
}

/// One method: what it is, and what runs when it is called.
package struct MethodDefinition: Sendable {
  package let descriptor: MethodDescriptor
  /// Nil for a method that the contract has and this server does not implement.
  @usableFromInline let run: (@Sendable (ServerCall) async throws -> Void)?

  @usableFromInline
  init(
    descriptor: MethodDescriptor,
    run: (@Sendable (ServerCall) async throws -> Void)?
  ) {
    self.descriptor = descriptor
    self.run = run
  }

  /// One message in, one message out, as bytes.
  package static func unaryBytes(
    _ descriptor: MethodDescriptor,
    _ handler: @escaping @Sendable ([UInt8], ServerContext) async throws -> [UInt8]
  ) -> MethodDefinition {
    MethodDefinition(descriptor: descriptor) { call in
      let request = try unsafe [UInt8](call.requestBytes)
      call.releaseRequest()
      let response = try await handler(request, call.context)
      unsafe call.allocateResponse(response.count).copyBytes(from: response)
    }
  }

  /// A method that answers UNIMPLEMENTED.
  package static func unimplemented(_ descriptor: MethodDescriptor) -> MethodDefinition {
    MethodDefinition(descriptor: descriptor, run: nil)
  }
}
