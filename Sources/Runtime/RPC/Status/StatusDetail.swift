/// One `google.rpc` message inside `grpc-status-details-bin`.
package enum StatusDetail: Sendable, Equatable {
  case badRequest([FieldViolation])
  case errorInfo(reason: String, domain: String, metadata: [String: String])
  case retryInfo(delay: Duration)
  case quotaFailure([QuotaViolation])
  case preconditionFailure([PreconditionViolation])
  case resourceInfo(type: String, name: String, owner: String, description: String)
  /// A detail of a type this runtime does not know, as it came.
  case other(typeURL: String, value: [UInt8])

  package struct FieldViolation: Sendable, Equatable {
    /// The path to the field: `ingredients[2].name`.
    package var field: String
    package var description: String

    package init(field: String, description: String) {
      self.field = field
      self.description = description
    }
  }

  package struct QuotaViolation: Sendable, Equatable {
    /// Who ran out: `user:lan`.
    package var subject: String
    package var description: String

    package init(subject: String, description: String) {
      self.subject = subject
      self.description = description
    }
  }

  package struct PreconditionViolation: Sendable, Equatable {
    package var type: String
    package var subject: String
    package var description: String

    package init(type: String, subject: String, description: String) {
      self.type = type
      self.subject = subject
      self.description = description
    }
  }
}

extension StatusDetail {
  package static func badRequest(field: String, description: String) -> StatusDetail {
    .badRequest([FieldViolation(field: field, description: description)])
  }

  package static func errorInfo(reason: String, domain: String) -> StatusDetail {
    .errorInfo(reason: reason, domain: domain, metadata: [:])
  }

  package static func retryInfo(seconds: Double) -> StatusDetail {
    .retryInfo(delay: .seconds(seconds))
  }

  package static func quotaFailure(subject: String, description: String) -> StatusDetail {
    .quotaFailure([QuotaViolation(subject: subject, description: description)])
  }

  package static func preconditionFailure(
    type: String,
    subject: String,
    description: String
  ) -> StatusDetail {
    .preconditionFailure([
      PreconditionViolation(type: type, subject: subject, description: description)
    ])
  }

  package static func resourceInfo(type: String, name: String) -> StatusDetail {
    .resourceInfo(type: type, name: name, owner: "", description: "")
  }
}
