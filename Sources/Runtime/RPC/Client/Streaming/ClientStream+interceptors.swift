extension ClientStream {
  /// Runs the call within `chain`, which reaches the network by calling its argument.
  func start(
    through chain: @escaping @Sendable ((Metadata) async throws -> Void) async throws -> Void
  ) {
    interception.begin()
    // Bounded by the call: `abandon` cancels it, and the end of the call lets it go on to its own.
    let task = Task {
      var failure: RPCError?
      do {
        try await chain { try await self.send($0) }
      } catch {
        failure = RPCError(from: error)
      }
      let thrown = failure
      self.run { self.interceptorsReturned(thrown) }
    }
    run { self.interception.began(task) }
  }

  /// Sends the call and waits for its end.
  private func send(_ metadata: Metadata) async throws {
    try await unsafe withUnsafeThrowingContinuation { continuation in
      run {
        unsafe self.interception.wait(continuation)
        self.head.metadata = metadata
        if self.machine.isOver {
          self.interception.callEnded(self.machine.outcome)
        } else {
          self.start()
        }
      }
    }
  }

  private func interceptorsReturned(_ error: RPCError?) {
    interception.returned(error)
    if machine.isOver { return wake() }
    abandon(
      error ?? .internal("an interceptor returned from \(head.method.path) without sending it")
    )
  }
}
