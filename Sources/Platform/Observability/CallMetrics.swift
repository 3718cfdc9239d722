import RPC
import Synchronization

/// Calls, statuses and latency of every method, under gRPC's own metric names.
///
///     grpc_server_call_started_total{grpc_method="a.B/C"} 3
///     grpc_server_call_duration_seconds_bucket{grpc_method="a.B/C",grpc_status="OK",le="0.001"} 2
package final class CallMetrics: Sendable {
  /// Methods that clients made up share one entry, so that they cannot fill the memory.
  private static let otherMethod = "other"

  private let methods: [String: MethodCounts]
  private let other = MethodCounts(name: otherMethod)

  /// - Parameter paths: of the methods that the process may serve, as in `/a.B/C`.
  package init(paths: some Sequence<String>) {
    var methods: [String: MethodCounts] = [:]
    for path in paths { methods[path] = MethodCounts(name: String(path.dropFirst())) }
    self.methods = methods
  }

  func started(_ method: MethodDescriptor) -> MethodCounts {
    let counts = methods[method.path] ?? other
    counts.started()
    return counts
  }

  /// The text exposition format of Prometheus, version 0.0.4.
  package var prometheusText: String {
    let snapshots = (methods.values + [other]).map(\.snapshot)
      .filter { $0.started > 0 }.sorted { $0.name < $1.name }
    var text = "# TYPE grpc_server_call_started_total counter\n"
    for method in snapshots {
      text += "grpc_server_call_started_total{grpc_method=\"\(method.name)\"} \(method.started)\n"
    }
    text += "# TYPE grpc_server_call_duration_seconds histogram\n"
    for method in snapshots {
      for (status, histogram) in method.durations.sorted(by: { $0.key.rawValue < $1.key.rawValue })
      {
        Self.append(histogram, labels: Self.labels(method.name, status), to: &text)
      }
    }
    return text
  }

  private static func labels(_ method: String, _ status: StatusCode) -> String {
    "grpc_method=\"\(method)\",grpc_status=\"\(status.name)\""
  }

  private static func append(
    _ histogram: LatencyHistogram,
    labels: String,
    to text: inout String
  ) {
    let name = "grpc_server_call_duration_seconds"
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
    var durations: [StatusCode: LatencyHistogram] = [:]
  }

  private struct State {
    var started: UInt64 = 0
    // Nearly every call ends well: that one is found without a look-up.
    var ok = LatencyHistogram()
    var failed: [StatusCode: LatencyHistogram] = [:]
  }

  private let name: String
  private let state = Mutex(State())

  init(name: String) {
    self.name = name
  }

  func started() {
    state.withLock { $0.started += 1 }
  }

  func ended(_ status: StatusCode, nanoseconds: UInt64) {
    state.withLock { state in
      if status == .ok {
        state.ok.record(nanoseconds: nanoseconds)
      } else {
        state.failed[status, default: LatencyHistogram()].record(nanoseconds: nanoseconds)
      }
    }
  }

  var snapshot: Snapshot {
    state.withLock { state in
      var durations = state.failed
      if state.ok.count > 0 { durations[.ok] = state.ok }
      return Snapshot(name: name, started: state.started, durations: durations)
    }
  }
}
