import NIOCore
import NIOPosix
import NIOSSL
import Synchronization
import Testing

@testable import RPC

/// TLS whose both sides show certificates, and certificates that are renewed while calls go on.
@Suite(.timeLimit(.minutes(1))) struct MutualTLSTests {
  @Test("a server that asks for certificates lets in who has one that it trusts")
  func trusted() async throws {
    try await serving(TestIdentity.first.server(asking: .second)) { server in
      let code = try await server.call(TestIdentity.first.client(showing: .second))
      #expect(code == nil)
    }
  }

  struct Stranger: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let tls: @Sendable () throws -> TLSConfiguration?
    /// What the error says besides the address.
    let says: String
  }

  static let strangers = [
    Stranger(
      testDescription: "a certificate of another authority",
      tls: { try TestIdentity.first.client(showing: .first) },
      says: "the peer does not trust our certificate"
    ),
    Stranger(
      testDescription: "no certificate",
      tls: { try TestIdentity.first.client() },
      says: "the peer asks for a certificate of ours"
    ),
    Stranger(
      testDescription: "a client that does not trust the server",
      tls: { try TestIdentity.second.client(showing: .second) },
      says: "the peer's certificate is not trusted"
    ),
    Stranger(testDescription: "cleartext", tls: { nil }, says: "closed the connection"),
  ]

  @Test("who is not let in hears an UNAVAILABLE that says why", arguments: strangers)
  func refused(_ stranger: Stranger) async throws {
    try await serving(TestIdentity.first.server(asking: .second)) { server in
      let error = try #require(try await server.call(stranger.tls()))
      #expect(error.code == .unavailable)
      #expect(error.message.contains("127.0.0.1:\(server.port)"), "\(error.message)")
      #expect(error.message.contains(stranger.says), "\(error.message)")
    }
  }

  @Test("a server's certificate is renewed under load without a failed call")
  func renewedServer() async throws {
    try await serving(TestIdentity.first.server()) { server in
      let old = try server.channel(TestIdentity.first.client())
      let load = Load()
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await load.run { try await server.ask(old) } }
        // Connects anew for each call, and trusts whoever of the two it meets.
        group.addTask {
          try await load.run {
            let fresh = try server.channel(Self.trustingBoth())
            defer { server.closeLater(fresh) }
            try await server.ask(fresh)
          }
        }
        await load.waitForMore(20)
        try server.rpc.use(TestIdentity.second.server())
        await load.waitForMore(20)
        load.stop()
        try await group.waitForAll()
      }
      let renewed = try await server.call(TestIdentity.second.client())
      #expect(renewed == nil)
      let outdated = try await server.call(TestIdentity.first.client())
      #expect(outdated?.code == .unavailable, "new connections see the new certificate")
      await old.close()
    }
  }

  @Test("a client's certificate is renewed without a new channel")
  func renewedClient() async throws {
    try await serving(TestIdentity.first.server(asking: .second)) { server in
      let channel = try server.channel(TestIdentity.first.client(showing: .first))
      await #expect(throws: RPCError.self) { try await server.ask(channel) }
      try channel.use(TestIdentity.first.client(showing: .second))
      try await server.ask(channel, waitsForReady: true)
      await channel.close()
    }
  }

  @Test("what is no configuration is refused, and the old one stays")
  func broken() async throws {
    try await serving(TestIdentity.first.server()) { server in
      var broken = try TestIdentity.second.server()
      broken.privateKey = try TestIdentity.first.server().privateKey
      #expect(throws: (any Error).self) { try server.rpc.use(broken) }
      let failure = try await server.call(TestIdentity.first.client())
      #expect(failure == nil)
    }
  }

  private static func trustingBoth() throws -> TLSConfiguration {
    var both = try TestIdentity.first.client()
    guard case .certificates(let first)? = both.trustRoots,
      case .certificates(let second)? = try TestIdentity.second.client().trustRoots
    else { return both }
    both.trustRoots = .certificates(first + second)
    return both
  }

  private func serving(
    _ tls: TLSConfiguration,
    _ body: (SecureServer) async throws -> Void
  ) async throws {
    let server = try await SecureServer(tls)
    do {
      try await body(server)
    } catch {
      try await server.stop()
      throw error
    }
    try await server.stop()
  }
}

/// An echo over TLS, and channels to it.
private final class SecureServer: Sendable {
  let rpc: RPCServer
  let port: Int
  private let group = MultiThreadedEventLoopGroup(numberOfThreads: 2)
  private let used = Mutex<[ClientChannel]>([])

  init(_ tls: TLSConfiguration) async throws {
    rpc = RPCServer(
      services: [ServiceDefinition(name: "test.Test", methods: [UnaryCallTests.echo])],
      group: group,
      tls: tls
    )
    port = try await rpc.start(port: 0)
  }

  func channel(_ tls: TLSConfiguration?) throws -> ClientChannel {
    var options = ClientChannelOptions()
    options.tls = tls
    return ClientChannel(
      target: Target(host: "127.0.0.1", port: port),
      group: group,
      options: options
    )
  }

  func ask(_ channel: ClientChannel, waitsForReady: Bool = false) async throws {
    let options = CallOptions(timeout: .seconds(30), waitsForReady: waitsForReady)
    _ = try await channel.unary(.test("Echo"), bytes: [1], options: options)
  }

  /// One call over a connection of its own; what it failed with.
  func call(_ tls: TLSConfiguration?) async throws -> RPCError? {
    let channel = try channel(tls)
    var failure: RPCError?
    do {
      try await ask(channel)
    } catch {
      failure = RPCError(from: error)
    }
    await channel.close()
    return failure
  }

  func closeLater(_ channel: ClientChannel) { used.withLock { $0.append(channel) } }

  func stop() async throws {
    for channel in used.withLock({ $0 }) { await channel.close() }
    await rpc.drain(within: .seconds(5))
    try await group.shutdownGracefully()
  }
}

/// Calls that go on until they are told to stop.
private final class Load: Sendable {
  private let answered = Atomic(0)
  private let isOver = Atomic(false)

  func run(_ call: () async throws -> Void) async throws {
    defer { stop() }
    while !isOver.load(ordering: .relaxed) {
      try await call()
      answered.add(1, ordering: .relaxed)
    }
  }

  func waitForMore(_ calls: Int) async {
    let end = answered.load(ordering: .relaxed) + calls
    while answered.load(ordering: .relaxed) < end, !isOver.load(ordering: .relaxed) {
      await Task.yield()
    }
  }

  func stop() { isOver.store(true, ordering: .relaxed) }
}
