import RPC

/// An answer, before a protocol frames it.
struct GatewayResponse: Sendable {
  struct Header: Sendable, Equatable {
    /// In lowercase.
    let name: String
    let value: String

    init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  var status: Int
  var headers: [Header]
  var body: [UInt8]
  /// The body is a stream, whose length nobody knows yet.
  var isStreamed = false
  /// What went wrong, for logs.
  var error: RPCError?

  init(status: Int, headers: [Header] = [], body: [UInt8] = [], error: RPCError? = nil) {
    self.status = status
    self.headers = headers
    self.body = body
    self.error = error
  }

  /// JSON with a status.
  init(status: Int, json: [UInt8]) {
    self.init(
      status: status,
      headers: [Header("content-type", "application/json")],
      // RFC 9110 §15.3.5: 204 has no body.
      body: status == 204 ? [] : json
    )
  }

  /// The head of a stream.
  init(streaming format: StreamFormat) {
    self.init(status: 200, headers: [Header("content-type", format.mediaType)])
    isStreamed = true
  }

  /// The first value of a header.
  subscript(name: String) -> String? { headers.first { $0.name == name }?.value }
}

extension GatewayResponse {
  /// The one shape of errors.
  init(_ failure: HTTPFailure, requestID: String, hadToken: Bool) {
    self.init(
      status: failure.status,
      json: ErrorBody.json(failure.error, status: failure.status, requestID: requestID).bytes
    )
    headers += failure.headers
    error = failure.error
    if failure.status == 401 {
      // RFC 6750 §3: a stranger gets the bare challenge, a bad token the reason.
      headers.append(
        Header("www-authenticate", hadToken ? "Bearer error=\"invalid_token\"" : "Bearer")
      )
    }
    for case .retryInfo(let delay) in failure.error.details {
      headers.append(Header("retry-after", String(delay.secondsRoundedUp)))
      break
    }
  }
}

extension Duration {
  fileprivate var secondsRoundedUp: Int64 {
    let (seconds, attoseconds) = components
    return max(0, attoseconds > 0 ? seconds + 1 : seconds)
  }
}
