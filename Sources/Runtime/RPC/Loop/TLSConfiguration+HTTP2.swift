import NIOSSL

extension TLSConfiguration {
  /// This configuration with what HTTP/2 demands: ALPN `h2` and TLS 1.2 (RFC 9113 §9.2).
  var speakingHTTP2: TLSConfiguration {
    var configuration = self
    configuration.applicationProtocols = ["h2"]
    if configuration.minimumTLSVersion != .tlsv13 { configuration.minimumTLSVersion = .tlsv12 }
    return configuration
  }
}
