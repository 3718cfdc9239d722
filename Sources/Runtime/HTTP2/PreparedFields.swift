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
    let count = unsafe list.count + more.count
    return unsafe withUnsafeTemporaryAllocation(of: nghttp2_nv.self, capacity: count) { all in
      var next = unsafe all.initialize(fromContentsOf: list)
      for field in more.fields {
        unsafe all.initializeElement(at: next, to: Self.pair(more, field))
        next += 1
      }
      return withExtendedLifetime(more) {
        unsafe body(UnsafePointer(all.baseAddress), count)
      }
    }
  }

  private static func pair(_ list: HeaderFields, _ field: HeaderFields.Field) -> nghttp2_nv {
    // nghttp2 declares the pointers mutable and does not write through them.
    unsafe nghttp2_nv(
      name: mutable(list.bytes(field.name)),
      value: mutable(list.bytes(field.value)),
      namelen: field.name.count,
      valuelen: field.value.count,
      flags: 0
    )
  }

  private static func mutable(_ bytes: UnsafeRawBufferPointer) -> UnsafeMutablePointer<UInt8>? {
    unsafe UnsafeMutablePointer(mutating: bytes.baseAddress?.assumingMemoryBound(to: UInt8.self))
  }
}
