import Foundation
import Identity

/// In whose name a request is sent.
struct Caller: Sendable, Equatable {
  /// What `{{user}}` is filled with.
  let name: String
  /// The token; nil for a caller that says nothing of itself.
  let bearer: String?

  static let anonymous = Caller(name: "anonymous", bearer: nil)

  /// Users of the local issuer whose key lies in the data folder.
  static func users(_ names: [String], roles: [String], data: String) async throws -> [Caller] {
    let issuer = try issuer(of: data)
    var callers: [Caller] = []
    for name in names {
      try check(name)
      let token = try await issuer.userToken(
        subject: name,
        roles: roles,
        validFor: Limits.tokenSeconds
      )
      callers.append(Caller(name: name, bearer: token))
    }
    return callers
  }

  /// One of our services, for methods that are meant for services alone.
  static func service(_ name: String, data: String) async throws -> Caller {
    try check(name)
    let token = try await issuer(of: data).serviceToken(
      service: name,
      validFor: Limits.tokenSeconds
    )
    return Caller(name: name, bearer: token)
  }

  /// Names that no run before has used, so that no quota of theirs is used up.
  static func freshNames(_ count: Int) -> [String] {
    let run = UUID().uuidString.prefix(8).lowercased()
    return (0..<count).map { "load-\(run)-\($0)" }
  }

  private static func issuer(of data: String) throws -> LocalIssuer {
    let keys = URL(filePath: data, directoryHint: .isDirectory)
      .appending(path: "keys", directoryHint: .isDirectory)
    // The issuer would make a key of its own, which no running service trusts.
    let pem = keys.appending(path: "issuer.pem").path(percentEncoded: false)
    guard FileManager.default.fileExists(atPath: pem) else {
      throw UsageError("--data: \(data) holds no keys/issuer.pem; start the services on it first")
    }
    return try LocalIssuer(folder: keys)
  }

  private static func check(_ name: String) throws(UsageError) {
    let isPlain = name.unicodeScalars.allSatisfy {
      $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil)
        || "-_.@".unicodeScalars.contains($0)
    }
    guard isPlain, (1...128).contains(name.utf8.count) else {
      throw UsageError("\(name): a name here has 1 to 128 letters, digits and -_.@")
    }
  }
}
