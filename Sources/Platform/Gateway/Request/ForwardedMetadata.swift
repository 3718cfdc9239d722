import RPC

/// What of a request's header goes along with the call.
enum ForwardedMetadata {
  private static let fields: [RequestField] = [
    .authorization, .acceptLanguage, .traceParent, .traceState, .idempotencyKey,
  ]

  static func metadata(
    _ head: RequestHead,
    requestID: String
  ) throws(HTTPFailure) -> Metadata {
    var metadata = Metadata()
    metadata.append(RequestID.header, requestID)
    for field in fields {
      guard let value = head[field] else { continue }
      guard value.utf8.allSatisfy({ (0x20...0x7e).contains($0) }) else {
        throw .malformed("the header \(field.rawValue) may have visible ASCII alone")
      }
      metadata.append(field.rawValue, value)
    }
    return metadata
  }
}
