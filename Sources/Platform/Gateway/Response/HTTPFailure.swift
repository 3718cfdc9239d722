import RPC

/// A request that ends in an error: the status, and what HTTP adds to it.
struct HTTPFailure: Error, Sendable {
  let status: Int
  let error: RPCError
  var headers: [GatewayResponse.Header] = []

  /// An error of a call: its code decides.
  init(_ error: RPCError) {
    self.init(error.code.httpStatus, error)
  }

  private init(_ status: Int, _ error: RPCError, headers: [GatewayResponse.Header] = []) {
    self.status = status
    self.error = error
    self.headers = headers
  }
}

/// What goes wrong before there is a call; HTTP has finer words for it than a status has.
extension HTTPFailure {
  static func malformed(_ message: String) -> HTTPFailure {
    HTTPFailure(.invalidArgument(message))
  }

  static func noRoute(_ method: String, _ path: ArraySlice<UInt8>) -> HTTPFailure {
    let path = String(decoding: path.prefix(200), as: UTF8.self)
    return HTTPFailure(.notFound("no route for \(method) \(path)"))
  }

  static func wrongMethod(_ method: String, allowed: String) -> HTTPFailure {
    HTTPFailure(
      405,
      .unimplemented("\(method) is not possible here; possible: \(allowed)"),
      headers: [.init("allow", allowed)]
    )
  }

  static func bodyTooSlow(seconds: Int) -> HTTPFailure {
    HTTPFailure(
      408,
      RPCError(code: .deadlineExceeded, message: "the body was not complete within \(seconds) s")
    )
  }

  static func bodyTooLarge(limit: Int) -> HTTPFailure {
    HTTPFailure(413, .invalidArgument("the body is larger than \(limit) bytes"))
  }

  static func targetTooLong(limit: Int) -> HTTPFailure {
    HTTPFailure(414, .invalidArgument("path and query are longer than \(limit) bytes"))
  }

  static func wrongType(_ message: String) -> HTTPFailure {
    HTTPFailure(415, .invalidArgument(message))
  }

  static func unknownExpectation(_ expectation: String) -> HTTPFailure {
    HTTPFailure(417, .invalidArgument("cannot meet the expectation \"\(expectation)\""))
  }

  static func headersTooLarge(limit: Int) -> HTTPFailure {
    HTTPFailure(431, .invalidArgument("the header fields are larger than \(limit) bytes"))
  }

  static func overloaded(_ what: String) -> HTTPFailure {
    HTTPFailure(
      RPCError(code: .unavailable, message: what, details: [.retryInfo(delay: .seconds(1))])
    )
  }
}
