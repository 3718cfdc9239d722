import Glibc

/// Addresses that a file lists, one `host:port` a line; what follows a `#` is a comment.
///
/// The file is read again when a connection fails and every `Resolution.Pace.refreshInterval`, so
/// that whoever writes it moves the clients.
struct FileResolver: Resolver {
  /// A list of addresses is no longer.
  private static let bytesMax = 1 << 20

  let path: String

  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  func resolve() throws -> [Endpoint] {
    try Self.parse(read(), path: path).flatMap { target -> [Endpoint] in
      guard case .host(let host, let port) = target.address else { return [] }
      return try target.endpoints ?? DNSResolver(host: host, port: port).resolve()
    }
  }

  static func parse(_ text: String, path: String) throws -> [Target] {
    try text.split(whereSeparator: \.isNewline).compactMap { line -> Target? in
      let entry = String(line.prefix { $0 != "#" }.filter { !$0.isWhitespace })
      guard !entry.isEmpty else { return nil }
      do {
        return try Target(parsing: entry)
      } catch let error as RPCError {
        throw Failure(description: "\(path): \(error.message)")
      }
    }
  }

  private func read() throws -> String {
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else {
      throw Failure(description: "\(path): \(unsafe String(cString: strerror(errno)))")
    }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: Self.bytesMax)
    var count = 0
    while count < bytes.count {
      let taken = unsafe bytes.withUnsafeMutableBytes { buffer in
        unsafe Glibc.read(file, buffer.baseAddress.unsafelyUnwrapped + count, buffer.count - count)
      }
      guard taken >= 0 else {
        throw Failure(description: "\(path): \(unsafe String(cString: strerror(errno)))")
      }
      guard taken > 0 else { break }
      count += taken
    }
    return String(decoding: bytes.prefix(count), as: UTF8.self)
  }
}
