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
  /// Tokens below this one are the protocol's own and never metadata.
  static let reservedEnd = FieldNames.first + 8

  static let names = FieldNames([
    "content-type", "te", "grpc-timeout", "grpc-encoding", "grpc-accept-encoding", "grpc-status",
    "grpc-message", "grpc-status-details-bin",
  ])

  static let responseHead = PreparedFields([
    ":status": "200", "content-type": "application/grpc",
  ])
  static let success = PreparedFields(["grpc-status": "0"])
  static let unsupportedMediaType = PreparedFields([":status": "415"])
  static let methodNotAllowed = PreparedFields([":status": "405", "allow": "POST"])

  /// True for `application/grpc`, alone or with `+proto` or parameters.
  static func isContentType(_ value: ArraySlice<UInt8>) -> Bool {
    guard value.starts(with: contentTypePrefix) else { return false }
    let rest = value.dropFirst(contentTypePrefix.count)
    return rest.isEmpty || rest.first == UInt8(ascii: ";") || rest.elementsEqual("+proto".utf8)
      || rest.starts(with: "+proto;".utf8)
  }

  private static let contentTypePrefix = Array("application/grpc".utf8)
}

extension HeaderFields {
  /// Adds metadata in its wire form.
  mutating func append(_ metadata: Metadata) {
    for entry in metadata.entries {
      let name = metadata.storage[entry.name]
      let value = metadata.storage[entry.value]
      if name.hasBinarySuffix { append(name, Base64.encode(value)) } else { append(name, value) }
    }
  }
}

extension RandomAccessCollection<UInt8> {
  /// The name says that the value is bytes.
  var hasBinarySuffix: Bool { count > 4 && suffix(4).elementsEqual("-bin".utf8) }
}

extension Metadata {
  /// Everything in a block that is not the protocol's own.
  init(_ block: HeaderFields) throws(RPCError) {
    self.init()
    for field in block.fields where field.token >= WireFields.reservedEnd {
      let name = block.bytes[field.name]
      let value = block.bytes[field.value]
      guard name.hasBinarySuffix else {
        appendEntry(name: name, value: value)
        continue
      }
      // Several binary values may share one line, separated by commas.
      for part in value.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
        guard let bytes = Base64.decode(part) else {
          throw .internal("the value of \(block.string(field.name)) is not base64")
        }
        appendEntry(name: name, value: bytes)
      }
    }
  }
}
