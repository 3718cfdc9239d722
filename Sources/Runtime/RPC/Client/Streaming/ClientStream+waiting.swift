extension ClientStream {
  /// Whom news concerns.
  enum Side { case readers, writers }

  /// Waits on the loop until `look` finds something.
  ///
  /// A cancelled task cancels the call.
  func wait<Value: Sendable>(
    with side: Side,
    on actor: isolated LoopActor,
    until look: @Sendable () -> Result<Value, any Error>?
  ) async throws -> Value {
    try await untilCancelled(isolation: actor) {
      while true {
        if let result = look() { return try result.get() }
        let waiter = Waiter()
        switch side {
        case .readers: readers.append(waiter)
        case .writers: writers.append(waiter)
        }
        await waiter.wait(on: actor)
      }
    } onCancel: {
      cancel()
    }
  }

  /// Lets those that wait look again.
  func wakeReaders() {
    let waiting = readers
    readers = []
    for waiter in waiting { loop.wake(waiter) }
  }

  func wakeWriters() {
    guard !writers.isEmpty, writeResult != nil else { return }
    let waiting = writers
    writers = []
    for waiter in waiting { loop.wake(waiter) }
  }
}
