package import RPC

/// How many entries a list answers at once.
package enum PageSize {
  package static let standard = 20
  package static let max = 100

  /// 0 means the standard size; a larger one than the maximum is cut to it.
  ///
  /// - Throws: INVALID_ARGUMENT for a negative one.
  package static func resolve(_ requested: Int32) throws(RPCError) -> Int {
    guard requested >= 0 else {
      throw .invalidArgument(field: "page_size", "must not be negative")
    }
    return requested == 0 ? standard : min(Int(requested), max)
  }
}
