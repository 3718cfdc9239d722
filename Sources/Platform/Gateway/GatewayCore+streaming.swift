import NIOCore
import RPC

extension GatewayCore {
  /// Makes the call of a route that answers a stream, and hands over each message as it comes.
  ///
  /// Reads no further than the client takes: a service that sends faster waits, message by message.
  /// Throws what goes wrong before the first message; an error behind it becomes the last part,
  /// since the status is sent, and is answered for the record.
  func stream(
    _ route: Route,
    _ admission: Admission,
    body: [UInt8],
    requestID: String,
    to answer: any StreamedAnswer
  ) async throws(HTTPFailure) -> RPCError? {
    guard load.beginCall(limit: limits.runningCallsMax) else {
      throw .overloaded("the gateway is at its limit of calls")
    }
    defer { load.endCall() }
    let format = StreamFormat(accepting: admission.head[.accept])
    var hasBegun = false
    do {
      let (request, options) = try await self.request(route, admission, body, requestID)
      let call = route.upstream.open(
        route.descriptor,
        sending: OutgoingMessage(copying: request),
        options: options
      )
      while let message = try await call.next() {
        let json = try transcoder.json(wire: Array(message.readableBytesView), of: route)
        if !hasBegun { answer.begin(GatewayResponse(streaming: format)) }
        hasBegun = true
        try await answer.write(format.message(json))
      }
      if !hasBegun { answer.begin(GatewayResponse(streaming: format)) }
      return nil
    } catch {
      let failure = Self.failure(error, of: route)
      guard hasBegun else { throw failure }
      let body = ErrorBody.json(failure.error, status: failure.status, requestID: requestID)
      // A client that is gone is not told why.
      try? await answer.write(format.failure(body.bytes))
      return failure.error
    }
  }
}

/// Where a streamed answer goes: an HTTP/1.1 connection, or a stream of HTTP/2.
///
/// Confined to the event loop of its connection.
protocol StreamedAnswer: AnyObject {
  /// Sends the head.
  func begin(_ head: GatewayResponse)
  /// Sends a part, and waits while the client has too much of what was sent before to read.
  ///
  /// Throws when the client is gone.
  func write(_ part: [UInt8]) async throws
}
