import SingleTable
import Synchronization

/// Requests on their way to the writer: many callers append, one thread takes.
final class WriteQueue: Sendable {
  private struct State {
    var requests: [WriteRequest] = []
    var bytes = 0
    var isTakerAsleep = false
    var isClosed = false
  }

  private let state = Mutex(State())
  private let wakeUp = Semaphore()

  /// Answers the request itself when it cannot be queued.
  func append(_ request: WriteRequest) {
    let (refusal, wakes): (TableError?, Bool) = state.withLock { state in
      if state.isClosed {
        return (.unavailable(stage: "queue", reason: "the table is closed"), false)
      }
      let bytes = request.bytes
      guard state.requests.count < Limits.queuedWritesMax,
        state.bytes + bytes <= Limits.queuedBytesMax
      else { return (.throttled(stage: "queue"), false) }
      state.requests.append(request)
      state.bytes += bytes
      defer { state.isTakerAsleep = false }
      return (nil, state.isTakerAsleep)
    }
    if let refusal { request.continuation.resume(returning: .failure(refusal)) }
    if wakes { wakeUp.signal() }
  }

  /// Waits for requests and takes as many as one commit may have; nil once closed and empty.
  func take() -> [WriteRequest]? {
    while true {
      let (taken, isDone) = state.withLock { state in
        let taken = Array(state.requests.prefix(Limits.batchWritesMax))
        state.requests.removeFirst(taken.count)
        state.bytes -= taken.reduce(0) { $0 + $1.bytes }
        state.isTakerAsleep = taken.isEmpty && !state.isClosed
        return (taken, taken.isEmpty && state.isClosed)
      }
      if !taken.isEmpty { return taken }
      if isDone { return nil }
      wakeUp.wait()
    }
  }

  /// Refuses new requests; those queued are still taken.
  func close() {
    let wakes = state.withLock { state in
      state.isClosed = true
      defer { state.isTakerAsleep = false }
      return state.isTakerAsleep
    }
    if wakes { wakeUp.signal() }
  }
}
