/// What an issuer did not give, and why.
package struct IssuerError: Error, CustomStringConvertible, Equatable {
  /// The URL.
  package let asked: String
  /// As in `answered 400 invalid_client`.
  package let reason: String

  package var description: String { "\(asked) \(reason)" }
}
