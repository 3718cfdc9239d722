import HTTP2

/// Header fields of gRPC over HTTP/2, known by token or prepared once.
enum WireFields {
  static let contentType = FieldNames.first
  static let te = FieldNames.first + 1
  static let timeout = FieldNames.first + 2
  static let encoding = FieldNames.first + 3
  static let acceptEncoding = FieldNames.first + 4
  static let status = FieldNames.first + 5
  static let message = FieldNames.first + 6
  static let details = FieldNames.first + 7
  /// Tokens below this one are the protocol's own and never metadata ("gRPC over HTTP2",
  /// Call-Definition).
  static let reservedEnd = FieldNames.first + 10

  static let names = FieldNames([
    "content-type", "te", "grpc-timeout", "grpc-encoding", "grpc-accept-encoding", "grpc-status",
    "grpc-message", "grpc-status-details-bin", "user-agent", "content-length",
  ])

  static let responseHead = PreparedFields([
    ":status": "200", "content-type": "application/grpc",
  ])
  private static let responseHeads = Compression.allCases.map { compression in
    PreparedFields([
      ":status": "200", "content-type": "application/grpc",
      "grpc-encoding": compression.name, "grpc-accept-encoding": Compression.Accepted.ours,
    ])
  }
  static let success = PreparedFields(["grpc-status": "0"])
  static let unsupportedMediaType = PreparedFields([":status": "415"])
  static let methodNotAllowed = PreparedFields([":status": "405", "allow": "POST"])

  /// The head of a response whose messages may be compressed, or whose request's were.
  ///
  /// "gRPC compression": the encoding a client used without an offer must be offered back.
  static func responseHead(_ response: Compression, request: Compression) -> PreparedFields {
    response == .identity && request == .identity
      ? responseHead : responseHeads[Int(response.rawValue)]
  }

  /// True for `application/grpc`, alone or with `+proto` or parameters.
  static func isContentType(_ list: HeaderFields, _ value: Range<Int>) -> Bool {
    guard list.starts(value, with: "application/grpc") else { return false }
    let rest = value.dropFirst("application/grpc".utf8.count)
    return rest.isEmpty || list.starts(rest, with: ";") || list.matches(rest, "+proto")
      || list.starts(rest, with: "+proto;")
  }
}
