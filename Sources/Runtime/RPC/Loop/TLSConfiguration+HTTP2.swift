import NIOCore
import NIOSSL

extension TLSConfiguration {
  /// This configuration with what HTTP/2 demands: ALPN `h2` and TLS 1.2 (RFC 9113 §9.2).
  ///
  /// HTTP/2 ends by GOAWAY, so the peer's close_notify tells nothing more, and many peers send none:
  /// `closeTimeout` is how long it is waited for all the same, rather than 5 s.
  func speakingHTTP2(closeTimeout: TimeAmount) -> TLSConfiguration {
    var configuration = self
    configuration.shutdownTimeout = closeTimeout
    configuration.applicationProtocols = ["h2"]
    if configuration.minimumTLSVersion != .tlsv13 { configuration.minimumTLSVersion = .tlsv12 }
    return configuration
  }
}
