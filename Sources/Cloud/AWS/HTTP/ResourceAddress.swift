/// Where one document is: an origin, and path and query as they are written on the wire.
///
///     https://cognito-idp.ap-southeast-1.amazonaws.com/ap-southeast-1_a/.well-known/jwks.json
package struct ResourceAddress: Sendable, Equatable {
  package let endpoint: Endpoint
  package let path: String

  package init?(_ url: String) {
    let parts = url.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count >= 3, let endpoint = Endpoint("\(parts[0])//\(parts[2])") else { return nil }
    let path = "/" + (parts.count > 3 ? String(parts[3]) : "")
    guard path.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "#") }) else {
      return nil
    }
    self.endpoint = endpoint
    self.path = path
  }

  package var url: String { endpoint.url + path }

  package var isEncrypted: Bool { endpoint.url.hasPrefix("https://") }

  /// Whether what is sent there stays on this machine.
  package var isLoopback: Bool {
    // An address of 127.0.0.0/8, and no name that only begins like one.
    let isIPv4 = host.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
    return ["localhost", "[::1]"].contains(host) || isIPv4 && host.hasPrefix("127.")
  }

  /// Without the port.
  var host: String {
    endpoint.host.hasPrefix("[")
      ? String(endpoint.host.prefix { $0 != "]" }) + "]"
      : String(endpoint.host.prefix { $0 != ":" })
  }
}
