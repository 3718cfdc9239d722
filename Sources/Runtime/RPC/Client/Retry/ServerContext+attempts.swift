extension ServerContext {
  /// How often this call was sent before ("gRFC A6", Exposed Retry Metadata).
  static let previousAttempts = "grpc-previous-rpc-attempts"

  /// The call being served is a retry or a hedge: calls made for it are sent once.
  var isRepeated: Bool {
    guard !metadata.isEmpty, let attempts = metadata[Self.previousAttempts] else { return false }
    return attempts != "0"
  }
}
