import Synchronization

/// What a method is called and how it behaves, as its contract says.
///
/// An object, because every call carries it and a reference is all that is copied then.
package final class MethodDescriptor: Sendable {
  package enum Kind: Sendable {
    case unary, clientStreaming, serverStreaming, bidirectional

    package var streamsRequests: Bool { self == .clientStreaming || self == .bidirectional }
    package var streamsResponses: Bool { self == .serverStreaming || self == .bidirectional }
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
  /// Counts the descriptors of this process from 0, for tables that are indexed by method.
  package let number: Int

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
    number = Self.count.wrappingAdd(1, ordering: .relaxed).oldValue
  }

  private static let count = Atomic(0)
}

extension MethodDescriptor: Hashable {
  package static func == (left: MethodDescriptor, right: MethodDescriptor) -> Bool {
    left === right
      || left.path == right.path && left.kind == right.kind
        && left.idempotency == right.idempotency
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(path) }
}
