/// Tasks that wait for the same thing.
@safe struct Waiters<Value: Sendable> {
  // SAFETY: a continuation is resumed once, as it leaves the list.
  private var list: [UnsafeContinuation<Value, any Error>]

  init() { unsafe list = [] }

  var isEmpty: Bool { unsafe list.isEmpty }

  mutating func append(_ waiter: UnsafeContinuation<Value, any Error>) {
    unsafe list.append(waiter)
  }

  mutating func resume(with result: Result<Value, any Error>) {
    let waiting = unsafe list
    unsafe list = []
    unsafe waiting.forEach { unsafe $0.resume(with: result) }
  }
}
