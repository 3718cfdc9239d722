import Testing

@testable import RPC

@Suite struct RetryStateTests {
  private static func failure(_ code: StatusCode, pushback: String? = nil) -> RPCError {
    var error = RPCError(code: code, message: "")
    if let pushback { error.metadata = ["grpc-retry-pushback-ms": pushback] }
    return error
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let failures: [RPCError]
    /// Milliseconds until each next attempt, nil where the call ends.
    let delays: [Int?]
    var remaining: Duration?
  }

  static let cases = [
    Case(
      testDescription: "backs off until the attempts are used up",
      failures: [failure(.unavailable), failure(.unavailable), failure(.unavailable)],
      delays: [50, 100, nil]
    ),
    Case(
      testDescription: "another code ends the call",
      failures: [failure(.internal)],
      delays: [nil]
    ),
    Case(
      testDescription: "the server says when, and the back-off begins anew",
      failures: [failure(.unavailable, pushback: "700"), failure(.unavailable)],
      delays: [700, 50]
    ),
    Case(
      testDescription: "the server says never",
      failures: [failure(.unavailable, pushback: "-1")],
      delays: [nil]
    ),
    Case(
      testDescription: "what is no number is never",
      failures: [failure(.unavailable, pushback: "soon")],
      delays: [nil]
    ),
    Case(
      testDescription: "zero is at once",
      failures: [failure(.unavailable, pushback: "0")],
      delays: [0]
    ),
    Case(
      testDescription: "a deadline that comes first ends the call with its error",
      failures: [failure(.unavailable)],
      delays: [nil],
      remaining: .milliseconds(50)
    ),
  ]

  @Test("a call is sent again when and as often as its policy and its server say", arguments: cases)
  func table(_ test: Case) {
    var throttle = RetryThrottle(RetryThrottle.Budget())
    var state = RetryState(RetryPolicy())
    for (error, delay) in zip(test.failures, test.delays) {
      // At 0.5 the jitter is none.
      let got = state.failed(error, throttle: &throttle, remaining: test.remaining, random: 0.5)
      #expect(got == delay.map { .milliseconds($0) })
    }
  }

  @Test("no policy sends a call more than five times")
  func cap() {
    var policy = RetryPolicy()
    policy.attemptsMax = 100
    var throttle = RetryThrottle(RetryThrottle.Budget(tokensMax: 1_000))
    var state = RetryState(policy)
    var sent = 1
    while state.failed(Self.failure(.unavailable), throttle: &throttle, remaining: nil, random: 0)
      != nil
    { sent += 1 }
    #expect(sent == 5 && state.failures == 4)
  }

  @Test(
    "the wait is jittered by a fifth and never longer than a fifth above the longest",
    arguments: 0..<100
  )
  func jitter(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var policy = RetryPolicy()
    policy.attemptsMax = 5
    policy.multiplier = .random(in: 0.5...20, using: &random)
    var throttle = RetryThrottle(RetryThrottle.Budget(tokensMax: 1_000))
    var state = RetryState(policy)
    for _ in 0..<4 {
      let delay = state.failed(
        Self.failure(.unavailable),
        throttle: &throttle,
        remaining: nil,
        random: .random(in: 0...1, using: &random)
      )
      #expect(delay.map { $0 > .zero && $0 <= policy.backoffMax * 1.2 } == true, "seed \(seed)")
    }
  }

  @Test("with half of the tokens gone nothing is sent again until successes earned them back")
  func throttling() {
    var throttle = RetryThrottle(RetryThrottle.Budget(tokensMax: 4, tokenRatio: 0.5))
    func again() -> Bool {
      var state = RetryState(RetryPolicy())
      return state.failed(
        Self.failure(.unavailable),
        throttle: &throttle,
        remaining: nil,
        random: 0
      )
        != nil
    }
    #expect([again(), again()] == [true, false])
    throttle.succeeded()
    throttle.succeeded()
    #expect(throttle.tokens == 3 && throttle.allows)
    for _ in 0..<100 { throttle.succeeded() }
    #expect(throttle.tokens == 4)
    for _ in 0..<100 { throttle.failed() }
    #expect(throttle.tokens == 0)
  }
}

@Suite struct HedgingStateTests {
  private static func describe(_ actions: [HedgingState<Int>.Action]) -> [String] {
    actions.map { action in
      switch action {
      case .send(let previous): "send \(previous)"
      case .wakeUp(let delay): "wake \(delay)"
      case .finish(.success(let answer)): "answer \(answer)"
      case .finish(.failure(let error)): "error \(error.code)"
      }
    }
  }

  private var policy: HedgingPolicy {
    var policy = HedgingPolicy()
    policy.attemptsMax = 3
    policy.delay = .seconds(1)
    return policy
  }

