/// Where a channel connects to.
///
///     host:port   dns:///host:port   unix:path   unix:///path   file:/path
///     ipv4:1.2.3.4:port,1.2.3.5:port   ipv6:[::1]:port,[::2]:port
package struct Target: Sendable, Hashable {
  package enum Address: Sendable, Hashable {
    case host(String, port: Int)
    case unix(path: String)
    /// Addresses that stay as they are.
    case list([Endpoint])
    /// A file with an address a line, read again when it may have changed.
    case file(path: String)
  }

  package let address: Address
  private let text: String

  package init(host: String, port: Int) {
    self.address = .host(host, port: port)
    self.text = host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
  }

  /// Throws an INVALID_ARGUMENT that quotes the text and names the rule.
  package init(parsing text: String) throws(RPCError) {
    self.text = text
    self.address = try Self.address(text)
  }

  /// Addresses that stay as they are.
  package init(endpoints: [Endpoint]) {
    precondition(!endpoints.isEmpty, "a target needs an address")
    self.address = .list(endpoints)
    self.text = endpoints.map(\.description).joined(separator: ",")
  }

  private static func address(_ text: String) throws(RPCError) -> Address {
    if let path = path(text, scheme: "unix:") {
      guard !path.isEmpty else { throw malformed(text, "a unix: target needs a path") }
      return .unix(path: path)
    }
    if let path = path(text, scheme: "file:") {
      guard !path.isEmpty else { throw malformed(text, "a file: target needs a path") }
      return .file(path: path)
    }
    for scheme in ["ipv4:", "ipv6:"] where text.hasPrefix(scheme) {
      return try list(text.dropFirst(scheme.count), in: text)
    }
    var rest = Substring(text)
    if rest.hasPrefix("dns:") {
      rest = rest.dropFirst(4)
      if rest.hasPrefix("//"), let slash = rest.dropFirst(2).firstIndex(of: "/") {
        rest = rest[rest.index(after: slash)...]
      }
    }
    let (host, port) = try hostAndPort(rest, in: text)
    return .host(host, port: port)
  }

  private static func list(_ rest: Substring, in text: String) throws(RPCError) -> Address {
    var endpoints: [Endpoint] = []
    for entry in rest.split(separator: ",", omittingEmptySubsequences: false) {
      let (host, port) = try hostAndPort(entry, in: text)
      guard host.isIPAddress else { throw malformed(text, "\(host) is no IP address") }
      endpoints.append(.ip(host, port: port))
    }
    return .list(endpoints)
  }

  private static func path(_ text: String, scheme: String) -> String? {
    guard text.hasPrefix(scheme) else { return nil }
    let rest = text.dropFirst(scheme.count)
    return String(rest.hasPrefix("///") ? rest.dropFirst(2) : rest)
  }

  private static func hostAndPort(
    _ text: Substring,
    in whole: String
  ) throws(RPCError) -> (host: String, port: Int) {
    guard let colon = text.lastIndex(of: ":") else {
      throw malformed(whole, "a target is host:port")
    }
    guard let port = Int(text[text.index(after: colon)...]), (1...65535).contains(port) else {
      throw malformed(whole, "the port is a number from 1 to 65535")
    }
    var host = text[..<colon]
    if host.hasPrefix("["), host.hasSuffix("]") {
      host = host.dropFirst().dropLast()
    } else if host.contains(":") {
      throw malformed(whole, "an IPv6 address is written in brackets")
    }
    guard !host.isEmpty else { throw malformed(whole, "the host is missing") }
    return (String(host), port)
  }

  private static func malformed(_ text: String, _ rule: String) -> RPCError {
    .invalidArgument("target \"\(text)\": \(rule)")
  }
}

extension Target {
  /// The `:authority` of requests; a path is none, so gRPC writes `localhost`.
  var authority: String {
    switch address {
    case .host(let host, let port): host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
    case .list(let endpoints): endpoints.first.map(\.description) ?? "localhost"
    case .unix, .file: "localhost"
    }
  }

  /// The name a certificate must carry; an address is not sent as one (RFC 6066 §3).
  var serverName: String? {
    guard case .host(let host, _) = address else { return nil }
    return host.isIPAddress ? nil : host
  }
}

extension Target: CustomStringConvertible {
  package var description: String { text }
}
