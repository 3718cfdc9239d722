/// Where a process listens, as in `127.0.0.1:50051` or `[::1]:0`; port 0 picks a free one.
package struct Address: Sendable, Equatable {
  package var host: String
  package var port: Int

  package init(host: String, port: Int) {
    self.host = host
    self.port = port
  }

  init(parsing text: String) throws(ConfigurationRule) {
    guard let colon = text.lastIndex(of: ":"),
      let port = Int(text[text.index(after: colon)...]), (0...65_535).contains(port)
    else { throw "must be host:port" }
    var host = text[..<colon]
    if host.hasPrefix("["), host.hasSuffix("]") { host = host.dropFirst().dropLast() }
    guard !host.isEmpty else { throw "must be host:port" }
    self.host = String(host)
    self.port = port
  }
}

extension Address: CustomStringConvertible {
  package var description: String {
    host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
  }
}
