import Testing

@testable import RPC

@Suite struct KeepaliveTests {
  private static let start = Deadline(uptimeNanoseconds: 1_000_000_000)

  private func moment(_ seconds: Int) -> Deadline { Self.start.advanced(by: .seconds(seconds)) }

  private func keepalive(_ time: Int, factor: Int = 1) throws -> Keepalive {
    var options = Keepalive.Options()
    options.time = .seconds(time)
    options.timeout = .seconds(5)
    return try #require(Keepalive(options, factor: factor))
  }

  @Test("a quiet connection is probed, and dead when nothing comes within the time-out")
  func dead() throws {
    var keepalive = try keepalive(20)
    let received = moment(0)
    #expect(
      keepalive.due(at: moment(0), received: received, hasCalls: true) == .wakeUp(at: moment(20))
    )
    #expect(
      keepalive.due(at: moment(20), received: received, hasCalls: true)
        == .ping(wakeUp: moment(25))
    )
    #expect(
      keepalive.due(at: moment(24), received: received, hasCalls: true) == .wakeUp(at: moment(25))
    )
    #expect(keepalive.due(at: moment(25), received: received, hasCalls: true) == .close)
  }

  @Test("anything received is a sign of life")
  func alive() throws {
    var keepalive = try keepalive(20)
    _ = keepalive.due(at: moment(20), received: moment(0), hasCalls: true)
    #expect(
      keepalive.due(at: moment(25), received: moment(21), hasCalls: true)
        == .wakeUp(at: moment(41))
    )
  }

  @Test("a connection without calls is left alone")
  func withoutCalls() throws {
    var keepalive = try keepalive(20)
    #expect(
      keepalive.due(at: moment(30), received: moment(0), hasCalls: false)
        == .wakeUp(at: moment(50))
    )
  }

  @Test("nobody probes more often than gRPC permits, and less when a server complained")
  func pace() throws {
    var often = try keepalive(1)
    #expect(
      often.due(at: moment(0), received: moment(0), hasCalls: true) == .wakeUp(at: moment(10))
    )
    var less = try keepalive(20, factor: 4)
    #expect(
      less.due(at: moment(0), received: moment(0), hasCalls: true) == .wakeUp(at: moment(80))
    )
    var off = Keepalive.Options()
    off.time = nil
    #expect(Keepalive(off) == nil)
  }
}

@Suite struct IdlenessTests {
  @Test("a channel is idle after a while without calls made or under way")
  func idle() {
    let start = Deadline(uptimeNanoseconds: 1)
    func at(_ seconds: Int) -> Deadline { start.advanced(by: .seconds(seconds)) }
    var idleness = Idleness(timeout: .seconds(10), at: start)
    var idle: [Bool] = []
    for (seconds, calls, open) in [
      (5, 1, 0), (14, 1, 0), (15, 1, 0), (16, 1, 1), (25, 1, 0), (26, 1, 0),
    ] {
      idle.append(idleness.isIdle(at: at(seconds), calls: calls, open: open))
    }
    #expect(idle == [false, false, true, false, false, true])
  }
}

@Suite struct OutlierDetectionTests {
  private static let endpoints = (1...10).map { Endpoint.ip("10.0.0.\($0)", port: 1) }
  private static let start = Deadline(uptimeNanoseconds: 1)

  /// Each endpoint's failures among a hundred calls.
  private func tallies(_ failures: [Int]) -> [Endpoint: OutlierDetection.Tally] {
    var tallies: [Endpoint: OutlierDetection.Tally] = [:]
    for (endpoint, failures) in zip(Self.endpoints, failures) {
      tallies[endpoint] = .init(successes: 100 - failures, failures: failures)
    }
    return tallies
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let failures: [Int]
    /// Indices of the endpoints that are put out.
    let out: Set<Int>
    var percentMax = 10
  }

  @Test(
    "endpoints that stand out are put out, as many as may be",
    arguments: [
      Case(testDescription: "one of ten", failures: [90, 0, 1, 2, 0, 0, 1, 0, 0, 0], out: [0]),
      Case(testDescription: "all alike", failures: Array(repeating: 40, count: 10), out: []),
      Case(
        testDescription: "all dead, one may be out",
        failures: Array(repeating: 100, count: 5),
        out: [],
        percentMax: 0
      ),
      Case(testDescription: "too few to compare", failures: [100, 0, 0, 0], out: []),
      Case(
        testDescription: "the worst first",
        failures: [90, 95, 0, 0, 0, 0, 0, 0, 0, 0],
        out: [1]
      ),
      Case(
        testDescription: "both",
        failures: [90, 95, 0, 0, 0, 0, 0, 0, 0, 0],
        out: [0, 1],
        percentMax: 20
      ),
    ]
  )
  func table(_ test: Case) {
    var options = OutlierDetection.Options()
    options.ejectedPercentMax = test.percentMax
    var detection = OutlierDetection(options)
    let out = detection.sweep(tallies(test.failures), at: Self.start)
    if test.percentMax == 0 {
      #expect(out.count == 1)
    } else {
      #expect(out == Set(test.out.map { Self.endpoints[$0] }))
    }
  }

  @Test("an endpoint comes back after a time that grows with each ejection")
  func restoration() {
    var detection = OutlierDetection(OutlierDetection.Options())
    let bad = tallies([90, 0, 0, 0, 0, 0])
    let good = tallies([0, 0, 0, 0, 0, 0])
    func at(_ seconds: Int) -> Deadline { Self.start.advanced(by: .seconds(seconds)) }
    #expect(detection.sweep(bad, at: at(0)).count == 1)
    #expect(detection.sweep(good, at: at(20)).count == 1)
    #expect(detection.sweep(good, at: at(30)).isEmpty)
    #expect(detection.sweep(bad, at: at(40)).count == 1)
    #expect(detection.sweep(good, at: at(70)).count == 1, "the second time is longer")
    #expect(detection.sweep(good, at: at(100)).isEmpty)
  }

  @Test("an endpoint that is gone is forgotten")
  func gone() {
    var detection = OutlierDetection(OutlierDetection.Options())
    #expect(detection.sweep(tallies([90, 0, 0, 0, 0, 0]), at: Self.start).count == 1)
    #expect(detection.sweep([:], at: Self.start).isEmpty)
  }
}
