/// What a request is signed with.
package struct Credentials: Sendable, Equatable {
  package let accessKeyID: String
  package let secretAccessKey: String
  /// Goes along with credentials that expire.
  package let sessionToken: String?
  /// Seconds since 1970; nil for credentials that stay.
  package let expiresAt: Int64?

  package init(
    accessKeyID: String,
    secretAccessKey: String,
    sessionToken: String? = nil,
    expiresAt: Int64? = nil
  ) {
    self.accessKeyID = accessKeyID
    self.secretAccessKey = secretAccessKey
    self.sessionToken = sessionToken
    self.expiresAt = expiresAt
  }
}

extension Credentials: CustomStringConvertible, CustomDebugStringConvertible {
  /// The id alone: secrets belong in no log.
  package var description: String { "credentials \(accessKeyID)" }
  package var debugDescription: String { description }
}

/// Why there are no credentials.
package struct CredentialError: Error, Sendable, Equatable, CustomStringConvertible {
  /// Where they were looked for, as in `profile default`.
  package let source: String
  package let reason: String

  package init(source: String, reason: String) {
    self.source = source
    self.reason = reason
  }

  package var description: String { "\(source): \(reason)" }
}

/// One place where credentials come from.
package protocol CredentialSource: Sendable {
  /// The source for a reader of errors, as in `instance metadata`.
  var name: String { get }

  /// Credentials as they are now; nil when nothing points to this source.
  nonisolated(nonsending) func load() async throws(CredentialError) -> Credentials?
}

/// Credentials that are known beforehand.
package struct StaticCredentials: CredentialSource {
  private let credentials: Credentials
  package let name = "static credentials"

  package init(_ credentials: Credentials) { self.credentials = credentials }

  package nonisolated(nonsending) func load() async throws(CredentialError) -> Credentials? {
    credentials
  }
}
