import NIOCore
import NIOPosix

/// Finds the addresses behind a target; may take its time, so never on an event loop.
protocol Resolver: Sendable {
  /// In the order in which they should be tried.
  func resolve() throws -> [Endpoint]
}

extension Target {
  /// The addresses when the target names them itself; nil when they have to be asked for.
  var endpoints: [Endpoint]? {
    switch address {
    case .host(let host, let port): host.isIPAddress ? [.ip(host, port: port)] : nil
    case .unix(let path): [.unix(path: path)]
    case .list(let endpoints): endpoints
    case .file: nil
    }
  }

  var pace: Resolution.Pace {
    if case .file = address { .files } else { .names }
  }

  private var resolver: (any Resolver)? {
    switch address {
    case .host(let host, let port): DNSResolver(host: host, port: port)
    case .file(let path): FileResolver(path: path)
    case .unix, .list: nil
    }
  }

  /// Asks for the addresses on a thread that may wait.
  func resolve(on eventLoop: any EventLoop) -> EventLoopFuture<[Endpoint]> {
    guard let resolver else { return eventLoop.makeSucceededFuture(endpoints ?? []) }
    return NIOThreadPool.singleton.runIfActive(eventLoop: eventLoop) { try resolver.resolve() }
  }
}

extension String {
  var isIPAddress: Bool {
    // The error only says that it is none.
    (try? SocketAddress(ipAddress: self, port: 0)) != nil
  }
}
