import Foundation
import NIOCore
import RPC

/// The server under load: on this machine, since load on another one is an attack.
enum Server: Sendable, Equatable {
  case rpcTarget(Target)
  case restBase(host: String, port: Int)

  static func rpc(_ text: String) throws -> Server {
    let target: Target
    do {
      target = try Target(parsing: text)
    } catch {
      throw UsageError("--target: \(error.message)")
    }
    switch target.address {
    case .host(let host, _): try requireLoopback(host)
    case .list(let endpoints):
      for case .ip(let host, _) in endpoints { try requireLoopback(host) }
    case .unix: break
    case .file: throw UsageError("--target: a file may name other machines")
    }
    return .rpcTarget(target)
  }

  static func rest(_ text: String) throws(UsageError) -> Server {
    guard let parts = URLComponents(string: text), parts.scheme == "http", let host = parts.host,
      !host.isEmpty, ["", "/"].contains(parts.path), parts.query == nil
    else { throw UsageError("--url: is http://host:port") }
    let bare = host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host
    try requireLoopback(bare)
    return .restBase(host: bare, port: parts.port ?? 80)
  }

  private static func requireLoopback(_ host: String) throws(UsageError) {
    if host == "localhost" || host == "::1" { return }
    // A name that begins with 127. resolves to anything; an address does not.
    if host.hasPrefix("127."), (try? SocketAddress(ipAddress: host, port: 0)) != nil { return }
    throw UsageError("\(host) is not this machine: load goes to 127.0.0.0/8, ::1 or localhost only")
  }

  func sender(_ options: LoadOptions, group: any EventLoopGroup) -> any Sender {
    switch self {
    case .rpcTarget(let target):
      RPCSender(
        target: target,
        connections: min(options.connections, options.concurrency),
        timeout: .seconds(options.timeout),
        group: group
      )
    case .restBase(let host, let port):
      RESTSender(
        host: host,
        port: port,
        connections: options.concurrency,
        timeout: .seconds(options.timeout),
        group: group
      )
    }
  }
}
