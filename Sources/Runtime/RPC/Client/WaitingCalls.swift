import NIOCore

/// Calls that wait for a connection, in the order they came.
///
/// Each call knows its place, so that one that ends leaves at once, however many wait with it.
struct WaitingCalls {
  /// Nil where a call has left.
  private var places = CircularBuffer<(any OutgoingCall)?>(initialCapacity: 0)
  /// The `waitingIndex` that belongs to the first place; far from zero, as calls may come back.
  private var start = 1 << 32
  private(set) var count = 0

  var isEmpty: Bool { count == 0 }

  mutating func append(_ call: any OutgoingCall) {
    call.waitingIndex = start + places.count
    places.append(call)
    count += 1
  }

  /// A call that was taken and cannot be sent yet is the next again.
  mutating func prepend(_ call: any OutgoingCall) {
    start -= 1
    call.waitingIndex = start
    places.prepend(call)
    count += 1
  }

  /// Does nothing for a call that does not wait.
  mutating func remove(_ call: any OutgoingCall) {
    guard call.waitingIndex >= 0 else { return }
    places[offset(call.waitingIndex)] = nil
    call.waitingIndex = -1
    count -= 1
    tidy()
  }

  mutating func popFirst() -> (any OutgoingCall)? {
    while let place = places.popFirst() {
      start += 1
      guard let call = place else { continue }
      call.waitingIndex = -1
      count -= 1
      return call
    }
    return nil
  }

  /// Those that wait, to look at.
  var all: [any OutgoingCall] { places.compactMap { $0 } }

  /// Places of calls that left are given up once they are most of all: a constant share of each
  /// call's coming and going.
  private mutating func tidy() {
    guard places.count > 2 * count + 32 else { return }
    let calls = all
    places.removeAll()
    count = 0
    for call in calls { append(call) }
  }

  private func offset(_ index: Int) -> CircularBuffer<(any OutgoingCall)?>.Index {
    places.index(places.startIndex, offsetBy: index - start)
  }
}
