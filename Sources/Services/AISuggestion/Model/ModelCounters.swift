import Synchronization

/// What became of the model's answers in this process, for whoever watches it.
final class ModelCounters: Sendable {
  private struct State {
    var used = 0
    var failed = 0
    var unaffordable = 0
    var dropped: [ModelAnswerCheck.Fault: Int] = [:]
    var costMicroUSD: Int64 = 0
  }

  private let state = Mutex(State())

  func used(costMicroUSD: Int64) {
    state.withLock { state in
      state.used += 1
      state.costMicroUSD += costMicroUSD
    }
  }

  func failed(costMicroUSD: Int64) {
    state.withLock { state in
      state.failed += 1
      state.costMicroUSD += costMicroUSD
    }
  }

  func dropped(_ fault: ModelAnswerCheck.Fault, costMicroUSD: Int64) {
    state.withLock { state in
      state.dropped[fault, default: 0] += 1
      state.costMicroUSD += costMicroUSD
    }
  }

  func unaffordable() { state.withLock { $0.unaffordable += 1 } }

  func droppedCount(_ fault: ModelAnswerCheck.Fault) -> Int {
    state.withLock { $0.dropped[fault] ?? 0 }
  }

  /// In the text exposition format of Prometheus.
  var prometheusText: String {
    let state = state.withLock { $0 }
    var lines = ["# TYPE smart_cooking_model_answers_total counter"]
    func line(_ outcome: String, _ cause: String, _ count: Int) {
      lines.append(
        "smart_cooking_model_answers_total{outcome=\"\(outcome)\",cause=\"\(cause)\"} \(count)"
      )
    }
    line("used", "", state.used)
    line("failed", "", state.failed)
    line("unaffordable", "", state.unaffordable)
    for fault in ModelAnswerCheck.Fault.allCases {
      line("dropped", fault.rawValue, state.dropped[fault] ?? 0)
    }
    lines.append("# TYPE smart_cooking_model_cost_micro_usd_total counter")
    lines.append("smart_cooking_model_cost_micro_usd_total \(state.costMicroUSD)")
    return lines.joined(separator: "\n") + "\n"
  }
}
