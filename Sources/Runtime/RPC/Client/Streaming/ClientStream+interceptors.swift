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
    try await send(metadata, on: box.actor)
  }

  private func send(_ metadata: Metadata, on actor: isolated LoopActor) async throws {
    interception.sent()
    head.metadata = metadata
    start()
    _ = try await wait(with: .readers, on: actor) {
      self.machine.outcome.map { outcome in outcome.mapError { $0 } }
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
