import HTTP2

/// The head of a response, checked; the same for every kind of call.
struct ResponseHead {
  let metadata: Metadata
  /// How the messages may be compressed.
  let compression: Compression

  /// True for Trailers-Only: the head carries the status and is the end.
  static func isEnd(_ head: HeaderFields) -> Bool {
    head.value(WireFields.status) != nil
  }

  /// Throws what the call ends with when this is no answer of gRPC.
  init(_ head: HeaderFields) throws(RPCError) {
    let status = head.value(FieldNames.status).map(head.string) ?? ""
    guard status == "200" else { throw Self.httpError(status) }
    guard let contentType = head.value(WireFields.contentType) else {
      throw .unknown("the answer has no content-type, where application/grpc is due")
    }
    guard WireFields.isContentType(head, contentType) else {
      throw .unknown("the answer is \(head.string(contentType)), not application/grpc")
    }
    let encoding = head.value(WireFields.encoding) ?? 0..<0
    // "gRPC compression": what the client did not offer is INTERNAL.
    guard let compression = Compression(head, encoding) else {
      throw .internal(
        "the answer is encoded as \(head.string(encoding)); offered was \(Compression.Accepted.ours)"
      )
    }
    self.compression = compression
    metadata = try Metadata(head)
  }

  // https://github.com/grpc/grpc/blob/master/doc/http-grpc-status-mapping.md
  private static func httpError(_ status: String) -> RPCError {
    let code: StatusCode =
      switch status {
      case "400": .internal
      case "401": .unauthenticated
      case "403": .permissionDenied
      case "404": .unimplemented
      case "429", "502", "503", "504": .unavailable
      default: .unknown
      }
    return RPCError(code: code, message: "the answer is HTTP status \(status)")
  }
}
