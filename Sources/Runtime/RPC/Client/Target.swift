/// Where a channel connects to.
///
///     host:port   dns:///host:port   ipv4:1.2.3.4:port   ipv6:[::1]:port   unix:path   unix:///path
package struct Target: Sendable, Hashable {
  package enum Address: Sendable, Hashable {
    case host(String, port: Int)
    case unix(path: String)
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
    if let path = Self.unixPath(text) {
      guard !path.isEmpty else { throw Self.malformed(text, "a unix: target needs a path") }
      self.address = .unix(path: path)
      return
    }
    var rest = Substring(text)
    for scheme in ["dns:", "ipv4:", "ipv6:"] where rest.hasPrefix(scheme) {
      rest = rest.dropFirst(scheme.count)
      if rest.hasPrefix("//"), let slash = rest.dropFirst(2).firstIndex(of: "/") {
        rest = rest[rest.index(after: slash)...]
      }
      break
    }
    self.address = try Self.hostAndPort(rest, in: text)
  }

  private static func unixPath(_ text: String) -> String? {
    guard text.hasPrefix("unix:") else { return nil }
    let rest = text.dropFirst(5)
    return String(rest.hasPrefix("///") ? rest.dropFirst(2) : rest)
  }

  private static func hostAndPort(
    _ text: Substring,
    in whole: String
  ) throws(RPCError) -> Address {
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
    return .host(String(host), port: port)
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
    case .unix: "localhost"
    }
  }
}

extension Target: CustomStringConvertible {
  package var description: String { text }
}
