import AsyncHTTPClient
import NIOCore
import NIOPosix

/// How an exchange failed, in the one respect that counts: whether the request may have arrived.
enum HTTPFailure: Error, Sendable, Equatable {
  /// No byte of it left: there was no connection.
  case notSent(reason: String)
  /// The connection broke, or the answer was no HTTP.
  case broken(reason: String)
  /// Its time was over before the answer was whole.
  case timedOut
  /// The task that waits for it was cancelled.
  case cancelled
}

extension HTTPFailure {
  /// What is not known to have happened before the first byte counts as sent.
  init(_ error: any Error) {
    switch error {
    case is CancellationError: self = .cancelled
    case let error as HTTPClientError: self.init(error)
    case is NIOConnectionError: self = .notSent(reason: "no connection")
    case let error as IOError where Self.connectCodes.contains(error.errnoCode):
      self = .notSent(reason: error.description)
    default: self = .broken(reason: String(describing: error))
    }
  }

  private init(_ error: HTTPClientError) {
    switch error {
    case .cancelled: self = .cancelled
    case .deadlineExceeded, .readTimeout, .writeTimeout: self = .timedOut
    case .connectTimeout, .getConnectionFromPoolTimeout, .tlsHandshakeTimeout,
      .alreadyShutdown:
      self = .notSent(reason: error.shortDescription)
    default: self = .broken(reason: error.shortDescription)
    }
  }
}
