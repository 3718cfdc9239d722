import HTTP2

extension RPCError {
  /// Bytes of a message that is sent; a longer one is cut, since clients take 8 to 16 KiB of
  /// headers in all and answer more with a reset instead of this status.
  static let messageBytesMax = 1_024
  /// Bytes of details that are sent; larger ones are left out, for the same reason.
  static let detailBytesMax = 6_144

  /// The trailers that carry this status; `more` is what the handler added.
  func trailers(_ more: Metadata = Metadata()) -> HeaderFields {
    var sent = self
    sent.message = Self.cut(message)
    var fields = HeaderFields()
    fields.append("grpc-status", "\(code.rawValue)")
    if !message.isEmpty { fields.append("grpc-message", PercentEncoding.encode(sent.message)) }
    if !details.isEmpty {
      let bytes = StatusDetail.encode(sent)
      if bytes.count <= Self.detailBytesMax {
        fields.append("grpc-status-details-bin", Base64.encode(bytes))
      }
    }
    fields.append(metadata)
    fields.append(more)
    return fields
  }

  /// The status in received trailers; nil for OK.
  init?(trailers: HeaderFields) throws(RPCError) {
    guard let range = trailers.value(WireFields.status) else {
      throw .internal("the response has no grpc-status")
    }
    guard let number = UInt8(trailers.string(range)) else {
      throw .unknown("grpc-status is \"\(trailers.string(range))\", not a number")
    }
    guard number != 0 else { return nil }
    // A number from the future is UNKNOWN, as the specification asks.
    self.init(code: StatusCode(rawValue: number) ?? .unknown, message: "")
    if let range = trailers.value(WireFields.message) {
      message = PercentEncoding.decode(trailers.array(range))
    }
    if let range = trailers.value(WireFields.details),
      let bytes = Base64.decode(trailers.array(range))
    {
      details = StatusDetail.decode(bytes)
    }
    metadata = try Metadata(trailers)
  }

  /// The beginning of a text that is too long, whole scalars only, and a sign that there was more.
  private static func cut(_ message: String) -> String {
    guard message.utf8.count > messageBytesMax else { return message }
    var kept = String.UnicodeScalarView()
    var bytes = 0
    for scalar in message.unicodeScalars {
      bytes += UTF8.width(scalar)
      guard bytes <= messageBytesMax else { break }
      kept.append(scalar)
    }
    return String(kept) + "…"
  }

  static func unknown(_ message: String) -> RPCError {
    RPCError(code: .unknown, message: message)
  }
}
