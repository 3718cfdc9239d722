import RPC

/// The body of every answer that is an error.
///
///     {"error": {
///       "code": "INVALID_ARGUMENT",
///       "status": 400,
///       "message": "names[2]: must have 2 to 100 characters",
///       "requestId": "0f3c…",
///       "details": [{"@type": "type.googleapis.com/google.rpc.BadRequest",
///                    "fieldViolations": [{"field": "names[2]", "description": "must have …"}]}]}}
///
/// `code` is the gRPC status, `status` the HTTP one; `details` are `google.rpc` messages as proto3
/// JSON, absent when there are none.
enum ErrorBody {
  static func json(_ error: RPCError, status: Int, requestID: String) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init(name: "code", value: .string(error.code.name)),
      .init(name: "status", value: .integer(status)),
      .init(name: "message", value: .string(error.message)),
      .init(name: "requestId", value: .string(requestID)),
    ]
    if !error.details.isEmpty {
      members.append(.init(name: "details", value: .array(error.details.map(detail))))
    }
    return ["error": .object(members)]
  }

  private static func detail(_ detail: StatusDetail) -> JSONValue {
    switch detail {
    case .badRequest(let violations):
      return typed(
        "BadRequest",
        "fieldViolations",
        violations.map {
          ["field": .string($0.field), "description": .string($0.description)]
        }
      )
    case .errorInfo(let reason, let domain, let metadata):
      let sorted = metadata.sorted { $0.key < $1.key }
      return [
        "@type": type("ErrorInfo"), "reason": .string(reason), "domain": .string(domain),
        "metadata": .object(sorted.map { .init(name: $0.key, value: .string($0.value)) }),
      ]
    case .retryInfo(let delay):
      return ["@type": type("RetryInfo"), "retryDelay": .string(seconds(delay))]
    case .quotaFailure(let violations):
      return typed(
        "QuotaFailure",
        "violations",
        violations.map {
          ["subject": .string($0.subject), "description": .string($0.description)]
        }
      )
    case .preconditionFailure(let violations):
      return typed(
        "PreconditionFailure",
        "violations",
        violations.map {
          [
            "type": .string($0.type), "subject": .string($0.subject),
            "description": .string($0.description),
          ]
        }
      )
    case .resourceInfo(let kind, let name, let owner, let description):
      return [
        "@type": type("ResourceInfo"), "resourceType": .string(kind),
        "resourceName": .string(name), "owner": .string(owner),
        "description": .string(description),
      ]
    case .other(let typeURL, let value):
      return ["@type": .string(typeURL), "value": .string(Base64.encode(value))]
    }
  }

  private static func typed(_ name: String, _ list: String, _ values: [JSONValue]) -> JSONValue {
    .object([
      .init(name: "@type", value: type(name)), .init(name: list, value: .array(values)),
    ])
  }

  private static func type(_ name: String) -> JSONValue {
    .string("type.googleapis.com/google.rpc.\(name)")
  }

  /// A duration as proto3 JSON has it: `1.500s`.
  private static func seconds(_ duration: Duration) -> String {
    let (seconds, attoseconds) = duration.components
    let milliseconds = abs(attoseconds) / 1_000_000_000_000_000
    guard milliseconds > 0 else { return "\(seconds)s" }
    let digits = String(milliseconds)
    return "\(seconds).\(String(repeating: "0", count: 3 - digits.count))\(digits)s"
  }
}
