package import Logging

/// Something that an admin should know of.
package struct AdminAlert: Sendable, Equatable {
  /// One line of visible ASCII, at most 100 characters: what a mail or a phone shows first.
  package let subject: String
  package let text: String

  package init(subject: String, text: String) {
    self.subject = subject
    self.text = text
  }
}

/// Tells admins, wherever they listen.
package protocol AdminAlerts: Sendable {
  /// Throws when it is not known that they were told; then they are told again.
  func tell(_ alert: AdminAlert) async throws
}

/// Where nobody listens anywhere else, admins read the log.
package struct LoggedAlerts: AdminAlerts {
  private let logger: Logger

  package init(_ logger: Logger) { self.logger = logger }

  package func tell(_ alert: AdminAlert) async throws {
    logger.warning("\(alert.subject)", metadata: ["text": "\(alert.text)"])
  }
}
