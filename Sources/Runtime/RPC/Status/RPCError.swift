import Protobuf

/// The only error that crosses the wire: a status, and what explains it.
///
/// `message` is for the caller and names what is wrong and with which value; `cause` stays in this
/// process, for its own logs.
package struct RPCError: Error, Sendable {
  package var code: StatusCode
  package var message: String
  package var details: [StatusDetail]
  /// Sent with the trailers; received trailers on the client.
  package var metadata: Metadata
  package var cause: (any Error)?

  package init(
    code: StatusCode,
    message: String,
    details: [StatusDetail] = [],
    metadata: Metadata = Metadata(),
    cause: (any Error)? = nil
  ) {
    self.code = code
    self.message = message
    self.details = details
    self.metadata = metadata
    self.cause = cause
  }
}

extension RPCError {
  /// The one place that turns an arbitrary error into a status.
  ///
  /// What is not an `RPCError` tells the caller nothing but UNKNOWN: its text may hold internals.
  package init(from error: any Error) {
    switch error {
    case let error as RPCError:
      self = error
    case let error as any RPCErrorConvertible:
      self = error.rpcError
    case let error as DecodeError:
      self.init(code: .invalidArgument, message: "malformed message: \(error)", cause: error)
    case is CancellationError:
      self.init(code: .cancelled, message: "the call was cancelled", cause: error)
    default:
      self.init(code: .unknown, message: "the service failed unexpectedly", cause: error)
    }
  }
}

/// An error of another module that knows its own status.
package protocol RPCErrorConvertible: Error {
  var rpcError: RPCError { get }
}

extension RPCError: CustomStringConvertible {
  package var description: String { "\(code.name): \(message)" }
}

// MARK: - The codes a service writes by hand

extension RPCError {
  package static func invalidArgument(field: String, _ message: String) -> RPCError {
    RPCError(
      code: .invalidArgument,
      message: "\(field): \(message)",
      details: [.badRequest(field: field, description: message)]
    )
  }

  package static func invalidArgument(
    _ message: String,
    details: [StatusDetail] = []
  ) -> RPCError {
    RPCError(code: .invalidArgument, message: message, details: details)
  }

  package static func notFound(_ message: String) -> RPCError {
    RPCError(code: .notFound, message: message)
  }

  package static func alreadyExists(_ message: String) -> RPCError {
    RPCError(code: .alreadyExists, message: message)
  }

  package static func permissionDenied(_ message: String) -> RPCError {
    RPCError(code: .permissionDenied, message: message)
  }

  package static func unauthenticated(_ message: String) -> RPCError {
    RPCError(code: .unauthenticated, message: message)
  }

  package static func failedPrecondition(
    _ message: String,
    details: [StatusDetail] = []
  ) -> RPCError {
    RPCError(code: .failedPrecondition, message: message, details: details)
  }

  package static func resourceExhausted(
    _ message: String,
    details: [StatusDetail] = []
  ) -> RPCError {
    RPCError(code: .resourceExhausted, message: message, details: details)
  }

  package static func aborted(_ message: String) -> RPCError {
    RPCError(code: .aborted, message: message)
  }

  package static func unimplemented(_ message: String) -> RPCError {
    RPCError(code: .unimplemented, message: message)
  }

  package static func unavailable(_ message: String, cause: (any Error)? = nil) -> RPCError {
    RPCError(code: .unavailable, message: message, cause: cause)
  }

  package static func `internal`(_ message: String, cause: (any Error)? = nil) -> RPCError {
    RPCError(code: .internal, message: message, cause: cause)
  }
}
