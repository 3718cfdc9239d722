package import RPC

extension ServerContext {
  /// The subject of the user who calls.
  ///
  /// - Throws: UNAUTHENTICATED without a principal; PERMISSION_DENIED for a service, which has
  ///   no pantry, no history and no ratings.
  package func requireUserID() throws(RPCError) -> String {
    guard let principal else {
      throw .unauthenticated("a bearer token is required in the authorization header")
    }
    guard principal.kind == .user else {
      throw .permissionDenied("this method is for users alone")
    }
    return principal.subject
  }

  /// The subject of who calls, a user or a service.
  package func requireCallerID() throws(RPCError) -> String {
    guard let principal else {
      throw .unauthenticated("a bearer token is required in the authorization header")
    }
    return principal.subject
  }

  /// The idempotency key of the request: the field, or else the metadata; nil when neither is set.
  ///
  /// - Throws: INVALID_ARGUMENT when the two differ, or the key is longer than 128 bytes.
  package func idempotencyKey(field: String) throws(RPCError) -> String? {
    let header = metadata["idempotency-key"] ?? ""
    guard field.utf8.count <= 128, header.utf8.count <= 128 else {
      throw .invalidArgument(field: "idempotency_key", "must be at most 128 bytes")
    }
    guard field.isEmpty || header.isEmpty || field == header else {
      throw .invalidArgument(
        field: "idempotency_key",
        "must equal the idempotency-key metadata when both are set"
      )
    }
    let key = field.isEmpty ? header : field
    return key.isEmpty ? nil : key
  }
}
