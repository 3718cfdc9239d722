import CNGHTTP2

// The graceful end of a connection.

extension Session {
  /// Asks the peer to open no further streams, without losing those already on their way.
  ///
  /// RFC 9113 §6.8: a first GOAWAY that promises everything, a round trip, then the true last id. Two
  /// round trips, as gRPC's C core sends the first acknowledgement ahead of requests that it began
  /// before it knew.
  package func shutDown() {
    guard shutdown == .none, let handle = unsafe handle else { return }
    shutdown = .noticed(0)
    if role == .server {
      unsafe nghttp2_submit_shutdown_notice(handle)
      unsafe nghttp2_submit_ping(handle, UInt8(NGHTTP2_FLAG_NONE.rawValue), nil)
    } else {
      sayGoAway()
    }
    wake()
  }

  /// A PING of ours has come back.
  func pingAcknowledged() {
    guard case .noticed(let trips) = shutdown else { return }
    guard trips == 0 else { return sayGoAway() }
    shutdown = .noticed(trips + 1)
    ping()
  }

  private func sayGoAway() {
    shutdown = .final
    unsafe nghttp2_submit_goaway(
      handle,
      UInt8(NGHTTP2_FLAG_NONE.rawValue),
      nghttp2_session_get_last_proc_stream_id(handle),
      ErrorCode.noError.rawValue,
      nil,
      0
    )
  }
}
