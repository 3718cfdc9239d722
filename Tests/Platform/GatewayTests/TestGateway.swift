import Identity
import NIOCore
import NIOPosix
import NIOSSL
import Protobuf
import RPC
import Synchronization

@testable import Gateway

/// A gateway for the notes over real sockets, in front of a real server.
final class TestGateway: Sendable {
  let port: Int
  let gateway: Gateway
  let token: String
  let admin: String
  private let records: Records
  private let server: RPCServer
  private let channel: ClientChannel

  /// What the gateway told about its requests.
  var answered: [GatewayRecord] { records.all.withLock { $0 } }

  private final class Records: Sendable {
    let all = Mutex<[GatewayRecord]>([])
  }

  typealias Handler = @Sendable (String, [UInt8], ServerContext) async throws -> [UInt8]
  typealias StreamHandler = @Sendable ([UInt8], ServerCall) async throws -> Void

  /// Starts both; `handler` gets the name of the RPC and its request, and answers the request when it
  /// is left out; `stream` answers the one RPC that answers a stream.
  ///
  /// Without a `verifier` it trusts the issuer of `token` and `admin`.
  init(
    limits: GatewayLimits = GatewayLimits(),
    cors: CORS? = nil,
    tls: TLSConfiguration? = nil,
    verifier: TokenVerifier? = nil,
    handler: @escaping Handler = { _, bytes, _ in bytes },
    stream: @escaping StreamHandler = { _, _ in }
  ) async throws {
    let registry = try NotesContract.registry()
    let group = MultiThreadedEventLoopGroup.singleton
    let methods = registry.services.flatMap(\.methods).map { method in
      method.isServerStreaming
        ? MethodDefinition.streamBytes(method.descriptor, stream)
        : MethodDefinition.unaryBytes(method.descriptor) { try await handler(method.name, $0, $1) }
    }
    server = RPCServer(
      services: [ServiceDefinition(name: NotesContract.service, methods: methods)],
      group: group
    )
    let target = Target(host: "127.0.0.1", port: try await server.start(port: 0))
    channel = ClientChannel(target: target, group: group)
    let issuer = LocalIssuer()
    token = try await issuer.userToken(subject: "lan", validFor: 600)
    admin = try await issuer.userToken(subject: "root", roles: ["admin"], validFor: 600)
    let ownVerifier = await TokenVerifier(trusting: issuer)
    let authenticator = Authenticator(
      verifier: verifier ?? ownVerifier,
      policy: AccessPolicy(registry)
    )
    let records = Records()
    self.records = records
    gateway = try Gateway(
      registry: registry,
      upstreams: [NotesContract.service: channel],
      authenticator: authenticator,
      limits: limits,
      cors: cors,
      tls: tls,
      group: group,
      observe: { record in records.all.withLock { $0.append(record) } }
    )
    port = try await gateway.start(port: 0)
  }

  func stop() async {
    await gateway.drain(within: .seconds(1))
    await channel.close()
    await server.drain(within: .seconds(1))
  }

  /// Ends the service behind the gateway.
  func stopService() async {
    await server.drain(within: .seconds(1))
  }

  /// Runs a test against a gateway and stops it whatever happens.
  static func run(
    limits: GatewayLimits = GatewayLimits(),
    cors: CORS? = nil,
    tls: TLSConfiguration? = nil,
    verifier: TokenVerifier? = nil,
    handler: @escaping Handler = { _, bytes, _ in bytes },
    stream: @escaping StreamHandler = { _, _ in },
    _ test: (TestGateway) async throws -> Void
  ) async throws {
    let gateway = try await TestGateway(
      limits: limits,
      cors: cors,
      tls: tls,
      verifier: verifier,
      handler: handler,
      stream: stream
    )
    do {
      try await test(gateway)
      await gateway.stop()
    } catch {
      await gateway.stop()
      throw error
    }
  }
}

extension TestGateway {
  /// Nothing is held; calls that nobody waits for any more may need a moment to end.
  func becomesIdle() async -> Bool {
    let end = ContinuousClock.now.advanced(by: .seconds(10))
    while ContinuousClock.now < end {
      if gateway.core.load.isIdle, await holds(atMost: 0) { return true }
      await Task.yield()
    }
    return false
  }

  /// What all connections make it keep is no more, or soon is not.
  func holds(atMost bytesMax: Int) async -> Bool {
    let end = ContinuousClock.now.advanced(by: .seconds(10))
    while ContinuousClock.now < end {
      var bytes = 0
      for loop in gateway.loops.states.values {
        // A loop that has stopped says nothing, which is not what was asked for.
        let held = try? await loop.eventLoop.submit { loop.value.heldBytes }.get()
        bytes += held ?? bytesMax + 1
      }
      if bytes <= bytesMax { return true }
    }
    return false
  }
}

extension MethodDefinition {
  /// One message in, as bytes, and any number out.
  static func streamBytes(
    _ descriptor: MethodDescriptor,
    _ handler: @escaping TestGateway.StreamHandler
  ) -> MethodDefinition {
    .unary(descriptor) { call in
      let request = try unsafe [UInt8](call.requestBytes)
      call.releaseRequest()
      try await handler(request, call)
    }
  }
}

/// The first answer in what a connection received.
struct RawAnswer {
  let status: Int
  let head: String
  let body: String

  init(_ text: String) {
    let parts = text.split(separator: "\r\n\r\n", maxSplits: 1, omittingEmptySubsequences: false)
    head = parts.first.map(String.init) ?? ""
    body = parts.count > 1 ? String(parts[1]) : ""
    let words = head.split(separator: " ", maxSplits: 2)
    status = words.count > 1 ? Int(words[1]) ?? 0 : 0
  }

  func header(_ name: String) -> String? {
    for line in head.split(separator: "\r\n").dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1)
      if parts.count == 2, parts[0].lowercased() == name { return parts[1].trimmed }
    }
    return nil
  }
}

extension Substring {
  fileprivate var trimmed: String { String(drop { $0 == " " }) }
}

extension TestGateway {
  /// Sends one request over a connection of its own and reads the answer to its end.
  func ask(
    _ method: String,
    _ target: String,
    token: String?? = nil,
    headers: [String] = [],
    body: String? = nil
  ) async throws -> RawAnswer {
    let connection = try await RawConnection(port: port)
    var lines = ["\(method) \(target) HTTP/1.1", "host: test", "connection: close"] + headers
    if let token = token ?? self.token { lines.append("authorization: Bearer \(token)") }
    if let body {
      lines.append("content-length: \(body.utf8.count)")
      if !headers.contains(where: { $0.hasPrefix("content-type:") }) {
        lines.append("content-type: application/json")
      }
    }
    try await connection.send(lines.joined(separator: "\r\n") + "\r\n\r\n" + (body ?? ""))
    let answer = RawAnswer(await connection.textToEnd())
    await connection.close()
    return answer
  }
}
