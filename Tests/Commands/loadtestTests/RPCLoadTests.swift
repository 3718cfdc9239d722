import Echo
import NIOCore
import NIOPosix
import RPC
import Synchronization
import Testing

@testable import loadtest

@Suite("Load on a real RPC server")
struct RPCLoadTests {

  @Test("every request arrives once, with its own text and its caller's token, at its time")
  func requests() async throws {
    let seen = Mutex<[String]>([])
    let measurement = try await EchoService.serving { request, context in
      seen.withLock {
        $0.append("\(request.text) \(context.metadata["authorization"] ?? "-")")
      }
      return EchoResponse(text: request.text)
    } _: { service in
      let group = MultiThreadedEventLoopGroup.singleton
      let loop = group.next()
      let schedule = Schedule(
        pace: .open(perSecond: 1_000),
        duration: .milliseconds(100),
        requestsMax: 1_000,
        drain: .seconds(10)
      )
      let callers = [Caller(name: "lan", bearer: "l"), Caller(name: "minh", bearer: "m")]
      return await service.run(schedule, callers: callers, concurrency: 8)
        .run(clock: LoopClock(loop: loop), on: LoopExecutor(loop))
    }
    let wanted = (0..<100).map { $0 % 2 == 0 ? "lan \($0) Bearer l" : "minh \($0) Bearer m" }
    #expect(seen.withLock { Set($0) } == Set(wanted))
    #expect(seen.withLock { $0.count } == 100)
    #expect(measurement.tally.requests == 100)
    #expect(measurement.tally.errors == 0)
    // The last request is not sent before its time.
    #expect(measurement.end >= .milliseconds(99))
  }

  @Test("a server that stalls once shows in the percentiles of an open loop")
  func stall() async throws {
    let clock = SimulatedClock()
    let served = Counter()
    let measurement = try await EchoService.serving { request, _ in
      clock.advance(by: served.next() == 99 ? .seconds(1) : .milliseconds(1))
      return EchoResponse(text: request.text)
    } _: { service in
      let schedule = Schedule(
        pace: .open(perSecond: 100),
        duration: .seconds(2),
        requestsMax: 1_000,
        drain: .seconds(10)
      )
      return await service.run(schedule, concurrency: 1).run(clock: clock)
    }
    let report = Report(measurement, name: "echo", concurrency: 1)
    #expect(report.requests == 200)
    #expect(report.latencyMilliseconds.p90 > 700)
    #expect(report.latencyMilliseconds.max == 1_000)
  }

  @Test("errors carry the server's status and message")
  func errors() async throws {
    let measurement = try await EchoService.serving { request, _ in
      guard request.text.hasSuffix("0") else { return EchoResponse(text: request.text) }
      throw RPCError.notFound("no \(request.text)")
    } _: { service in
      let schedule = Schedule(
        pace: .closed,
        duration: .seconds(60),
        requestsMax: 20,
        drain: .seconds(1)
      )
      return await service.run(schedule, concurrency: 1).run(clock: SimulatedClock())
    }
    let report = Report(measurement, name: "echo", concurrency: 1)
    #expect(report.requests == 20)
    #expect(
      report.failures == [.init(status: "NOT_FOUND", count: 2, example: "no anonymous 0")]
    )
  }

  @Test("an interrupted run ends at once and tells what it has")
  func interruption() async throws {
    let (reached, signal) = AsyncStream.makeStream(of: Void.self)
    let served = Counter()
    let measurement = try await EchoService.serving { request, _ in
      if served.next() == 5 {
        signal.yield()
        // Stands still until the caller gives up.
        for await _ in AsyncStream.makeStream(of: Void.self).stream {}
      }
      return EchoResponse(text: request.text)
    } _: { service in
      let schedule = Schedule(
        pace: .closed,
        duration: .seconds(60),
        requestsMax: 1_000,
        drain: .seconds(1)
      )
      let run = service.run(schedule, concurrency: 1)
      return await withTaskGroup(of: Measurement?.self) { group in
        group.addTask { await run.run(clock: SimulatedClock()) }
        group.addTask {
          for await _ in reached { break }
          return nil
        }
        var found: Measurement?
        for await ended in group {
          found = ended ?? found
          group.cancelAll()
        }
        return found
      }
    }
    #expect(measurement?.tally.requests == 5)
    #expect(measurement?.tally.errors == 0)
  }

  @Test("where nobody listens the run does not start")
  func nobody() async throws {
    let group = MultiThreadedEventLoopGroup.singleton
    let listener = try await ServerBootstrap(group: group).bind(host: "127.0.0.1", port: 0).get()
    let port = try #require(listener.localAddress?.port)
    try await listener.close()
    let sender = RPCSender(
      target: Target(host: "127.0.0.1", port: port),
      connections: 1,
      timeout: .seconds(10),
      group: group
    )
    let error = await #expect(throws: UsageError.self) { try await sender.connect() }
    #expect(error?.description.hasPrefix("nobody answers at 127.0.0.1:\(port)") == true)
    await sender.close()
  }
}
