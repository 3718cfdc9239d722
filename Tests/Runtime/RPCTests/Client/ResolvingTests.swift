import Testing

@testable import RPC

@Suite struct ResolvingTests {
  private static let start = Deadline(uptimeNanoseconds: 1_000_000_000)

  private func moment(_ milliseconds: Int) -> Deadline {
    Self.start.advanced(by: .milliseconds(milliseconds))
  }

  @Test("addresses are asked for once at a time, and not too often")
  func pace() {
    var resolution = Resolution(
      pace: .init(leastInterval: .seconds(1), refreshInterval: nil),
      backoff: Backoff()
    )
    #expect(resolution.wanted(at: moment(0)) == .resolve)
    #expect(resolution.succeeded(at: moment(20)) == .none)
    #expect(!resolution.isWanted)
    #expect(resolution.wanted(at: moment(30)) == .wakeUp(at: moment(1_020)))
    #expect(resolution.wanted(at: moment(40)) == .none)
    #expect(resolution.due(at: moment(1_020)) == .resolve)
    #expect(resolution.succeeded(at: moment(1_030)) == .none)
    #expect(resolution.wanted(at: moment(3_000)) == .resolve)
    // What was found dead now is not answered by a question asked before.
    #expect(resolution.wanted(at: moment(3_010)) == .none)
    #expect(resolution.succeeded(at: moment(3_020)) == .wakeUp(at: moment(4_020)))
    #expect(resolution.isWanted)
    #expect(resolution.due(at: moment(4_020)) == .resolve)
    #expect(resolution.succeeded(at: moment(4_030)) == .none)
    #expect(!resolution.isWanted)
  }

  @Test("with a refresh interval they are asked for though nothing failed")
  func refresh() {
    var resolution = Resolution(
      pace: .init(leastInterval: .zero, refreshInterval: .seconds(2)),
      backoff: Backoff()
    )
    #expect(resolution.wanted(at: moment(0)) == .resolve)
    #expect(resolution.succeeded(at: moment(0)) == .wakeUp(at: moment(2_000)))
    #expect(resolution.wanted(at: moment(500)) == .resolve)
    #expect(resolution.succeeded(at: moment(500)) == .none)
    #expect(resolution.due(at: moment(2_000)) == .resolve)
    #expect(!resolution.isWanted)
    #expect(resolution.succeeded(at: moment(2_000)) == .wakeUp(at: moment(4_000)))
    #expect(resolution.due(at: moment(4_000), isNeeded: false) == .none)
    #expect(resolution.wanted(at: moment(9_000)) == .resolve)
  }

  @Test("after a failure they are asked for again, each time later")
  func failure() {
    var resolution = Resolution(
      pace: .init(leastInterval: .zero, refreshInterval: nil),
      backoff: Backoff()
    )
    #expect(resolution.wanted(at: moment(0)) == .resolve)
    #expect(resolution.failed(at: moment(0), random: 0) == .wakeUp(at: moment(50)))
    #expect(resolution.due(at: moment(50)) == .resolve)
    #expect(resolution.failed(at: moment(50), random: 0) == .wakeUp(at: moment(150)))
  }

  @Test("a file lists addresses and says which line is wrong")
  func file() throws {
    let text = "127.0.0.1:5000 # first\n\n# none\n[::1]:5001\n"
    let targets = try FileResolver.parse(text, path: "/f")
    #expect(targets.map(\.description) == ["127.0.0.1:5000", "[::1]:5001"])
    let failure = #expect(throws: FileResolver.Failure.self) {
      try FileResolver.parse("nonsense", path: "/f")
    }
    #expect(failure?.description.hasPrefix("/f: target \"nonsense\"") == true)
    let missing = #expect(throws: FileResolver.Failure.self) {
      try FileResolver(path: "/nowhere/at/all").resolve()
    }
    #expect(missing?.description == "/nowhere/at/all: No such file or directory")
  }

  @Test("the families of a name's addresses take turns")
  func interleaving() {
    let six = [Endpoint.ip("::1", port: 1), .ip("::2", port: 1), .ip("::3", port: 1)]
    let four = [Endpoint.ip("1.1.1.1", port: 1)]
    #expect(DNSResolver.interleave(six, four) == [six[0], four[0], six[1], six[2]])
  }

  @Test("localhost has an address, and a name that nobody has says so")
  func names() throws {
    let local = try DNSResolver(host: "localhost", port: 7).resolve()
    #expect(local.contains(.ip("127.0.0.1", port: 7)) || local.contains(.ip("::1", port: 7)))
    #expect(throws: DNSResolver.Failure.self) {
      // RFC 6761 §6.4: `invalid` never resolves.
      try DNSResolver(host: "nobody.invalid", port: 7).resolve()
    }
  }
}
