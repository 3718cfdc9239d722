import CNGHTTP2

extension Stream {
  /// Hands nghttp2 the next bytes of the body, and the trailers behind the last.
  ///
  /// - Returns: how many bytes were written, or `NGHTTP2_ERR_DEFERRED` when none are there yet.
  func readBody(
    into target: UnsafeMutableRawBufferPointer,
    _ flags: UnsafeMutablePointer<UInt32>?,
    _ handle: OpaquePointer?
  ) -> Int {
    let copied = unsafe outgoing.copy(into: target)
    withSession { $0.holding.add(-copied) }
    guard outgoing.isEmpty else { return copied }
    switch outgoing.end {
    case .plain:
      unsafe flags.unsafelyUnwrapped.pointee |= NGHTTP2_DATA_FLAG_EOF.rawValue
    case .trailers(let trailers, let more):
      unsafe flags.unsafelyUnwrapped.pointee |=
        NGHTTP2_DATA_FLAG_EOF.rawValue | NGHTTP2_DATA_FLAG_NO_END_STREAM.rawValue
      _ = unsafe trailers.withList(and: more) { list, count in
        unsafe nghttp2_submit_trailer(handle, id, list, count)
      }
    case nil where copied == 0:
      outgoing.isDeferred = true
      handler?.bodyDrained()
      return Int(NGHTTP2_ERR_DEFERRED.rawValue)
    case nil:
      break
    }
    return copied
  }
}
