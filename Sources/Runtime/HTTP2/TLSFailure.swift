/// What went wrong with TLS, in words that say whose certificate it was.
enum TLSFailure {
  /// Nil for an error that is not TLS's.
  ///
  /// BoringSSL's reason is the end of what it says of itself, as in
  /// `error:1000045c:SSL routines:OPENSSL_internal:TLSV1_ALERT_CERTIFICATE_REQUIRED`.
  static func explain(_ error: any Error) -> String? {
    guard let match = "\(error)".firstMatch(of: /OPENSSL_internal:([A-Z0-9_]+)/) else { return nil }
    let reason = String(match.output.1)
    return "TLS failed: \(words(reason)) (\(reason))"
  }

  private static func words(_ reason: String) -> String {
    switch reason {
    case "CERTIFICATE_VERIFY_FAILED": "the peer's certificate is not trusted"
    case "PEER_DID_NOT_RETURN_A_CERTIFICATE": "the peer has no certificate, and one is asked for"
    case "TLSV1_ALERT_CERTIFICATE_REQUIRED", "SSLV3_ALERT_HANDSHAKE_FAILURE":
      "the peer asks for a certificate of ours"
    case "TLSV1_ALERT_UNKNOWN_CA", "SSLV3_ALERT_CERTIFICATE_UNKNOWN", "SSLV3_ALERT_BAD_CERTIFICATE",
      "SSLV3_ALERT_CERTIFICATE_EXPIRED", "SSLV3_ALERT_CERTIFICATE_REVOKED",
      "TLSV1_ALERT_ACCESS_DENIED", "TLSV1_ALERT_DECRYPT_ERROR":
      "the peer does not trust our certificate"
    case "WRONG_VERSION_NUMBER": "the peer does not speak TLS"
    default: "the handshake did not succeed"
    }
  }
}
