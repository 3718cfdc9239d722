import RPC

/// What of a request's header goes along with the call.
enum ForwardedMetadata {
  private static let fields: [RequestField] = [
    .authorization, .acceptLanguage, .traceParent, .traceState, .idempotencyKey,
  ]

  static func metadata(
    _ head: RequestHead,
    requestID: String
  ) -> Metadata {
    var metadata = Metadata()
    metadata.append(RequestID.header, requestID)
    for field in fields {
      guard let value = head[field] else { continue }
      metadata.append(field.rawValue, value)
    }
    return metadata
  }
}
