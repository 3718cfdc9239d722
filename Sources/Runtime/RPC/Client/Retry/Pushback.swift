/// What a server that failed a call says about sending it again: `grpc-retry-pushback-ms`.
enum Pushback: Equatable {
  case none
  case after(Duration)
  /// A negative number, or what is no number.
  case never

  private static let header = "grpc-retry-pushback-ms"

  init(_ error: RPCError) {
    guard let text = error.metadata[Self.header] else {
      self = .none
      return
    }
    guard let milliseconds = Int32(text), milliseconds >= 0 else {
      self = .never
      return
    }
    self = .after(.milliseconds(milliseconds))
  }
}
