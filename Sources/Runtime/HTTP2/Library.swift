import CNGHTTP2

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The nghttp2 that this process runs with.
package enum Library {
  /// A sentence for the log when the library is known to lack fixes for attacks; nil when it is fine.
  ///
  /// Debian keeps version 1.52.0 and adds fixes under new symbols, so the symbols are asked, not the
  /// number: CVE-2023-44487 (rapid reset) and CVE-2024-28182 (CONTINUATION flood).
  package static let warning: String? = {
    let fixes = [
      "nghttp2_option_set_stream_reset_rate_limit", "nghttp2_option_set_max_continuations",
    ]
    let missing = fixes.filter { name in
      unsafe dlsym(UnsafeMutableRawPointer(bitPattern: 0), name) == nil
    }
    guard !missing.isEmpty else { return nil }
    return "nghttp2 \(version) lacks security fixes (\(missing.joined(separator: ", "))); "
      + "install libnghttp2-14 1.52.0-1+deb12u2 or later"
  }()

  package static var version: String {
    guard let info = unsafe nghttp2_version(0) else { return "unknown" }
    return unsafe String(cString: info.pointee.version_str)
  }

  static func explain(_ code: Int) -> String {
    unsafe String(cString: nghttp2_strerror(Int32(truncatingIfNeeded: code)))
  }

  static func options(_ limits: SessionLimits) -> OpaquePointer? {
    var option: OpaquePointer?
    unsafe nghttp2_option_new(&option)
    unsafe nghttp2_option_set_no_auto_window_update(option, 1)
    unsafe nghttp2_option_set_no_closed_streams(option, 1)
    unsafe nghttp2_option_set_max_continuations(option, limits.continuationsMax)
    unsafe nghttp2_option_set_max_outbound_ack(option, limits.queuedFramesMax * 4)
    unsafe nghttp2_option_set_stream_reset_rate_limit(option, 1_000, 100)
    return unsafe option
  }

  // SAFETY: built once, then only read.
  nonisolated(unsafe) static let callbacks: OpaquePointer? = {
    var callbacks: OpaquePointer?
    unsafe nghttp2_session_callbacks_new(&callbacks)
    unsafe nghttp2_session_callbacks_set_on_begin_frame_callback(callbacks, onBeginFrame)
    unsafe nghttp2_session_callbacks_set_on_begin_headers_callback(callbacks, onBeginHeaders)
    unsafe nghttp2_session_callbacks_set_on_header_callback(callbacks, onHeader)
    unsafe nghttp2_session_callbacks_set_on_data_chunk_recv_callback(callbacks, onData)
    unsafe nghttp2_session_callbacks_set_on_frame_recv_callback(callbacks, onFrame)
    unsafe nghttp2_session_callbacks_set_on_stream_close_callback(callbacks, onStreamClose)
    unsafe nghttp2_session_callbacks_set_on_frame_send_callback(callbacks, onFrameSent)
    unsafe nghttp2_session_callbacks_set_on_frame_not_send_callback(callbacks, onFrameNotSent)
    return unsafe callbacks
  }()
}
