import HTTP2

extension RPCError {
  /// The trailers that carry this status; `more` is what the handler added.
  func trailers(_ more: Metadata = Metadata()) -> HeaderFields {
    var fields = HeaderFields()
    fields.append("grpc-status", "\(code.rawValue)")
    if !message.isEmpty { fields.append("grpc-message", PercentEncoding.encode(message)) }
    if !details.isEmpty {
      fields.append("grpc-status-details-bin", Base64.encode(StatusDetail.encode(self)))
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

  static func unknown(_ message: String) -> RPCError {
    RPCError(code: .unknown, message: message)
  }
}
