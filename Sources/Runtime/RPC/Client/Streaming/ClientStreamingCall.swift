package import Protobuf

/// Many messages to a server that answers with one.
///
///     let call = client.put()
///     for note in notes { try await call.write(note) }
///     let answer = try await call.response()
///
/// To let go of the call, or to cancel a task that waits for it, cancels it.
package struct ClientStreamingCall<Request: Message, Answer: Message>: Sendable {
  @usableFromInline let call: RawCall

  @usableFromInline
  init(_ call: RawCall) {
    self.call = call
  }

  /// Sends a message; waits while the server does not take what was sent before.
  ///
  /// False when the server has answered already and takes nothing more. Throws the status when it
  /// ended the call otherwise.
  /// With `compressed` false it goes as it is, whatever `CallOptions.compression` says.
  @inlinable
  @discardableResult
  package func write(_ request: Request, compressed: Bool = true) async throws -> Bool {
    try await call.write(OutgoingMessage(encoding: request), compressed: compressed)
  }

  /// Nothing more will be sent; needed only to say so before `response` is asked for.
  package func finish() { call.finish() }

  /// Finishes, and waits for the answer; asked for once.
  @inlinable
  package func response() async throws -> Answer {
    call.finish()
    return try await call.only(Answer.self)
  }

  /// Headers of the response, as soon as they are there.
  package var metadata: Metadata {
    get async throws { try await call.metadata() }
  }

  /// What the server said at the end.
  package var trailingMetadata: Metadata {
    get async throws { try await call.trailingMetadata() }
  }

  /// Ends the call: whoever waits for it gets CANCELLED.
  package func cancel() { call.cancel() }
}
