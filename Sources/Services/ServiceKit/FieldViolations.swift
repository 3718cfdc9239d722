package import RPC

/// Gathers everything that is wrong with a request, so that the caller learns it in one answer.
///
/// As much of it as an answer can hold; of the rest the message says how many there are.
///
///     var violations = FieldViolations()
///     violations.require((1...5).contains(request.stars), "stars", "must be from 1 to 5")
///     try violations.throwIfAny()
package struct FieldViolations {
  private var violations: [StatusDetail.FieldViolation] = []
  private var bytes = 0
  private var omittedCount = 0

  /// What trailers hold in every client: 8 KiB of headers, and base64 makes three bytes four.
  static let bytesMax = 4 << 10

  package init() {}

  package var isEmpty: Bool { violations.isEmpty }

  /// `field` is the path as the contract names it, as in `names[2]`.
  package mutating func add(_ field: String, _ rule: String) {
    bytes += field.utf8.count + rule.utf8.count
    guard violations.isEmpty || bytes <= Self.bytesMax else {
      omittedCount += 1
      return
    }
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
    let moreCount = violations.count - 1 + omittedCount
    throw RPCError(
      code: .invalidArgument,
      message: "\(first.field): \(first.description)"
        + (moreCount > 0 ? " (and \(moreCount) more)" : ""),
      details: [.badRequest(violations)]
    )
  }
}
