/// The origin at which a service is asked.
///
///     https://dynamodb.ap-southeast-1.amazonaws.com
///     http://127.0.0.1:5000
package struct Endpoint: Sendable, Equatable {
  package let url: String
  /// The value of the `Host` header: the port only where it is not the scheme's own.
  package let host: String

  /// The service's own in the region, as in `dynamodb` or `bedrock-runtime`.
  package init(service: String, region: Region) {
    host = "\(service).\(region.name).\(region.domain)"
    url = "https://\(host)"
  }

  /// An origin given by hand: `http` or `https`, host and port, and no path behind it.
  package init?(_ text: String) {
    let schemes = [("https://", ":443"), ("http://", ":80")]
    guard let (scheme, port) = schemes.first(where: { text.hasPrefix($0.0) }) else { return nil }
    var authority = text.dropFirst(scheme.utf8.count)
    if authority.hasSuffix("/") { authority = authority.dropLast() }
    guard !authority.isEmpty,
      authority.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && !"/?#@".utf8.contains($0) })
    else { return nil }
    url = scheme + authority
    host = String(authority.hasSuffix(port) ? authority.dropLast(port.utf8.count) : authority)
  }
}
