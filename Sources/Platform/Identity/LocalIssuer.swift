package import Foundation
import JWTKit

/// Signs tokens on a desk, where no Cognito is: an ES256 key in the data folder.
///
/// All processes that share the folder share the key, so they trust each other's tokens.
package struct LocalIssuer: Sendable {
  package static let name = "smart-cooking-local"
  static let keyID: JWKIdentifier = "local"

  let key: ES256PrivateKey

  /// A key of its own, for tests.
  package init() {
    key = ES256PrivateKey()
  }

  /// Reads `folder/issuer.pem`, and makes it first (mode 0600) when there is none.
  package init(folder: URL) throws {
    let file = folder.appending(path: "issuer.pem")
    if !FileManager.default.fileExists(atPath: file.path()) {
      try Self.makeKey(at: file, in: folder)
    }
    key = try ES256PrivateKey(pem: String(contentsOf: file, encoding: .utf8))
  }

  /// A user's token.
  package func userToken(
    subject: String,
    roles: [String] = [],
    validFor seconds: TimeInterval,
    now: Date = Date()
  ) async throws -> String {
    try await sign(subject: subject, groups: roles, scope: nil, seconds: seconds, now: now)
  }

  /// The token with which one of our services calls another in its own name.
  package func serviceToken(
    service: String,
    validFor seconds: TimeInterval,
    now: Date = Date()
  ) async throws -> String {
    try await sign(
      subject: service,
      groups: nil,
      scope: TokenClaims.serviceScope,
      seconds: seconds,
      now: now
    )
  }

  private func sign(
    subject: String,
    groups: [String]?,
    scope: String?,
    seconds: TimeInterval,
    now: Date
  ) async throws -> String {
    let keys = JWTKeyCollection()
    await keys.add(ecdsa: key, kid: Self.keyID)
    let claims = TokenClaims(
      issuer: IssuerClaim(value: Self.name),
      subject: SubjectClaim(value: subject),
      tokenUse: "access",
      issuedAt: IssuedAtClaim(value: now),
      expiration: ExpirationClaim(value: now.addingTimeInterval(seconds)),
      groups: groups,
      scope: scope
    )
    return try await keys.sign(claims, kid: Self.keyID)
  }

  /// Several processes may start at once: the first to link its file wins, all read that one.
  private static func makeKey(at file: URL, in folder: URL) throws {
    let files = FileManager.default
    try files.createDirectory(
      at: folder,
      withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700]
    )
    let draft = folder.appending(path: "issuer.\(UUID().uuidString).draft")
    let created = files.createFile(
      atPath: draft.path(),
      contents: Data(ES256PrivateKey().pemRepresentation.utf8),
      attributes: [.posixPermissions: 0o600]
    )
    guard created else { throw CocoaError(.fileWriteUnknown) }
    defer { try? files.removeItem(at: draft) }  // Only the link counts; a draft left is harmless.
    do {
      try files.linkItem(at: draft, to: file)
    } catch  where files.fileExists(atPath: file.path()) {
      // Another process was first.
    }
  }
}
