import Testing

@testable import RPC

@Suite struct ConnectionPoolTests {
  private final class Connection: PooledConnection {
    var openCalls = 0
    let callsMax: Int

    init(_ callsMax: Int) { self.callsMax = callsMax }
  }

  @Test("connections fill in the order they were made, then one more is made, then calls wait")
  func growth() {
    var pool = ConnectionPool<Connection>(connectionsMax: 2)
    var now = Deadline(uptimeNanoseconds: 1)
    func take() -> String {
      switch pool.pick(at: now) {
      case .connection(let connection):
        connection.openCalls += 1
        return pool.connections.first === connection ? "first" : "second"
      case .grow:
        pool.connecting()
        return "grow"
      case .full: return "full"
      }
    }
    #expect(take() == "full", "the first connection is the balancer's to make")
    let first = Connection(2)
    pool.connecting()
    pool.connected(first)
    #expect([take(), take(), take(), take()] == ["first", "first", "grow", "full"])
    pool.failed(at: now)
    #expect(take() == "full", "the endpoint just refused")
    now = now.advanced(by: .seconds(1))
    #expect(take() == "grow")
    let second = Connection(1)
    pool.connected(second)
    #expect([take(), take()] == ["second", "full"])
    first.openCalls -= 1
    #expect(take() == "first")
    second.openCalls = 0
    #expect(pool.spare.first === second)
    #expect(pool.remove(first) && !pool.remove(first))
  }
}
