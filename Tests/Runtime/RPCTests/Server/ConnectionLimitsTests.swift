import NIOCore
import NIOPosix
import Testing

@testable import RPC

/// What a server bears from one connection, and for how long.
@Suite("The limits of a connection", .timeLimit(.minutes(1)))
struct ConnectionLimitsTests {
  private static let echo = MethodDefinition.unaryBytes(.test("Echo")) { bytes, _ in bytes }

  private func serve(
    _ change: (inout ServerLimits) -> Void,
    _ body: (Loopback) async throws -> Void
  ) async throws {
    var limits = ServerLimits()
    change(&limits)
    try await Loopback.run([Self.echo], over: .socket, limits: limits, body)
  }

  private func isGoAway(_ frame: RawClient.Frame) -> Bool { frame.type == 7 }

  @Test("who never speaks is closed")
  func silent() async throws {
    try await serve {
      $0.time.handshakeSeconds = 1
    } _: { loopback in
      let client = try await RawClient(port: loopback.port, on: loopback.group)
      #expect(await client.rest().allSatisfy { !isGoAway($0) })
    }
  }

  @Test("who never acknowledges our SETTINGS is told so")
  func unacknowledged() async throws {
    try await serve {
      $0.time.handshakeSeconds = 1
    } _: { loopback in
      let client = try await RawClient(port: loopback.port, on: loopback.group)
      try await client.send(Bytes.preface + Bytes.settings)
      let goodbye = try #require(await client.first(where: isGoAway))
      #expect(goodbye.payload[7] == 4, "SETTINGS_TIMEOUT")
      #expect(await client.rest().isEmpty)
    }
  }

  @Test("an idle connection is told, and closed when nobody answers")
  func idle() async throws {
    try await serve {
      $0.time.idleSeconds = 1
      $0.time.ageGraceSeconds = 1
    } _: { loopback in
      let client = try await RawClient(port: loopback.port, on: loopback.group)
      try await client.send(Bytes.opening)
      let goodbye = try #require(await client.first(where: isGoAway))
      #expect(goodbye.payload[7] == 0, "NO_ERROR")
      #expect(await client.rest().allSatisfy { !isGoAway($0) })
    }
  }

  @Test("calls go on over connections that grow old")
  func age() async throws {
    try await serve {
      $0.time.ageSecondsMax = 1
    } _: { loopback in
      let end = ContinuousClock.now.advanced(by: .seconds(3))
      while ContinuousClock.now < end {
        let answer = try await loopback.channel.unary(.test("Echo"), bytes: [7])
        #expect(answer.message == [7])
      }
    }
  }

  @Test("requests that never end are refused once they hold too much, and others are served")
  func unfinished() async throws {
    try await serve {
      $0.heldBytesPerConnectionMax = 64 << 10
    } _: { loopback in
      let client = try await RawClient(port: loopback.port, on: loopback.group)
      let part = Bytes.prefix(1 << 20) + [UInt8](repeating: 0, count: 8_000)
      let streams = (0..<20).map { $0 * 2 + 1 }
      try await client.send(
        Bytes.opening + streams.flatMap { Bytes.headers($0) + Bytes.data($0, part) }
      )
      // 64 KiB are full with the eighth: what comes then is answered although it is not complete.
      let refusal = try #require(await client.first { $0.type == 1 })
      #expect(refusal.stream == 15)
      #expect(refusal.flags & Bytes.end != 0)
      let answer = try await loopback.channel.unary(.test("Echo"), bytes: [7])
      #expect(answer.message == [7])
      await client.close()
    }
  }

  @Test("when all hold too much, those that hold the most are closed, and others are served")
  func sharedMemory() async throws {
    try await serve {
      // 64 KiB for each of two loops.
      $0.heldBytesMax = 128 << 10
      $0.heldBytesPerConnectionMax = 32 << 10
      $0.messageBytesMax = 16 << 10
    } _: { loopback in
      let part = Bytes.prefix(10_000) + [UInt8](repeating: 0, count: 8_000)
      let unfinished = [1, 3, 5].flatMap { Bytes.headers($0) + Bytes.data($0, part) }
      var clients: [RawClient] = []
      for _ in 0..<12 {
        let client = try await RawClient(port: loopback.port, on: loopback.group)
        try await client.send(Bytes.opening + unfinished)
        clients.append(client)
        let answer = try await loopback.channel.unary(.test("Echo"), bytes: [7])
        #expect(answer.message == [7])
      }
      // Each holds 27 KiB, so that no loop can keep more than two.
      await withTaskGroup { group in
        for client in clients {
          group.addTask {
            let frames = await client.rest()
            #expect(frames.allSatisfy { $0.type != 1 }, "none is refused a call")
          }
        }
        for _ in 0..<8 { await group.next() }
        for client in clients { await client.close() }
      }
    }
  }

