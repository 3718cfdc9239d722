import HTTP2

/// What the head of a request means to gRPC.
///
/// Not copied: a call takes what it needs of it, and each copy would count references.
struct RequestHead: ~Copyable {
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

  init(_ head: borrowing HeaderFields) throws(Rejection) {
    let known = head.known
    guard head.matches(known[FieldNames.method], "POST") else {
      throw .http(WireFields.methodNotAllowed)
    }
    guard WireFields.isContentType(head, known[WireFields.contentType]) else {
      throw .http(WireFields.unsupportedMediaType)
    }
    guard !head.isTruncated else {
      throw .status(.resourceExhausted("the metadata of the call is too large"))
    }
    guard let compression = Compression(head, known[WireFields.encoding]) else {
      throw .status(.unsupported(encoding: head.string(known[WireFields.encoding])))
    }
    let timeout =
      known.has(WireFields.timeout) ? try Self.timeout(head, known[WireFields.timeout]) : nil
    let metadata = known.hasOthers ? try Self.metadata(head) : Metadata()
    let accepted = known[WireFields.acceptEncoding]
    path = known[FieldNames.path]
    self.timeout = timeout
    self.compression = compression
    acceptedCompressions = accepted.isEmpty ? [] : Compression.Accepted(head, accepted)
    self.metadata = metadata
  }

  private static func metadata(_ head: borrowing HeaderFields) throws(Rejection) -> Metadata {
    do throws(RPCError) { return try Metadata(head) } catch { throw .status(error) }
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
