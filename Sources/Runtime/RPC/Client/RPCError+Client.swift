extension RPCError {
  static let cancelledByCaller = RPCError(
    code: .cancelled,
    message: "the caller cancelled the call"
  )

  static func deadlineExceeded(before stage: String) -> RPCError {
    RPCError(code: .deadlineExceeded, message: "the deadline passed before \(stage)")
  }

  /// Says how far the call came: `connection` is the one its stream is open on.
  static func deadlineExceeded(
    _ connection: ClientConnection?,
    _ target: Target
  ) -> RPCError {
    guard let connection else {
      return .deadlineExceeded(before: "a connection to \(target) was made")
    }
    return .deadlineExceeded(before: "\(connection.description) answered")
  }
}

extension Result where Failure == RPCError {
  var code: StatusCode {
    switch self {
    case .success: .ok
    case .failure(let error): error.code
    }
  }
}
