import CNGHTTP2

// The C side of a session: each callback finds its session or stream and says what happened.

/// Runs `body` with the session, without counting a reference: this happens for every field.
private func with<Value>(_ user: UnsafeMutableRawPointer?, _ body: (Session) -> Value) -> Value {
  // SAFETY: nghttp2 hands back the pointer given at creation; a session deletes its handle first.
  unsafe Unmanaged<Session>.fromOpaque(user.unsafelyUnwrapped)._withUnsafeGuaranteedRef(body)
}

/// The stream nghttp2 keeps beside an id; nil for ids it does not know or we have let go.
func stream(_ handle: OpaquePointer?, _ id: Int32) -> Stream? {
  guard let user = unsafe nghttp2_session_get_stream_user_data(handle, id) else { return nil }
  // SAFETY: the session holds every stream until its close callback, which clears the pointer.
  return unsafe Unmanaged<Stream>.fromOpaque(user).takeUnretainedValue()
}

/// The same for a look at it, without counting a reference: several times for every call.
@inline(__always) @discardableResult
func withStream<Value>(
  _ handle: OpaquePointer?,
  _ id: Int32,
  _ body: (Stream) -> Value
) -> Value? {
  guard let user = unsafe nghttp2_session_get_stream_user_data(handle, id) else { return nil }
  // SAFETY: as above; nghttp2 closes streams by the close callback alone, in no other's midst.
  return unsafe Unmanaged<Stream>.fromOpaque(user)._withUnsafeGuaranteedRef(body)
}

let onBeginFrame: nghttp2_on_begin_frame_callback = { _, header, user in
  unsafe with(user) { unsafe $0.beginFrame(header.unsafelyUnwrapped.pointee) }
}

let onBeginHeaders: nghttp2_on_begin_headers_callback = { _, frame, user in
  unsafe with(user) { unsafe $0.beginHeaders(frame.unsafelyUnwrapped) }
}

let onHeader: nghttp2_on_header_callback = { _, _, name, nameLength, value, valueLength, _, user in
  unsafe with(user) { session in
    unsafe session.receiveField(
      UnsafeRawBufferPointer(start: name, count: nameLength),
      UnsafeRawBufferPointer(start: value, count: valueLength)
    )
  }
}

let onData: nghttp2_on_data_chunk_recv_callback = { handle, flags, id, data, count, user in
  unsafe with(user) { session in
    let bytes = unsafe UnsafeRawBufferPointer(start: data, count: count)
    let taken: Void? = unsafe withStream(handle, id) { stream in
      stream.isEnding = flags & UInt8(NGHTTP2_FLAG_END_STREAM.rawValue) != 0
      unsafe session.receiveData(stream, bytes)
    }
    if taken == nil { session.dropData(count) }
  }
  return 0
}

let onFrame: nghttp2_on_frame_recv_callback = { _, frame, user in
  unsafe with(user) { unsafe $0.receiveFrame(frame.unsafelyUnwrapped) }
}

let onStreamClose: nghttp2_on_stream_close_callback = { handle, id, code, user in
  guard let stream = unsafe stream(handle, id) else { return 0 }
  unsafe with(user) { $0.streamClosed(stream, ErrorCode(rawValue: code)) }
  return 0
}

let onFrameSent: nghttp2_on_frame_send_callback = { _, frame, user in
  unsafe with(user) { unsafe $0.frameSent(frame.unsafelyUnwrapped) }
}

let onFrameNotSent: nghttp2_on_frame_not_send_callback = { _, frame, _, user in
  unsafe with(user) { unsafe $0.frameNotSent(frame.unsafelyUnwrapped) }
  return 0
}

/// Where the body of a stream's message is read from.
func bodyProvider(_ stream: Stream) -> nghttp2_data_provider {
  unsafe nghttp2_data_provider(
    source: nghttp2_data_source(ptr: Unmanaged.passUnretained(stream).toOpaque()),
    read_callback: readBody
  )
}

private let readBody: nghttp2_data_source_read_callback = {
  handle,
  _,
  buffer,
  length,
  flags,
  source,
  _ in
  // SAFETY: as in `stream`; nghttp2 reads no body of a closed stream.
  let target = unsafe UnsafeMutableRawBufferPointer(start: buffer, count: length)
  return unsafe Unmanaged<Stream>.fromOpaque(source.unsafelyUnwrapped.pointee.ptr)
    ._withUnsafeGuaranteedRef { unsafe $0.readBody(into: target, flags, handle) }
}

/// Frame types by their number on the wire.
enum FrameType {
  static let data = UInt8(NGHTTP2_DATA.rawValue)
  static let headers = UInt8(NGHTTP2_HEADERS.rawValue)
  static let priority = UInt8(NGHTTP2_PRIORITY.rawValue)
  static let reset = UInt8(NGHTTP2_RST_STREAM.rawValue)
  static let settings = UInt8(NGHTTP2_SETTINGS.rawValue)
  static let ping = UInt8(NGHTTP2_PING.rawValue)
  static let goAway = UInt8(NGHTTP2_GOAWAY.rawValue)
  static let continuation = UInt8(NGHTTP2_CONTINUATION.rawValue)
  static let windowUpdate = UInt8(NGHTTP2_WINDOW_UPDATE.rawValue)
}
