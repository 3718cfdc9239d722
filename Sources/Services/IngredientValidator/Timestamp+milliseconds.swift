import Protobuf

extension Google_Protobuf_Timestamp {
  /// - Parameter milliseconds: since 1970, UTC.
  init(milliseconds: Int64) {
    let (seconds, rest) = milliseconds.quotientAndRemainder(dividingBy: 1_000)
    self.init(seconds: seconds, nanos: Int32(rest) * 1_000_000)
  }
}
