import NIOHTTP1

extension RequestHead {
  init(_ head: HTTPRequestHead, peer: String) {
    self.init(method: head.method.rawValue, target: head.uri, peer: peer)
    for (name, value) in head.headers {
      if let field = RequestField.named[name.lowercased()] { append(field, value) }
    }
  }
}

extension HTTPRequestHead {
  /// What an attacker would use to make two servers see two different requests, and other breaks of
  /// RFC 9112; nil when there is none.
  var brokenRule: String? {
    guard version == .http1_1 || version == .http1_0 else { return "the version is not HTTP/1.1" }
    let lengths = headers["content-length"]
    let codings = headers["transfer-encoding"]
    if !codings.isEmpty, !lengths.isEmpty {
      return "content-length and transfer-encoding exclude each other"
    }
    if lengths.count > 1 { return "content-length is given twice" }
    if codings.count > 1 || codings.contains(where: { $0.lowercased() != "chunked" }) {
      return "the transfer-encoding is chunked or none"
    }
    if !codings.isEmpty, version == .http1_0 { return "HTTP/1.0 has no transfer-encoding" }
    let hosts = headers["host"].count
    if hosts > 1 || (hosts == 0 && version == .http1_1) { return "one host field is required" }
    return nil
  }

  /// Asks to go on in another protocol: the parser takes what comes behind for that.
  ///
  /// RFC 9110 §7.8: a server may ignore it, and answers as if it were not asked.
  var asksForAnotherProtocol: Bool {
    method == .CONNECT
      || headers.contains(name: "upgrade")
        && headers[canonicalForm: "connection"].contains { $0.lowercased() == "upgrade" }
  }

  /// Its body, if any, is so short that reading it costs less than a new connection.
  var hasShortBody: Bool {
    guard headers["transfer-encoding"].isEmpty, headers["expect"].isEmpty else { return false }
    return Int(headers.first(name: "content-length") ?? "0").map { $0 <= 64 << 10 } ?? false
  }
}
