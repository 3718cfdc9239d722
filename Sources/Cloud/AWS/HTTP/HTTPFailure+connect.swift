import Glibc

extension HTTPFailure {
  /// Errors that only the making of a connection can have.
  static let connectCodes: Set<CInt> = [
    ECONNREFUSED, EHOSTUNREACH, ENETUNREACH, ENETDOWN, EADDRNOTAVAIL,
  ]
}
