#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension String {
  /// The text that `bytes` are in UTF-8; nil when they are not.
  ///
  /// Repairing is what the standard library does fastest; the bytes then tell whether it had to.
  @inlinable
  package init?(utf8 bytes: UnsafeBufferPointer<UInt8>) {
    var text = unsafe String(decoding: bytes, as: UTF8.self)
    let isSame = text.withUTF8 { unsafe areEqual($0, bytes) }
    guard isSame else { return nil }
    self = text
  }

  /// The text that `bytes` are in UTF-8; nil when they are not.
  package init?(utf8 bytes: ArraySlice<UInt8>) {
    let text = unsafe bytes.withUnsafeBufferPointer { unsafe String(utf8: $0) }
    guard let text else { return nil }
    self = text
  }
}

@usableFromInline
func areEqual(_ first: UnsafeBufferPointer<UInt8>, _ second: UnsafeBufferPointer<UInt8>) -> Bool {
  guard first.count == second.count else { return false }
  guard let left = first.baseAddress, let right = second.baseAddress else { return true }
  return unsafe memcmp(left, right, first.count) == 0
}
