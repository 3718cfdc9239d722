import Testing

@testable import RPC

@Suite struct ConnectionClockTests {
  private static func sight(
    settings: Bool = true,
    acknowledged: Bool = true,
    streams: Int = 0,
    heard: UInt64 = 0
  ) -> ConnectionClock.Sight {
    ConnectionClock.Sight(
      hasPeerSettings: settings,
      hasAcknowledgedSettings: acknowledged,
      openStreams: streams,
      lastReceivedAt: heard * 1_000_000_000
    )
  }

  private final class Script {
    var clock: ConnectionClock

    init(random: Double = 0.5, _ change: (inout ServerLimits.Time) -> Void = { _ in }) {
      var limits = ServerLimits.Time()
      change(&limits)
      clock = ConnectionClock(limits, at: 0, random: random)
    }

    func at(_ second: UInt64, _ sight: ConnectionClock.Sight) -> ConnectionClock.Verdict {
      clock.verdict(at: second * 1_000_000_000, sight)
    }
  }

  @Test("a client that does not speak, or does not acknowledge, has ten seconds")
  func handshake() {
    let script = Script()
    #expect(script.at(9, Self.sight(settings: false)) == .wait)
    #expect(script.at(10, Self.sight(settings: false)) == .close)
    #expect(script.at(9, Self.sight(acknowledged: false)) == .wait)
    #expect(script.at(10, Self.sight(acknowledged: false)) == .settingsTimeout)
    #expect(script.at(29, Self.sight(acknowledged: false)) == .settingsTimeout)
    #expect(script.at(30, Self.sight(acknowledged: false)) == .close, "it does not read")
    #expect(script.at(10, Self.sight()) == .wait)
  }

  @Test("a connection without calls ends gracefully, and by force when nobody answers")
  func idle() {
    let script = Script { $0.idleSeconds = 100 }
    #expect(script.at(99, Self.sight()) == .wait)
    #expect(script.at(100, Self.sight(streams: 1, heard: 100)) == .wait)
    #expect(script.at(199, Self.sight()) == .wait)
    #expect(script.at(200, Self.sight()) == .shutDown)
    #expect(script.at(259, Self.sight()) == .wait)
    #expect(script.at(260, Self.sight()) == .close)
  }

  @Test("an old connection ends gracefully, give or take a tenth, and its calls get some grace")
  func age() {
    for (random, end) in [(0.0, UInt64(90)), (0.5, 100), (1.0, 110)] {
      let script = Script(random: random) { $0.ageSecondsMax = 100 }
      #expect(script.at(end - 1, Self.sight(streams: 1, heard: end - 1)) == .wait)
      #expect(script.at(end, Self.sight(streams: 1, heard: end)) == .shutDown)
      #expect(script.at(end + 59, Self.sight(streams: 1, heard: end)) == .wait)
      #expect(script.at(end + 60, Self.sight(streams: 1, heard: end)) == .close)
    }
  }

  @Test("a silent client with calls is asked, and dropped when it does not answer")
  func silence() {
    let script = Script()
    #expect(script.at(119, Self.sight(streams: 1)) == .wait)
    #expect(script.at(120, Self.sight(streams: 1)) == .ping)
    #expect(script.at(139, Self.sight(streams: 1)) == .wait)
    #expect(script.at(140, Self.sight(streams: 1, heard: 130)) == .wait)
    #expect(script.at(250, Self.sight(streams: 1, heard: 130)) == .ping)
    #expect(script.at(270, Self.sight(streams: 1, heard: 130)) == .close)
  }
}
