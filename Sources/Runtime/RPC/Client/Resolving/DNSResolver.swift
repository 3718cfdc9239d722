import Glibc

/// Addresses of a host name, as this machine resolves names.
struct DNSResolver: Resolver {
  let host: String
  let port: Int

  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  func resolve() throws -> [Endpoint] {
    var hints = unsafe addrinfo()
    unsafe hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    unsafe hints.ai_flags = Int32(AI_ADDRCONFIG)
    var list: UnsafeMutablePointer<addrinfo>?
    let status = unsafe getaddrinfo(host, nil, &hints, &list)
    defer { if let list = unsafe list { unsafe freeaddrinfo(list) } }
    guard status == 0 else {
      throw Failure(description: unsafe String(cString: gai_strerror(status)))
    }
    var six: [Endpoint] = []
    var four: [Endpoint] = []
    while let entry = unsafe list?.pointee {
      if let address = unsafe Self.text(entry) {
        let endpoint = Endpoint.ip(address, port: port)
        if unsafe entry.ai_family == AF_INET6 {
          six.append(endpoint)
        } else {
          four.append(endpoint)
        }
      }
      guard let next = unsafe entry.ai_next else { break }
      unsafe list = next
    }
    return Self.interleave(six, four)
  }

  /// RFC 8305 §4: a family that does not work must not be tried to its end first.
  static func interleave(_ first: [Endpoint], _ second: [Endpoint]) -> [Endpoint] {
    (0..<max(first.count, second.count)).flatMap { index in
      [first, second].compactMap { $0.indices.contains(index) ? $0[index] : nil }
    }
  }

  private static func text(_ entry: addrinfo) -> String? {
    var text = [CChar](repeating: 0, count: Int(NI_MAXHOST))
    let status = unsafe getnameinfo(
      entry.ai_addr,
      entry.ai_addrlen,
      &text,
      socklen_t(text.count),
      nil,
      0,
      NI_NUMERICHOST
    )
    guard status == 0 else { return nil }
    return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
