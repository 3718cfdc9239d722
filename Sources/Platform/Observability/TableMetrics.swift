import Synchronization

/// What the calls of each method have cost at the table, in its own units.
///
///     table_consumed_capacity_units_total{grpc_method="a.B/C",kind="read"} 12.5
package final class TableMetrics: Sendable {
  private struct Account: Hashable {
    let method: String
    let isWrite: Bool
  }

  /// Work that no call has asked for, such as an outbox.
  private static let background = "background"

  private let units = Mutex<[Account: Double]>([:])

  package init() {}

  /// `method` is the path of a contract's method, so there are as many as methods.
  package func consumed(_ count: Double, isWrite: Bool, method: String?) {
    let account = Account(method: method ?? Self.background, isWrite: isWrite)
    units.withLock { $0[account, default: 0] += count }
  }

  /// The text exposition format of Prometheus; empty for a table that counts nothing.
  package var prometheusText: String {
    let lines = units.withLock { $0 }.map { account, count in
      let method = account.method.hasPrefix("/") ? account.method.dropFirst() : account.method[...]
      let kind = account.isWrite ? "write" : "read"
      return "\(Self.name){grpc_method=\"\(method)\",kind=\"\(kind)\"} \(count)\n"
    }
    if lines.isEmpty { return "" }
    return "# TYPE \(Self.name) counter\n" + lines.sorted().joined()
  }

  private static let name = "table_consumed_capacity_units_total"
}