  private let full = RetryThrottle(RetryThrottle.Budget())
  private let unavailable = RPCError.unavailable("")

  @Test("one more is sent after each delay, until the first answer ends all")
  func delays() {
    var throttle = full
    var state = HedgingState<Int>(policy)
    #expect(Self.describe(state.begin()) == ["send 0", "wake 1.0 seconds"])
    #expect(Self.describe(state.due(full)) == ["send 1", "wake 1.0 seconds"])
    #expect(Self.describe(state.due(full)) == ["send 2"])
    #expect(Self.describe(state.due(full)) == [])
    #expect(Self.describe(state.failed(unavailable, throttle: &throttle)) == [])
    #expect(Self.describe(state.succeeded(7, throttle: &throttle)) == ["answer 7"])
    #expect(Self.describe(state.succeeded(8, throttle: &throttle)) == [])
    #expect(Self.describe(state.failed(unavailable, throttle: &throttle)) == [])
  }

  @Test("a failure that is not fatal sends the next at once; the last one ends the call")
  func failures() {
    var throttle = full
    var state = HedgingState<Int>(policy)
    _ = state.begin()
    #expect(
      Self.describe(state.failed(unavailable, throttle: &throttle)) == [
        "send 1", "wake 1.0 seconds",
      ]
    )
    #expect(Self.describe(state.failed(unavailable, throttle: &throttle)) == ["send 2"])
    #expect(Self.describe(state.failed(unavailable, throttle: &throttle)) == ["error UNAVAILABLE"])
  }

  @Test("a fatal failure ends the call, whatever is under way")
  func fatal() {
    var throttle = full
    var state = HedgingState<Int>(policy)
    _ = state.begin()
    _ = state.due(full)
    #expect(Self.describe(state.failed(.notFound(""), throttle: &throttle)) == ["error NOT_FOUND"])
  }

  @Test("a server that pushes back is heard, and nobody waits for nothing")
  func pushback() {
    var throttle = full
    var later = unavailable
    later.metadata = ["grpc-retry-pushback-ms": "300"]
    var state = HedgingState<Int>(policy)
    _ = state.begin()
    #expect(Self.describe(state.failed(later, throttle: &throttle)) == ["wake 0.3 seconds"])
    var empty = full
    for _ in 0..<9 { empty.failed() }
    #expect(Self.describe(state.due(empty)) == ["error UNAVAILABLE"])

    var never = unavailable
    never.metadata = ["grpc-retry-pushback-ms": "-1"]
    var held = HedgingState<Int>(policy)
    _ = held.begin()
    _ = held.due(full)
    #expect(Self.describe(held.failed(never, throttle: &throttle)) == [])
    #expect(Self.describe(held.due(full)) == [])
    #expect(Self.describe(held.failed(unavailable, throttle: &throttle)) == ["error UNAVAILABLE"])
  }

  @Test("while a server has pushed back nothing more is sent to it")
  func pushedBack() {
    var throttle = full
    var later = unavailable
    later.metadata = ["grpc-retry-pushback-ms": "5000"]
    var state = HedgingState<Int>(policy)
    _ = state.begin()
    #expect(Self.describe(state.due(full)) == ["send 1", "wake 1.0 seconds"])
    #expect(Self.describe(state.failed(later, throttle: &throttle)) == ["wake 5.0 seconds"])
    #expect(Self.describe(state.failed(unavailable, throttle: &throttle)) == [])
    #expect(Self.describe(state.due(full)) == ["send 2"])
  }

  @Test("every call ends exactly once, whatever order things happen in", arguments: 0..<200)
  func anything(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var throttle = full
    var state = HedgingState<Int>(policy)
    var underWay = 0
    var hasWakeUp = false
    var ends = 0
    func apply(_ actions: [HedgingState<Int>.Action]) {
      for action in actions {
        switch action {
        case .send: underWay += 1
        case .wakeUp: hasWakeUp = true
        case .finish: ends += 1
        }
      }
    }
    apply(state.begin())
    while underWay > 0 || hasWakeUp {
      if hasWakeUp, underWay == 0 || Bool.random(using: &random) {
        hasWakeUp = false
        apply(state.due(throttle))
        continue
      }
      underWay -= 1
      var error = unavailable
      switch Int.random(in: 0..<6, using: &random) {
      case 0: apply(state.succeeded(1, throttle: &throttle))
      case 1: apply(state.failed(.notFound(""), throttle: &throttle))
      case 2:
        error.metadata = ["grpc-retry-pushback-ms": Bool.random(using: &random) ? "-1" : "5"]
        apply(state.failed(error, throttle: &throttle))
      default: apply(state.failed(error, throttle: &throttle))
      }
    }
    #expect(ends == 1, "seed \(seed)")
  }
}
