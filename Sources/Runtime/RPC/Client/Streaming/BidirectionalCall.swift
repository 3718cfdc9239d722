package import Protobuf

/// Messages in both directions, each at its own pace.
///
///     let call = client.chat()
///     try await call.write(question)
///     for try await answer in call.responses { ... }
///
/// To let go of the call and its responses, or to cancel a task that waits for it, cancels it.
package struct BidirectionalCall<Request: Message, Answer: Message>: Sendable {
  @usableFromInline let call: RawCall
  /// What the server answers; its end is the end of the call.
  package let responses: ResponseStream<Answer>

  @usableFromInline
  init(_ call: RawCall) {
    self.call = call
    self.responses = ResponseStream(call)
  }

  /// Sends a message; waits while the server does not take what was sent before.
  ///
  /// False when the server has ended the call with OK and takes nothing more. Throws the status when
  /// it ended the call otherwise.
  /// With `compressed` false it goes as it is, whatever `CallOptions.compression` says.
  @inlinable
  @discardableResult
  package func write(_ request: Request, compressed: Bool = true) async throws -> Bool {
    try await call.write(OutgoingMessage(encoding: request), compressed: compressed)
  }

  /// Nothing more will be sent.
  package func finish() { call.finish() }

  /// Headers of the response, as soon as they are there.
  package var metadata: Metadata {
    get async throws { try await call.metadata() }
  }

  /// What the server said at the end; read the responses before it.
  package var trailingMetadata: Metadata {
    get async throws { try await call.trailingMetadata() }
  }

  /// Ends the call: whoever waits for it gets CANCELLED.
  package func cancel() { call.cancel() }
}
