package import RPC

/// Gathers everything that is wrong with a request, so that the caller learns it in one answer.
///
///     var violations = FieldViolations()
///     violations.require((1...5).contains(request.stars), "stars", "must be from 1 to 5")
///     try violations.throwIfAny()
package struct FieldViolations {
  private var violations: [StatusDetail.FieldViolation] = []

  package init() {}

  package var isEmpty: Bool { violations.isEmpty }

  /// `field` is the path as the contract names it, as in `names[2]`.
  package mutating func add(_ field: String, _ rule: String) {
    violations.append(.init(field: field, description: rule))
  }

  package mutating func require(
    _ holds: Bool,
    _ field: @autoclosure () -> String,
    _ rule: @autoclosure () -> String
  ) {
    if !holds { add(field(), rule()) }
  }

  /// INVALID_ARGUMENT with one `BadRequest` violation for each rule broken.
  package func throwIfAny() throws(RPCError) {
    guard let first = violations.first else { return }
    throw RPCError(
      code: .invalidArgument,
      message: "\(first.field): \(first.description)"
        + (violations.count > 1 ? " (and \(violations.count - 1) more)" : ""),
      details: [.badRequest(violations)]
    )
  }
}
