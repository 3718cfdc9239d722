/// Which endpoints a channel connects to and sends calls to, without doing either.
///
///     idle --wanted--> connecting --ready--> ready --lost--> idle
///       ^                  | failed
///       +--due-- backingOff
///
/// Each event answers with what is to be done, in order.
package struct Balancer {
  /// How calls are spread.
  package enum Policy: Sendable {
    /// All to one endpoint: the first, in the resolver's order, that lets itself be connected to.
    case pickFirst
    /// To all in turn.
    case roundRobin
  }

  enum Action: Equatable {
    case connect(Endpoint)
    /// The endpoint is no longer among the target's: let its calls end and close.
    case drop(Endpoint)
    /// Calls go to these from now on, in turn.
    case serve([Endpoint])
    /// No endpoint can be connected to: calls that do not wait for one end, for this reason.
    case fail(String)
    /// The addresses may be out of date.
    case resolve
    case wakeUp(at: Deadline)
    /// Call `raceDue` in a while: the attempt may be one that takes long to fail.
    case race(after: Duration)
  }

  /// RFC 8305 §5: how long one address is waited for before the next is tried beside it.
  private static let attemptDelay = Duration.milliseconds(250)

  enum State: Equatable {
    case idle, connecting, ready
    case backingOff(until: Deadline)
  }

  struct Entry {
    let endpoint: Endpoint
    var state = State.idle
    var failures = 0
    var lastFailure = ""
    /// What the health service of the endpoint says; true where nobody asks it.
    var isHealthy = true
    var isEjected = false
  }

  let policy: Policy
  private let backoff: Backoff
  private(set) var entries: [Entry] = []
  private var served: [Endpoint] = []
  /// Calls were made since the channel was idle: round robin keeps every endpoint connected.
  private var isActive = false

  init(policy: Policy, backoff: Backoff) {
    self.policy = policy
    self.backoff = backoff
  }

  /// Why nothing is connected, and when the next attempt is; nil while one is connected or may be.
  func failure() -> (reason: String, nextAttempt: Deadline)? {
    var next: Deadline?
    for entry in entries {
      switch entry.state {
      case .backingOff(let until): next = min(next ?? until, until)
      // Its health service says when this changes.
      case .ready where !entry.isHealthy: next = next ?? .never
      default: return nil
      }
    }
    return next.map { (reason, $0) }
  }

  private var reason: String {
    var reasons: [String] = []
    // A few tell what many would.
    for entry in entries where reasons.count < 4 {
      if !entry.isHealthy {
        reasons.append("\(entry.endpoint): says that it does not serve")
      } else if !entry.lastFailure.isEmpty {
        reasons.append("\(entry.endpoint): \(entry.lastFailure)")
      }
    }
    return reasons.joined(separator: "; ")
  }
}

// MARK: - Events

extension Balancer {
  /// The resolver's answer.
  mutating func update(_ endpoints: [Endpoint], hasWaiting: Bool) -> [Action] {
    var known: [Endpoint: Entry] = [:]
    for entry in entries { known[entry.endpoint] = entry }
    var order: [Entry] = []
    var seen: Set<Endpoint> = []
    for endpoint in endpoints where seen.insert(endpoint).inserted {
      order.append(known.removeValue(forKey: endpoint) ?? Entry(endpoint: endpoint))
    }
    let dropped = entries.map(\.endpoint).filter { known[$0] != nil }
    entries = order
    return dropped.map(Action.drop) + serve() + go(hasWaiting: hasWaiting)
  }

  /// A call waits for a connection.
  mutating func wanted() -> [Action] { go(hasWaiting: true) }

  mutating func ready(_ endpoint: Endpoint) -> [Action] {
    change(endpoint) { entry in
      entry.state = .ready
      entry.failures = 0
      entry.lastFailure = ""
    }
    return dropRivals(of: endpoint) + serve() + failIfHopeless()
  }

  /// Attempts that lost the race are given up.
  private mutating func dropRivals(of endpoint: Endpoint) -> [Action] {
    guard policy == .pickFirst else { return [] }
    var actions: [Action] = []
    for index in entries.indices
    where entries[index].state == .connecting && entries[index].endpoint != endpoint {
      entries[index].state = .idle
      actions.append(.drop(entries[index].endpoint))
    }
    return actions
  }

