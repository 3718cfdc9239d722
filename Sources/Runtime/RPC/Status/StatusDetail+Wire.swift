import Protobuf

// Between an error and its `google.rpc.Status`.

extension StatusDetail {
  /// The `google.rpc.Status` that carries an error's details.
  static func encode(_ error: RPCError) -> [UInt8] {
    Google_Rpc_Status(
      code: Int32(error.code.rawValue),
      message: error.message,
      details: error.details.map(\.any)
    ).encoded()
  }

  /// The details inside a `google.rpc.Status`; none when the bytes are not one.
  static func decode(_ status: [UInt8]) -> [StatusDetail] {
    // A broken annex must not hide the status it belongs to.
    (try? Google_Rpc_Status(decoding: status))?.details.map { StatusDetail(any: $0) } ?? []
  }

  private static let hostOfTypes = "type.googleapis.com/"

  private var any: Google_Protobuf_Any {
    func packed(_ message: some Message) -> Google_Protobuf_Any {
      Google_Protobuf_Any(
        typeUrl: Self.hostOfTypes + type(of: message).schema.fullName,
        value: message.encoded()
      )
    }
    switch self {
    case .badRequest(let violations):
      return packed(
        Google_Rpc_BadRequest(
          fieldViolations: violations.map { .init(field: $0.field, description: $0.description) }
        )
      )
    case .errorInfo(let reason, let domain, let metadata):
      return packed(Google_Rpc_ErrorInfo(reason: reason, domain: domain, metadata: metadata))
    case .retryInfo(let delay):
      let (seconds, attoseconds) = delay.components
      let nanos = Int32(truncatingIfNeeded: attoseconds / 1_000_000_000)
      return packed(
        Google_Rpc_RetryInfo(retryDelay: Google_Protobuf_Duration(seconds: seconds, nanos: nanos))
      )
    case .quotaFailure(let violations):
      return packed(
        Google_Rpc_QuotaFailure(
          violations: violations.map { .init(subject: $0.subject, description: $0.description) }
        )
      )
    case .preconditionFailure(let violations):
      return packed(
        Google_Rpc_PreconditionFailure(
          violations: violations.map {
            .init(type: $0.type, subject: $0.subject, description: $0.description)
          }
        )
      )
    case .resourceInfo(let type, let name, let owner, let description):
      return packed(
        Google_Rpc_ResourceInfo(
          resourceType: type,
          resourceName: name,
          owner: owner,
          description: description
        )
      )
    case .other(let type, let value):
      return Google_Protobuf_Any(typeUrl: type, value: value)
    }
  }

  private init(any: Google_Protobuf_Any) {
    // A detail that does not parse is kept as it came.
    let detail = try? Self.parse(any.typeUrl, any.value)
    self = detail ?? .other(typeURL: any.typeUrl, value: any.value)
  }

  private static func parse(_ url: String, _ value: [UInt8]) throws(DecodeError) -> StatusDetail? {
    guard url.hasPrefix(hostOfTypes) else { return nil }
    switch url.dropFirst(hostOfTypes.count) {
    case "google.rpc.BadRequest":
      return .badRequest(
        try Google_Rpc_BadRequest(decoding: value).fieldViolations.map {
          FieldViolation(field: $0.field, description: $0.description)
        }
      )
    case "google.rpc.ErrorInfo":
      let info = try Google_Rpc_ErrorInfo(decoding: value)
      return .errorInfo(reason: info.reason, domain: info.domain, metadata: info.metadata)
    case "google.rpc.RetryInfo":
      let delay = try Google_Rpc_RetryInfo(decoding: value).retryDelay
      return .retryInfo(
        delay: .seconds(delay?.seconds ?? 0) + .nanoseconds(Int64(delay?.nanos ?? 0))
      )
    case "google.rpc.QuotaFailure":
      return .quotaFailure(
        try Google_Rpc_QuotaFailure(decoding: value).violations.map {
          QuotaViolation(subject: $0.subject, description: $0.description)
        }
      )
    case "google.rpc.PreconditionFailure":
      return .preconditionFailure(
        try Google_Rpc_PreconditionFailure(decoding: value).violations.map {
          PreconditionViolation(type: $0.type, subject: $0.subject, description: $0.description)
        }
      )
    case "google.rpc.ResourceInfo":
      let info = try Google_Rpc_ResourceInfo(decoding: value)
      return .resourceInfo(
        type: info.resourceType,
        name: info.resourceName,
        owner: info.owner,
        description: info.description
      )
    default: return nil
    }
  }
}
