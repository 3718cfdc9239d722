import Testing

@testable import RPC

@Suite struct BalancerTests {
  private static let a = Endpoint.ip("10.0.0.1", port: 1)
  private static let b = Endpoint.ip("10.0.0.2", port: 1)
  private static let c = Endpoint.ip("10.0.0.3", port: 1)
  private static let start = Deadline(uptimeNanoseconds: 1_000_000_000)

  private func fail(_ balancer: inout Balancer, _ endpoint: Endpoint) -> [Balancer.Action] {
    balancer.failed(endpoint, "refused", at: Self.start, random: 0, hasWaiting: true)
  }

  @Test("pick first tries the addresses in order and stays with the first that answers")
  func pickFirst() {
    var balancer = Balancer(policy: .pickFirst, backoff: Backoff())
    #expect(
      balancer.update([Self.a, Self.b, Self.a], hasWaiting: true)
        == [.connect(Self.a), .race(after: .milliseconds(250))]
    )
    #expect(balancer.wanted() == [])
    #expect(fail(&balancer, Self.a).last == .connect(Self.b))
    #expect(balancer.failure() == nil)
    #expect(balancer.ready(Self.b) == [.serve([Self.b])])
    #expect(balancer.update([Self.b, Self.a], hasWaiting: false) == [])
    // It is gone from the addresses: calls leave it, and go to what there is.
    #expect(
      balancer.update([Self.c], hasWaiting: true)
        == [.drop(Self.b), .drop(Self.a), .serve([]), .connect(Self.c)]
    )
  }

  @Test("when no address answers the calls are told, and each address is tried again in its time")
  func allFail() {
    var balancer = Balancer(policy: .pickFirst, backoff: Backoff())
    _ = balancer.update([Self.a, Self.b], hasWaiting: true)
    _ = fail(&balancer, Self.a)
    let again = Self.start.advanced(by: .milliseconds(50))
    #expect(
      fail(&balancer, Self.b) == [
        .resolve, .wakeUp(at: again), .fail("10.0.0.1:1: refused; 10.0.0.2:1: refused"),
      ]
    )
    #expect(balancer.failure()?.nextAttempt == again)
    #expect(balancer.wanted() == [])
    #expect(balancer.due(at: again, hasWaiting: false) == [])
    #expect(balancer.wanted() == [.connect(Self.a), .race(after: .milliseconds(250))])
  }

  @Test("an address that takes long has the next tried beside it, and the first to answer wins")
  func race() {
    var balancer = Balancer(policy: .pickFirst, backoff: Backoff())
    _ = balancer.update([Self.a, Self.b], hasWaiting: true)
    #expect(balancer.raceDue(hasWaiting: true) == [.connect(Self.b)])
    #expect(balancer.raceDue(hasWaiting: true) == [])
    #expect(balancer.ready(Self.b) == [.drop(Self.a), .serve([Self.b])])
    #expect(balancer.raceDue(hasWaiting: true) == [])
    #expect(
      balancer.lost(Self.b, hasWaiting: true)
        == [.resolve, .serve([]), .connect(Self.a), .race(after: .milliseconds(250))]
    )
  }

  @Test("round robin connects to all, serves those that are ready, and replaces what it loses")
  func roundRobin() {
    var balancer = Balancer(policy: .roundRobin, backoff: Backoff())
    #expect(balancer.update([Self.a, Self.b], hasWaiting: false) == [])
    #expect(balancer.wanted() == [.connect(Self.a), .connect(Self.b)])
    #expect(balancer.ready(Self.b) == [.serve([Self.b])])
    #expect(balancer.ready(Self.a) == [.serve([Self.a, Self.b])])
    #expect(
      balancer.lost(Self.a, hasWaiting: false)
        == [.resolve, .serve([Self.b]), .connect(Self.a)]
    )
    #expect(
      balancer.update([Self.b, Self.c], hasWaiting: false) == [.drop(Self.a), .connect(Self.c)]
    )
  }

  @Test("round robin replaces what it loses after a call that came before the addresses")
  func firstCall() {
    var balancer = Balancer(policy: .roundRobin, backoff: Backoff())
    #expect(balancer.update([Self.a, Self.b], hasWaiting: true).count == 2)
    _ = balancer.ready(Self.a)
    _ = balancer.ready(Self.b)
    #expect(balancer.lost(Self.a, hasWaiting: false).contains(.connect(Self.a)))
  }

  @Test("an endpoint that says it does not serve gets no calls, and neither does an ejected one")
  func health() {
    var balancer = Balancer(policy: .roundRobin, backoff: Backoff())
    _ = balancer.update([Self.a, Self.b], hasWaiting: true)
    _ = balancer.ready(Self.a)
    _ = balancer.ready(Self.b)
    #expect(balancer.healthChanged(Self.a, isHealthy: false) == [.serve([Self.b])])
    #expect(balancer.healthChanged(Self.a, isHealthy: true) == [.serve([Self.a, Self.b])])
    #expect(balancer.eject([Self.b]) == [.serve([Self.a])])
    #expect(balancer.eject([Self.a, Self.b]) == [.serve([Self.a, Self.b])])
    _ = balancer.healthChanged(Self.a, isHealthy: false)
    let reason = "10.0.0.1:1: says that it does not serve; 10.0.0.2:1: says that it does not serve"
    #expect(
      balancer.healthChanged(Self.b, isHealthy: false) == [.serve([]), .fail(reason)]
    )
  }

  @Test(
    "an idle channel connects again when a call wants it",
    arguments: [Balancer.Policy.pickFirst, .roundRobin]
  )
  func rest(_ policy: Balancer.Policy) {
    var balancer = Balancer(policy: policy, backoff: Backoff())
    _ = balancer.update([Self.a], hasWaiting: true)
    _ = balancer.ready(Self.a)
    #expect(balancer.rest() == [.serve([])])
    #expect(balancer.due(at: .never, hasWaiting: false) == [])
    #expect(balancer.wanted() == [.connect(Self.a)])
  }

  /// Endpoints as the driver would have them, told by the actions alone.
  private struct Model {
    var connecting: Set<Endpoint> = []
    var ready: Set<Endpoint> = []
    var served: [Endpoint] = []
    var wakeUps: [Deadline] = []
    var known: Set<Endpoint> = []
    var races = 0

    mutating func apply(_ actions: [Balancer.Action], _ policy: Balancer.Policy) {
      for action in actions {
        switch action {
        case .connect(let endpoint):
          #expect(known.contains(endpoint) && !ready.contains(endpoint))
          #expect(connecting.insert(endpoint).inserted, "a second attempt beside the first")
        case .drop(let endpoint):
          connecting.remove(endpoint)
          ready.remove(endpoint)
        case .serve(let endpoints):
          served = endpoints
        case .wakeUp(let moment): wakeUps.append(moment)
        case .race: races += 1
        case .fail, .resolve: break
        }
      }
      #expect(Set(served).isSubset(of: ready), "calls go to what is connected")
      if policy == .pickFirst { #expect(ready.count <= 1) }
    }
  }

  @Test(
    "whatever happens, calls go where there is a connection, and nobody waits for nothing",
    arguments: 0..<300
  )
  func anything(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let policy = Bool.random(using: &random) ? Balancer.Policy.pickFirst : .roundRobin
    var balancer = Balancer(policy: policy, backoff: Backoff())
    var model = Model()
    var now = Self.start
    for _ in 0..<60 {
      now = now.advanced(by: .milliseconds(Int.random(in: 0...80, using: &random)))
      let due = model.wakeUps.contains { $0 <= now }
      var actions: [Balancer.Action] = []
      if due {
        model.wakeUps.removeAll { $0 <= now }
        actions = balancer.due(at: now, hasWaiting: true)
      } else {
        switch Int.random(in: 0..<7, using: &random) {
        case 6 where model.races > 0:
          model.races -= 1
          actions = balancer.raceDue(hasWaiting: true)
        case 0:
          let all = [Self.a, Self.b, Self.c].filter { _ in Bool.random(using: &random) }
          model.known = Set(all)
          actions = balancer.update(all, hasWaiting: true)
        case 1:
          if let endpoint = model.connecting.randomElement(using: &random) {
            model.connecting.remove(endpoint)
            model.ready.insert(endpoint)
            actions = balancer.ready(endpoint)
          }
        case 2:
          if let endpoint = model.connecting.randomElement(using: &random) {
            model.connecting.remove(endpoint)
            actions = balancer.failed(
              endpoint,
              "refused",
              at: now,
              random: 0.5,
              hasWaiting: true
            )
          }
        case 3:
          if let endpoint = model.ready.randomElement(using: &random) {
            model.ready.remove(endpoint)
            actions = balancer.lost(endpoint, hasWaiting: true)
          }
        case 4:
          actions = balancer.eject([Self.a])
        default:
          actions = balancer.wanted()
        }
      }
      model.apply(actions, policy)
      // A call waits all the time: something must be under way for it.
      let isHopeful =
        !model.served.isEmpty || !model.connecting.isEmpty || !model.wakeUps.isEmpty
      #expect(isHopeful || model.known.isEmpty, "seed \(seed)")
    }
  }
}
