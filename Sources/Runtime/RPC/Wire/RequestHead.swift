import HTTP2

/// What the head of a request means to gRPC.
struct RequestHead {
  /// How a request that is no call is turned away.
  enum Rejection: Error {
    /// Not gRPC at all: a plain HTTP answer.
    case http(PreparedFields)
    case status(RPCError)
  }

  let timeout: Duration?
  let metadata: Metadata

  init(_ head: HeaderFields) throws(Rejection) {
    guard Self.value(head, FieldNames.method).elementsEqual("POST".utf8) else {
      throw .http(WireFields.methodNotAllowed)
    }
    guard WireFields.isContentType(Self.value(head, WireFields.contentType)) else {
      throw .http(WireFields.unsupportedMediaType)
    }
    guard !head.isTruncated else {
      throw .status(.resourceExhausted("the metadata of the call is too large"))
    }
    let encoding = Self.value(head, WireFields.encoding)
    guard encoding.isEmpty || encoding.elementsEqual("identity".utf8) else {
      var error = RPCError.unimplemented(
        "grpc-encoding \(String(decoding: encoding, as: UTF8.self)) is not supported"
      )
      error.metadata.append("grpc-accept-encoding", "identity")
      throw .status(error)
    }
    self.timeout = try Self.timeout(head)
    do {
      self.metadata = try Metadata(head)
    } catch {
      throw .status(error)
    }
  }

  private static func timeout(_ head: HeaderFields) throws(Rejection) -> Duration? {
    guard let range = head.value(WireFields.timeout) else { return nil }
    guard let timeout = Timeout.parse(head.bytes[range]) else {
      throw .status(
        .invalidArgument("grpc-timeout: \"\(head.string(range))\" is not 1 to 8 digits and a unit")
      )
    }
    return timeout
  }

  private static func value(_ head: HeaderFields, _ token: UInt8) -> ArraySlice<UInt8> {
    head.value(token).map { head.bytes[$0] } ?? []
  }
}
