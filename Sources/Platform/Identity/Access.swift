package import Protobuf

/// Who may call a method, as its contract says in the `access` option.
package enum Access: Int, Sendable {
  /// Anyone, with or without a token.
  case anyone = 1
  /// A user, or a service on a user's behalf. What a method without the option is.
  case user = 2
  /// A user with the role `admin`.
  case admin = 3
  /// One of our services, in its own name.
  case service = 4

  /// The number of the extension of `google.protobuf.MethodOptions` that carries it.
  static let optionNumber = 50_100
  static let adminRole = "admin"
}

/// The access of every method by path.
package struct AccessPolicy: Sendable {
  private let accessByPath: [String: Access]

  /// - Parameter accessByPath: as in `/smartcooking.rating.v1.RatingHandlerService/RateRecipe`.
  package init(_ accessByPath: [String: Access]) {
    self.accessByPath = accessByPath
  }

  /// Reads the `access` option of every method of the contracts.
  package init(_ registry: SchemaRegistry) {
    var accessByPath: [String: Access] = [:]
    for method in registry.services.flatMap(\.methods) {
      guard let value = method.options.integer(Access.optionNumber),
        let access = Access(rawValue: Int(value))
      else { continue }
      accessByPath[method.path] = access
    }
    self.init(accessByPath)
  }

  /// A method without the option is for users; `grpc.*` (health, reflection) is for anyone.
  package func access(to path: String) -> Access {
    accessByPath[path] ?? (path.hasPrefix("/grpc.") ? .anyone : .user)
  }
}
