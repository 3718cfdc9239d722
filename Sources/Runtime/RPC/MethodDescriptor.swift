/// What a method is called and how it behaves, as its contract says.
package struct MethodDescriptor: Sendable, Hashable {
  package enum Kind: Sendable {
    case unary, clientStreaming, serverStreaming, bidirectional
  }

  /// `idempotency_level` of the contract; only what is idempotent may be sent twice.
  package enum Idempotency: Sendable {
    case unknown, noSideEffects, idempotent
  }

  /// Full name of the service: `echo.Echo`.
  package let service: String
  package let name: String
  /// The `:path`: `/echo.Echo/Get`.
  package let path: String
  package let kind: Kind
  package let idempotency: Idempotency

  package init(
    service: String,
    name: String,
    kind: Kind = .unary,
    idempotency: Idempotency = .unknown
  ) {
    self.service = service
    self.name = name
    self.path = "/\(service)/\(name)"
    self.kind = kind
    self.idempotency = idempotency
  }
}
