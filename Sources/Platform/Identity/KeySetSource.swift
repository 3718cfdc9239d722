/// Where an issuer publishes the public keys of its tokens.
package protocol KeySetSource: Sendable {
  /// Its JSON Web Key Set (RFC 7517 §5) as it is now.
  ///
  /// Bounded in time; a set that cannot be had throws.
  func keySet() async throws -> String
}