  @Test("who does not read its answers gets no further ones worked out")
  func unread() async throws {
    try await serve {
      $0.heldBytesPerConnectionMax = 64 << 10
    } _: { loopback in
      let client = try await RawClient(port: loopback.port, on: loopback.group)
      // SETTINGS_INITIAL_WINDOW_SIZE 0: answers wait for a window that never opens.
      try await client.send(
        Bytes.preface + Bytes.frame(4, [0, 4, 0, 0, 0, 0]) + Bytes.acknowledgement
      )
      let message = Bytes.prefix(8_000) + [UInt8](repeating: 0, count: 8_000)
      var refused: Int?
      for stream in (0..<20).map({ $0 * 2 + 1 }) where refused == nil {
        try await client.send(Bytes.headers(stream) + Bytes.data(stream, message, isEnd: true))
        let head = try #require(await client.first { $0.type == 1 && $0.stream == stream })
        if head.flags & Bytes.end != 0 { refused = stream }
      }
      #expect(refused == 17, "eight answers are kept")
      await client.close()
    }
  }

  @Test("of calls at once the answers that are not read are kept up to the limit")
  func unreadAtOnce() async throws {
    try await serve {
      $0.heldBytesPerConnectionMax = 64 << 10
    } _: { loopback in
      let client = try await RawClient(port: loopback.port, on: loopback.group)
      let message = Bytes.prefix(1_000) + [UInt8](repeating: 0, count: 1_000)
      // All are accepted before the first is answered, and their requests are small enough.
      let calls = (0..<100).map { $0 * 2 + 1 }.flatMap {
        Bytes.headers($0) + Bytes.data($0, message, isEnd: true)
      }
      try await client.send(
        Bytes.preface + Bytes.frame(4, [0, 4, 0, 0, 0, 0]) + Bytes.acknowledgement + calls
      )
      var refusedCount = 0
      for _ in 0..<100 {
        let head = try #require(await client.first { $0.type == 1 })
        if head.flags & Bytes.end != 0 { refusedCount += 1 }
      }
      #expect((30..<40).contains(refusedCount), "65 answers are kept, not \(100 - refusedCount)")
      await client.close()
    }
  }

  @Test("one address has its share of connections, and gets room back")
  func perAddress() async throws {
    try await serve {
      $0.connectionsPerAddressMax = 2
    } _: { loopback in
      let clients = try await [
        RawClient(port: loopback.port, on: loopback.group),
        RawClient(port: loopback.port, on: loopback.group),
      ]
      for client in clients {
        try await client.send(Bytes.opening)
        #expect(await client.first { $0.type == 4 } != nil)
      }
      let beyond = try await RawClient(port: loopback.port, on: loopback.group)
      #expect(await beyond.rest().isEmpty)
      for client in clients { await client.close() }
      let options = CallOptions(timeout: .seconds(10), waitsForReady: true)
      let answer = try await loopback.channel.unary(.test("Echo"), bytes: [7], options: options)
      #expect(answer.message == [7])
    }
  }

  @Test("addresses count as one by IPv4 address, and by /64 of IPv6")
  func addresses() throws {
    func key(_ text: String) throws -> AddressKey? {
      AddressKey(try SocketAddress(ipAddress: text, port: 1))
    }
    #expect(try key("127.0.0.1") == key("::ffff:127.0.0.1"))
    #expect(try key("127.0.0.1") != key("127.0.0.2"))
    #expect(try key("2001:db8:1:2::1") == key("2001:db8:1:2:ffff::9"))
    #expect(try key("2001:db8:1:2::1") != key("2001:db8:1:3::1"))
    #expect(AddressKey(try SocketAddress(unixDomainSocketPath: "/tmp/x")) == nil)
  }
}