  mutating func failed(
    _ endpoint: Endpoint,
    _ why: String,
    at now: Deadline,
    random: Double,
    hasWaiting: Bool
  ) -> [Action] {
    guard let failures = entry(endpoint)?.failures else { return [] }
    let delay = backoff.delay(afterFailures: failures + 1, random: random)
    let until = now.advanced(by: delay)
    change(endpoint) { entry in
      entry.failures = failures + 1
      entry.lastFailure = why
      entry.state = .backingOff(until: until)
    }
    var actions: [Action] = [.resolve, .wakeUp(at: until)]
    actions += go(hasWaiting: hasWaiting, besideOthers: true)
    // Somebody may still become ready: whoever waits goes on waiting.
    return actions + failIfHopeless()
  }

  /// The endpoint takes no further calls over the connections it had.
  mutating func lost(_ endpoint: Endpoint, hasWaiting: Bool) -> [Action] {
    change(endpoint) { entry in
      entry.state = .idle
      entry.isHealthy = true
    }
    return [.resolve] + serve() + go(hasWaiting: hasWaiting)
  }

  /// A moment has come that `wakeUp` named.
  mutating func due(at now: Deadline, hasWaiting: Bool) -> [Action] {
    for index in entries.indices {
      if case .backingOff(let until) = entries[index].state, until <= now {
        entries[index].state = .idle
      }
    }
    return go(hasWaiting: hasWaiting)
  }

  /// A while has passed since `race`.
  mutating func raceDue(hasWaiting: Bool) -> [Action] {
    go(hasWaiting: hasWaiting, besideOthers: true)
  }

  mutating func healthChanged(_ endpoint: Endpoint, isHealthy: Bool) -> [Action] {
    change(endpoint) { $0.isHealthy = isHealthy }
    return serve() + failIfHopeless()
  }

  mutating func eject(_ endpoints: Set<Endpoint>) -> [Action] {
    for index in entries.indices {
      entries[index].isEjected = endpoints.contains(entries[index].endpoint)
    }
    return serve()
  }

  /// No call was made for long: connections are made again when one is.
  mutating func rest() -> [Action] {
    isActive = false
    for index in entries.indices where entries[index].state == .ready {
      entries[index].state = .idle
    }
    return serve()
  }
}

// MARK: - Decisions

extension Balancer {
  private func failIfHopeless() -> [Action] {
    failure() == nil ? [] : [.fail(reason)]
  }

  private func entry(_ endpoint: Endpoint) -> Entry? {
    entries.first { $0.endpoint == endpoint }
  }

  private mutating func change(_ endpoint: Endpoint, _ body: (inout Entry) -> Void) {
    guard let index = entries.firstIndex(where: { $0.endpoint == endpoint }) else { return }
    body(&entries[index])
  }

  /// Connects where that is due.
  private mutating func go(hasWaiting: Bool, besideOthers: Bool = false) -> [Action] {
    switch policy {
    case .pickFirst:
      guard hasWaiting, !entries.contains(where: { $0.state == .ready }),
        besideOthers || !entries.contains(where: { $0.state == .connecting }),
        let index = entries.firstIndex(where: { $0.state == .idle })
      else { return [] }
      let others = entries.contains { $0.state == .idle && $0.endpoint != entries[index].endpoint }
      return [connect(index)] + (others ? [.race(after: Self.attemptDelay)] : [])
    case .roundRobin:
      if hasWaiting { isActive = true }
      guard isActive else { return [] }
      return entries.indices.filter { entries[$0].state == .idle }.map { connect($0) }
    }
  }

  private mutating func connect(_ index: Int) -> Action {
    entries[index].state = .connecting
    return .connect(entries[index].endpoint)
  }

  /// Says where calls go, if that has changed.
  private mutating func serve() -> [Action] {
    let ready = entries.filter { $0.state == .ready && $0.isHealthy }
    // With every endpoint ejected the ejections say nothing.
    let kept = ready.filter { !$0.isEjected }
    let all = (kept.isEmpty ? ready : kept).map(\.endpoint)
    let now = policy == .pickFirst ? Array(all.prefix(1)) : all
    guard now != served else { return [] }
    served = now
    return [.serve(now)]
  }
}
