import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

/// A service behind a bad network: passes requests on to a real one, or does to them what a script
/// says.
package final class FaultyService: Sendable {
  /// What becomes of a request, by its number from 0 on.
  package typealias Script = @Sendable (Int, SeenRequest) -> Fault

  private struct State {
    var seen: [SeenRequest] = []
    /// Answers by `ClientRequestToken`: a transaction is done once, however often it comes.
    var answers: [String: EventLoopFuture<HTTPClient.Response>] = [:]
  }

  /// As in `http://127.0.0.1:41231`.
  package let url: String
  private let upstream: String
  private let script: Script
  private let client = HTTPClient(
    eventLoopGroupProvider: .shared(MultiThreadedEventLoopGroup.singleton)
  )
  private let listener: any Channel
  private let state: SharedState

  private final class SharedState: Sendable { let value = Mutex(State()) }

  /// `upstream` is the origin of the real service.
  package init(upstream: String, script: @escaping Script) async throws {
    let state = SharedState()
    let client = client
    self.state = state
    self.upstream = upstream
    self.script = script
    listener = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          let pipeline = channel.pipeline.syncOperations
          try pipeline.configureHTTPServerPipeline()
          try pipeline.addHandler(
            FaultyHandler { request in
              let number = state.value.withLock { state in
                state.seen.append(request.seen)
                return state.seen.count - 1
              }
              return script(number, request.seen)
            } forward: { request in
              Self.forward(request, to: upstream, client: client, state: state)
            }
          )
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    url = "http://127.0.0.1:\(listener.localAddress?.port ?? 0)"
  }

  /// Requests in the order in which they came.
  package var seen: [SeenRequest] { state.value.withLock { $0.seen } }

  package func close() async throws {
    try await listener.close()
    try await client.shutdown()
  }

  /// Runs a test with a faulty service and lets it go.
  package static func run(
    upstream: String,
    script: @escaping Script,
    _ body: (FaultyService) async throws -> Void
  ) async throws {
    let service = try await FaultyService(upstream: upstream, script: script)
    do {
      try await body(service)
      try await service.close()
    } catch {
      try await service.close()
      throw error
    }
  }

  private static func forward(
    _ request: ArrivedRequest,
    to upstream: String,
    client: HTTPClient,
    state: SharedState
  ) -> EventLoopFuture<HTTPClient.Response> {
    guard let token = request.token else { return send(request, to: upstream, client: client) }
    return state.value.withLock { state in
      if let answer = state.answers[token] { return answer }
      // Kept from now on: the next try may come before this one is done.
      let answer = send(request, to: upstream, client: client)
      state.answers[token] = answer
      return answer
    }
  }

  private static func send(
    _ request: ArrivedRequest,
    to upstream: String,
    client: HTTPClient
  ) -> EventLoopFuture<HTTPClient.Response> {
    var headers = request.headers
    headers.remove(name: "host")
    do {
      let prepared = try HTTPClient.Request(
        url: upstream + "/",
        method: .POST,
        headers: headers,
        body: .bytes(request.seen.body)
      )
      return client.execute(request: prepared)
    } catch { return client.eventLoopGroup.any().makeFailedFuture(error) }
  }
}

struct ArrivedRequest: Sendable {
  let headers: HTTPHeaders
  let seen: SeenRequest

  /// The value of `ClientRequestToken`, which the peer of the tests does not heed.
  var token: String? {
    let text = String(decoding: seen.body, as: UTF8.self)
    guard let name = text.firstRange(of: "\"ClientRequestToken\":\"") else { return nil }
    return String(text[name.upperBound...].prefix { $0 != "\"" })
  }
}
