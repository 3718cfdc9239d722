import RPC
import Synchronization

/// How a kind of call is called in metrics, and its statuses.
package struct MetricFamily: Sendable {
  let name: String
  let methodLabel: String
  let statusLabel: String
  /// The status of nearly every call, which is counted without a look-up.
  let usual: Int
  let statusName: @Sendable (Int) -> String

  /// gRPC's own names (gRFC A66); the statuses are gRPC's.
  package static let rpc = MetricFamily(
    name: "grpc_server_call",
    methodLabel: "grpc_method",
    statusLabel: "grpc_status",
    usual: Int(StatusCode.ok.rawValue),
    statusName: { StatusCode(rawValue: UInt8($0))?.name ?? "UNKNOWN" }
  )

  /// OpenTelemetry's names of HTTP servers; the methods are routes, the statuses HTTP's.
  package static let http = MetricFamily(
    name: "http_server_request",
    methodLabel: "http_route",
    statusLabel: "http_response_status_code",
    usual: 200,
    statusName: { "\($0)" }
  )
}

/// Calls, statuses and latency of every method.
///
///     grpc_server_call_started_total{grpc_method="a.B/C"} 3
///     grpc_server_call_duration_seconds_bucket{grpc_method="a.B/C",grpc_status="OK",le="0.001"} 2
package final class CallMetrics: Sendable {
  /// Methods that clients made up share one entry, so that they cannot fill the memory.
  private static let otherMethod = "other"

  private let family: MetricFamily
  private let methods: [String: MethodCounts]
  private let other: MethodCounts

  /// `methods` are those that may be called, as in `/a.B/C` or `GET /v1/recipes/{id}`.
  package init(_ family: MetricFamily, methods: some Sequence<String>) {
    self.family = family
    var counts: [String: MethodCounts] = [:]
    for method in methods {
      let name = String(method.hasPrefix("/") ? method.dropFirst() : method[...])
      counts[method] = MethodCounts(name: name, usual: family.usual)
    }
    self.methods = counts
    other = MethodCounts(name: Self.otherMethod, usual: family.usual)
  }

  /// Calls of RPC methods by path.
  package convenience init(paths: some Sequence<String>) {
    self.init(.rpc, methods: paths)
  }

  func counts(of method: String) -> MethodCounts { methods[method] ?? other }

  /// Counts a call that has ended.
  package func record(_ method: String, status: Int, nanoseconds: UInt64) {
    let counts = counts(of: method)
    counts.started()
    counts.ended(status, nanoseconds: nanoseconds)
  }

  /// The text exposition format of Prometheus, version 0.0.4.
  package var prometheusText: String {
    let snapshots = (methods.values + [other]).map(\.snapshot)
      .filter { $0.started > 0 }.sorted { $0.name < $1.name }
    let name = family.name
    var text = "# TYPE \(name)_started_total counter\n"
    for method in snapshots {
      text += "\(name)_started_total{\(family.methodLabel)=\"\(method.name)\"} \(method.started)\n"
    }
    text += "# TYPE \(name)_duration_seconds histogram\n"
    for method in snapshots {
      for (status, histogram) in method.durations.sorted(by: { $0.key < $1.key }) {
        append(histogram, method: method.name, status: status, to: &text)
      }
    }
    return text
  }

  private func append(
    _ histogram: LatencyHistogram,
    method: String,
    status: Int,
    to text: inout String
  ) {
    let name = "\(family.name)_duration_seconds"
    let labels =
      "\(family.methodLabel)=\"\(method)\",\(family.statusLabel)=\"\(family.statusName(status))\""
    var total: UInt64 = 0
    for (index, bound) in LatencyHistogram.boundsSeconds.enumerated() {
      total += histogram.counts[index]
      text += "\(name)_bucket{\(labels),le=\"\(bound)\"} \(total)\n"
    }
    text += "\(name)_bucket{\(labels),le=\"+Inf\"} \(histogram.count)\n"
    text += "\(name)_sum{\(labels)} \(Double(histogram.sumNanoseconds) / 1_000_000_000)\n"
    text += "\(name)_count{\(labels)} \(histogram.count)\n"
  }
}

/// What is counted of one method.
final class MethodCounts: Sendable {
  struct Snapshot: Sendable {
    let name: String
    var started: UInt64 = 0
    var durations: [Int: LatencyHistogram] = [:]
  }

  private struct State {
    var usual = LatencyHistogram()
    var others: [Int: LatencyHistogram] = [:]
  }

  private let name: String
  private let usual: Int
  private let startedCount = Atomic<UInt64>(0)
  private let state = Mutex(State())

  init(name: String, usual: Int) {
    self.name = name
    self.usual = usual
  }

  func started() {
    startedCount.wrappingAdd(1, ordering: .relaxed)
  }

  func ended(_ status: Int, nanoseconds: UInt64) {
    state.withLock { state in
      if status == usual {
        state.usual.record(nanoseconds: nanoseconds)
      } else {
        state.others[status, default: LatencyHistogram()].record(nanoseconds: nanoseconds)
      }
    }
  }

  var snapshot: Snapshot {
    state.withLock { state in
      var durations = state.others
      if state.usual.count > 0 { durations[usual] = state.usual }
      return Snapshot(
        name: name,
        started: startedCount.load(ordering: .relaxed),
        durations: durations
      )
    }
  }
}
