/// Why a call of a service of AWS failed, after all its tries.
///
/// What a caller must know is whether the request may have taken effect: only `unknownOutcome` and
/// `deadlineExceeded(mayHaveTakenEffect: true)` leave that open.
package enum AWSError: Error, Sendable, Equatable {
  /// The service refuses the request, and always would.
  case refused(ServiceError)
  /// Too many requests at once; nothing was done.
  case throttled(ServiceError)
  /// The service cannot be reached, or no credentials could be had; nothing was done.
  case unavailable(reason: String)
  /// A request was sent and failed, or got no whole answer.
  case unknownOutcome(reason: String)
  case deadlineExceeded(mayHaveTakenEffect: Bool)
}

/// An error as the service words it.
package struct ServiceError: Sendable, Equatable {
  package let status: Int
  /// The bare name, as in `ConditionalCheckFailedException`.
  package let code: String
  package let message: String
  /// The document of the error, where it is one.
  package let body: JSON?

  package init(status: Int, code: String, message: String, body: JSON? = nil) {
    self.status = status
    self.code = code
    self.message = message
    self.body = body
  }

  /// Reads the two forms that errors of JSON services come in.
  ///
  ///     {"__type": "com.amazonaws.dynamodb.v20120810#ThrottlingException", "message": "…"}
  ///     x-amzn-errortype: ValidationException:http://…
  init(_ response: AWSResponse) {
    // An error page of a proxy is no document, and says no more than its status.
    let body = try? JSON(parsing: response.body)
    let type = response[header: "x-amzn-errortype"] ?? body?["__type"]?.string ?? ""
    let name = type.prefix { $0 != ":" }
    status = response.status
    code = String(name.split(separator: "#").last ?? "")
    message = body?["message"]?.string ?? body?["Message"]?.string ?? ""
    self.body = body
  }
}

extension ServiceError: CustomStringConvertible {
  package var description: String { "\(status) \(code.isEmpty ? "without a name" : code)" }
}
