import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

/// What a server answered.
struct HTTPAnswer: Sendable, Equatable {
  let status: Int
  /// As much of the body as an error needs to be told.
  let beginning: String
}

/// Why there was no answer.
struct HTTPFailure: Error, CustomStringConvertible {
  enum Kind: String {
    case connection = "CONNECTION"
    case timeout = "TIMEOUT"
  }

  let kind: Kind
  let description: String
}

/// A connection that takes one request after another; made again when the server has closed it.
final class HTTPConnection: Sendable {
  private let host: String
  private let port: Int
  private let timeout: TimeAmount
  private let group: any EventLoopGroup
  private let open = Mutex<(any Channel)?>(nil)

  init(host: String, port: Int, timeout: Duration, group: any EventLoopGroup) {
    self.host = host
    self.port = port
    self.timeout = TimeAmount(timeout)
    self.group = group
  }

  func connect() async throws {
    do {
      _ = try await channel()
    } catch {
      throw UsageError("nobody answers at \(host):\(port): \(error)")
    }
  }

  /// Called by one task at a time.
  func send(_ message: HTTPMessage, bearer: String?) async throws -> HTTPAnswer {
    let channel = try await channel()
    let promise = channel.eventLoop.makePromise(of: HTTPAnswer.self)
    let exchange = HTTPExchange(head: head(of: message, bearer), body: message.body, promise)
    return try await withTaskCancellationHandler {
      // A channel that has closed in between never hands the exchange to its handler.
      channel.writeAndFlush(exchange).whenFailure { error in
        promise.fail(HTTPFailure(kind: .connection, description: "\(error)"))
      }
      return try await promise.futureResult.get()
    } onCancel: {
      channel.close(promise: nil)
    }
  }

  func close() async {
    // A connection that is closed already is what is wanted.
    try? await open.withLock { $0 }?.close()
  }

  private func channel() async throws -> any Channel {
    if let channel = open.withLock({ $0 }), channel.isActive { return channel }
    let timeout = timeout
    let channel = try await ClientBootstrap(group: group)
      .connectTimeout(timeout)
      .channelOption(.tcpOption(.tcp_nodelay), value: 1)
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHTTPClientHandlers()
          try channel.pipeline.syncOperations.addHandler(HTTPExchangeHandler(timeout: timeout))
        }
      }
      .connect(host: host, port: port)
      .get()
    open.withLock { $0 = channel }
    return channel
  }

  private func head(of message: HTTPMessage, _ bearer: String?) -> HTTPRequestHead {
    let authority = host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
    var headers: HTTPHeaders = ["host": authority, "accept": "application/json"]
    if let bearer { headers.add(name: "authorization", value: "Bearer \(bearer)") }
    if let body = message.body {
      headers.add(name: "content-type", value: "application/json")
      headers.add(name: "content-length", value: String(body.utf8.count))
    }
    return HTTPRequestHead(
      version: .http1_1,
      method: HTTPMethod(rawValue: message.method),
      uri: message.uri,
      headers: headers
    )
  }
}
