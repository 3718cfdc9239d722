import HTTP2

/// What the head of a request means to gRPC.
struct RequestHead {
  /// How a request that is no call is turned away.
  enum Rejection: Error {
    /// Not gRPC at all: a plain HTTP answer.
    case http(PreparedFields)
    case status(RPCError)
  }

  /// Where the path lies in the block.
  let path: Range<Int>
  let timeout: Duration?
  /// How the messages of the request may be compressed: for their `MessageDeframer`.
  let compression: Compression
  /// How those of the response may be; empty when the client said nothing.
  let acceptedCompressions: Compression.Accepted
  let metadata: Metadata

  init(_ head: HeaderFields) throws(Rejection) {
    let places = Places(head)
    guard head.matches(places.method, "POST") else { throw .http(WireFields.methodNotAllowed) }
    guard WireFields.isContentType(head, places.contentType) else {
      throw .http(WireFields.unsupportedMediaType)
    }
    guard !head.isTruncated else {
      throw .status(.resourceExhausted("the metadata of the call is too large"))
    }
    guard let compression = Compression(head, places.encoding) else {
      throw .status(.unsupported(encoding: head.string(places.encoding)))
    }
    self.compression = compression
    acceptedCompressions =
      places.acceptEncoding.isEmpty ? [] : Compression.Accepted(head, places.acceptEncoding)
    path = places.path
    timeout = try places.timeout.map { (range) throws(Rejection) in try Self.timeout(head, range) }
    guard places.hasMetadata else {
      metadata = Metadata()
      return
    }
    do {
      metadata = try Metadata(head)
    } catch {
      throw .status(error)
    }
  }

  /// Where the protocol's own fields lie, found in one pass.
  private struct Places {
    var method = 0..<0
    var path = 0..<0
    var contentType = 0..<0
    var encoding = 0..<0
    var acceptEncoding = 0..<0
    var timeout: Range<Int>?
    var hasMetadata = false

    init(_ head: HeaderFields) {
      var place = 0
      while let field = head.field(after: &place) {
        switch field.token {
        case FieldNames.method: method = field.value
        case FieldNames.path: path = field.value
        case WireFields.contentType: contentType = field.value
        case WireFields.encoding: encoding = field.value
        case WireFields.acceptEncoding: acceptEncoding = field.value
        case WireFields.timeout: timeout = field.value
        case WireFields.reservedEnd...: hasMetadata = true
        default: break
        }
      }
    }
  }

  private static func timeout(
    _ head: HeaderFields,
    _ range: Range<Int>
  ) throws(Rejection) -> Duration {
    guard let timeout = Timeout.parse(head.array(range)) else {
      throw .status(
        .invalidArgument(
          "grpc-timeout: \"\(head.string(range))\" is not 1 to 8 digits and a unit"
        )
      )
    }
    return timeout
  }
}

extension RPCError {
  fileprivate static func unsupported(encoding: String) -> RPCError {
    RPCError(
      code: .unimplemented,
      message: "grpc-encoding \(encoding) is not supported, only \(Compression.Accepted.ours)",
      metadata: ["grpc-accept-encoding": Compression.Accepted.ours]
    )
  }
}
