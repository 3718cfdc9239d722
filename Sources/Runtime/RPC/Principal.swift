/// Who calls, as proven by a verified token.
package struct Principal: Sendable, Hashable {
  package enum Kind: Sendable {
    case user, service
  }

  package let subject: String
  package let kind: Kind
  package let roles: Set<String>

  package init(subject: String, kind: Kind = .user, roles: Set<String> = []) {
    self.subject = subject
    self.kind = kind
    self.roles = roles
  }
}
