import CNGHTTP2

/// Header fields that never change, kept for the life of the process so that nghttp2 need not copy.
@safe package struct PreparedFields: @unchecked Sendable {
  // SAFETY: written once in `init`, never freed, only read afterwards.
  let list: UnsafeMutableBufferPointer<nghttp2_nv>

  package init(_ fields: KeyValuePairs<String, String>) {
    unsafe list = .allocate(capacity: fields.count)
    for (index, field) in fields.enumerated() {
      unsafe (list.baseAddress.unsafelyUnwrapped + index).initialize(
        to: nghttp2_nv(
          name: Self.immortal(field.key),
          value: Self.immortal(field.value),
          namelen: field.key.utf8.count,
          valuelen: field.value.utf8.count,
          flags: UInt8(NGHTTP2_NV_FLAG_NO_COPY_NAME.rawValue)
            | UInt8(NGHTTP2_NV_FLAG_NO_COPY_VALUE.rawValue)
        )
      )
    }
  }

  package static let none = PreparedFields([:])

  private static func immortal(_ text: String) -> UnsafeMutablePointer<UInt8> {
    let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(text.utf8.count, 1))
    _ = unsafe bytes.initialize(from: text.utf8)
    return unsafe bytes.baseAddress.unsafelyUnwrapped
  }

  /// Calls `body` with these fields followed by `more`; nghttp2 copies the latter.
  func withList<Result>(
    and more: HeaderFields?,
    _ body: (UnsafePointer<nghttp2_nv>?, Int) -> Result
  ) -> Result {
    guard let more, !more.isEmpty else {
      return unsafe body(UnsafePointer(list.baseAddress), list.count)
    }
    let count = unsafe list.count + more.fields.count
    return unsafe withUnsafeTemporaryAllocation(of: nghttp2_nv.self, capacity: count) { all in
      unsafe more.bytes.withUnsafeBufferPointer { bytes in
        // nghttp2 declares the pointers mutable and does not write through them.
        let base = unsafe UnsafeMutablePointer(mutating: bytes.baseAddress.unsafelyUnwrapped)
        var next = unsafe all.initialize(fromContentsOf: list)
        for field in more.fields {
          unsafe all.initializeElement(
            at: next,
            to: nghttp2_nv(
              name: base + field.name.lowerBound,
              value: base + field.value.lowerBound,
              namelen: field.name.count,
              valuelen: field.value.count,
              flags: 0
            )
          )
          next += 1
        }
        return unsafe body(UnsafePointer(all.baseAddress), count)
      }
    }
  }
}
