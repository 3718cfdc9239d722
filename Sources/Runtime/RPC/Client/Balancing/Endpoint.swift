import NIOCore

/// An address a connection is made to.
package enum Endpoint: Sendable, Hashable {
  case ip(String, port: Int)
  case unix(path: String)

  func socketAddress() throws -> SocketAddress {
    switch self {
    case .ip(let address, let port): try SocketAddress(ipAddress: address, port: port)
    case .unix(let path): try SocketAddress(unixDomainSocketPath: path)
    }
  }
}

extension Endpoint: CustomStringConvertible {
  package var description: String {
    switch self {
    case .ip(let address, let port):
      address.contains(":") ? "[\(address)]:\(port)" : "\(address):\(port)"
    case .unix(let path): "unix:\(path)"
    }
  }
}
