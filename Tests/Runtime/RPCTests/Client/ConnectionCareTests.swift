import HTTP2
import NIOCore
import NIOPosix
import Protobuf
import Synchronization
import Testing

@testable import RPC

/// What a channel does for its connections besides calls.
@Suite(.timeLimit(.minutes(1))) struct ConnectionCareTests {
  private static let echo: @Sendable (ScriptedCall) -> Void = { call in
    call.onMessage = { message in
      call.begin()
      call.send(message)
      call.end()
    }
  }

  @Test("calls that wait for another connection get it when a later attempt succeeds")
  func anotherConnection() async throws {
    let attempts = Atomic(0)
    var limits = SessionLimits()
    limits.streamsMax = 1
    var options = ClientChannelOptions()
    options.connect = { endpoint, loop, initialize in
      if attempts.add(1, ordering: .relaxed).newValue == 2 {
        return loop.makeFailedFuture(ChannelError.eof)
      }
      do {
        return ClientBootstrap(group: loop).channelInitializer(initialize)
          .connect(to: try endpoint.socketAddress())
      } catch { return loop.makeFailedFuture(error) }
    }
    try await ClientFixture.run(limits: limits, options: options) { call in
      call.begin()
      call.send([1])
      if call.method == "Get" { call.end() }
    } _: { fixture in
      let long = fixture.channel.open(.test("List", .serverStreaming))
      #expect(try await long.nextBytes() == [1])
      let answer = try await fixture.channel.unary(.test("Get", .unary), bytes: [])
      #expect(answer.message == [1])
      #expect(attempts.load(ordering: .relaxed) == 3)
    }
  }

  @Test("an idle channel closes its connection and makes another when a call comes")
  func idle() async throws {
    var options = ClientChannelOptions()
    options.idleTimeout = .milliseconds(20)
    try await ClientFixture.run(options: options, serve: Self.echo) { fixture in
      _ = try await fixture.channel.unary(.test("Get"), bytes: [])
      while fixture.server.open > 0 { await Task.yield() }
      let answer = try await fixture.channel.unary(.test("Get"), bytes: [2])
      #expect(answer.message == [2])
      #expect(fixture.server.accepted == 2)
    }
  }

  @Test("a peer that answers nothing any more is found out, and its calls are told")
  func silent() async throws {
    var options = ClientChannelOptions()
    options.keepalive.timeMin = .milliseconds(20)
    options.keepalive.time = .milliseconds(20)
    options.keepalive.timeout = .milliseconds(50)
    try await ClientFixture.run(options: options) { call in
      // From here the peer hears nothing, and so acknowledges no PING.
      call.connection.deafen()
    } _: { fixture in
      let error = try await #require(throws: RPCError.self) {
        try await fixture.channel.unary(.test("Get"), bytes: [])
      }
      #expect(error.code == .unavailable)
      #expect(error.message.contains("no answer to a PING within 0.05 seconds"))
    }
  }

  @Test("calls keep away from a server whose health service says so, and come back")
  func health() async throws {
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    let watches = Mutex<[NIOLoopBoundBox<ScriptedCall>]>([])
    let counts = Mutex([0, 0])
    var servers: [ScriptedServer] = []
    for index in 0..<2 {
      servers.append(
        try await ScriptedServer(group: group) { call in
          guard call.method == "Watch" else {
            counts.withLock { $0[index] += 1 }
            return Self.echo(call)
          }
          call.begin()
          // The first does not serve (2), the second does (1).
          call.send([0x08, index == 0 ? 2 : 1])
          if index == 0 {
            let box = NIOLoopBoundBox(call, eventLoop: call.connection.eventLoop)
            watches.withLock { $0.append(box) }
          }
        }
      )
    }
    var options = ClientChannelOptions()
    options.balancing = .roundRobin
    options.serviceConfig.healthCheckService = "test.Test"
    let channel = ClientChannel(
      target: Target(endpoints: servers.map { .ip("127.0.0.1", port: $0.port) }),
      group: group,
      options: options
    )
    for _ in 0..<50 { _ = try await channel.unary(.test("Get"), bytes: []) }
    #expect(counts.withLock { $0 } == [0, 50])
    while watches.withLock({ $0.isEmpty }) { await Task.yield() }
    let watch = try #require(watches.withLock { $0.first })
    watch.eventLoop.execute { watch.value.send([0x08, 1]) }
    while counts.withLock({ $0[0] }) == 0 { _ = try await channel.unary(.test("Get"), bytes: []) }
    watches.withLock { $0 = [] }
    await channel.close()
    for server in servers { try await server.stop() }
    try await group.shutdownGracefully()
  }

  @Test("a server without a health service is taken to be well")
  func noHealthService() async throws {
    var options = ClientChannelOptions()
    options.balancing = .roundRobin
    options.serviceConfig.healthCheckService = "test.Test"
    try await ClientFixture.run(options: options) { call in
      if call.method == "Watch" { call.refuse(.unimplemented("")) } else { Self.echo(call) }
    } _: { fixture in
      let answer = try await fixture.channel.unary(.test("Get"), bytes: [1])
      #expect(answer.message == [1])
    }
  }

  @Test("a server that says it does not serve fails calls that do not wait")
  func notServing() async throws {
    var options = ClientChannelOptions()
    options.balancing = .roundRobin
    options.serviceConfig.healthCheckService = "test.Test"
    try await ClientFixture.run(options: options) { call in
      call.begin()
      call.send([0x08, 2])
    } _: { fixture in
      let error = try await #require(throws: RPCError.self) {
        try await fixture.channel.unary(.test("Get"), bytes: [])
      }
      #expect(error.code == .unavailable && error.message.contains("says that it does not serve"))
    }
  }

  @Test("an endpoint that fails its calls loses them to the others")
  func outlier() async throws {
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    let bad = try await ScriptedServer(group: group) { $0.refuse(.internal("broken")) }
    let good = try await ScriptedServer(group: group, serve: Self.echo)
    var detection = OutlierDetection.Options()
    detection.interval = .milliseconds(20)
    detection.endpointsMin = 2
    detection.callsMin = 5
    var options = ClientChannelOptions()
    options.balancing = .roundRobin
    options.outlierDetection = detection
    let channel = ClientChannel(
      target: Target(endpoints: [bad, good].map { .ip("127.0.0.1", port: $0.port) }),
      group: group,
      options: options
    )
    var inARow = 0
    // Both take turns, so that twenty good answers in a row mean that one is out.
    while inARow < 20 {
      do {
        _ = try await channel.unary(.test("Get"), bytes: [])
        inARow += bad.accepted
      } catch {
        inARow = 0
      }
    }
    await channel.close()
    try await bad.stop()
    try await good.stop()
    try await group.shutdownGracefully()
  }
}
