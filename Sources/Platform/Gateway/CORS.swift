/// Which browser pages of other origins may call; nobody's unless it is configured.
package struct CORS: Sendable {
  /// As in `https://app.example.com`; `*` stands for every origin.
  package var origins: Set<String>
  /// How long a browser may remember the answer to its preflight.
  package var maxAgeSeconds: Int

  package init(origins: Set<String>, maxAgeSeconds: Int = 600) {
    self.origins = origins
    self.maxAgeSeconds = maxAgeSeconds
  }

  private static let requestHeaders =
    "authorization, content-type, accept-language, idempotency-key, x-request-id, "
    + "x-request-timeout, traceparent, tracestate"

  /// What every answer to a page of `origin` carries.
  func headers(origin: String?) -> [GatewayResponse.Header] {
    guard let allowed = allowed(origin) else { return [.init("vary", "origin")] }
    return [
      .init("access-control-allow-origin", allowed),
      .init("access-control-expose-headers", "x-request-id, retry-after, www-authenticate"),
      .init("vary", "origin"),
    ]
  }

  /// What the answer to a preflight adds.
  func preflight(origin: String?, methods: String) -> [GatewayResponse.Header] {
    guard allowed(origin) != nil else { return [] }
    return [
      .init("access-control-allow-methods", methods),
      .init("access-control-allow-headers", Self.requestHeaders),
      .init("access-control-max-age", String(maxAgeSeconds)),
    ]
  }

  // Tokens come in a header, never in a cookie, so credentials need not be allowed.
  private func allowed(_ origin: String?) -> String? {
    guard let origin else { return nil }
    if origins.contains("*") { return "*" }
    return origins.contains(origin) ? origin : nil
  }
}
