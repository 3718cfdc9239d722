/// What becomes of one request on its way to the service.
package enum Fault: Sendable, Equatable {
  case none
  /// Answered with an error before the service sees it.
  case refused(status: Int, code: String)
  /// Answered with success and this document; the service does not see it.
  case answered([UInt8])
  /// The connection is closed; the service sees the request or does not.
  case dropped(isDone: Bool)
  /// Nothing is answered; the service sees the request or does not.
  case silent(isDone: Bool)
  /// The service answers, and half of it arrives.
  case cutOff
  /// The service does it, and an error is answered.
  case failed(status: Int)
}

/// A request that has arrived.
package struct SeenRequest: Sendable {
  /// The last part of `x-amz-target`, as in `GetItem`.
  package let operation: String
  package let authorization: String
  package let body: [UInt8]
}
