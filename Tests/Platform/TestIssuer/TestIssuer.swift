import Foundation
import TestPrograms
import TestTables

/// An issuer of tokens in Cognito's form that we did not write, on this machine.
package struct TestIssuer: Sendable {
  private static let sources = URL(filePath: #filePath).deletingLastPathComponent()
  /// What the issuer knows its one client by; an encoding that is wrong is told by it.
  package static let client = (id: "kitchen client", secret: "s3cret+/: ữ")
  package static let scope = "smart-cooking/service"

  private let program: Program
  /// The `iss` of its tokens, and its origin.
  package let name: String

  package init() async throws {
    program = try await Program(
      executable: Moto.python,
      ["-B", Self.sources.appending(path: "serve_issuer.py").path()]
    )
    name = "http://" + (try program.address("issuer"))
  }

  package var keysURL: String { name + "/.well-known/jwks.json" }
  package var tokenURL: String { name + "/oauth2/token" }

  /// What a process of ours is told, to trust it and to be known to it.
  package var environment: [String: String] {
    [
      "SMART_COOKING_JWT_ISSUER": name, "SMART_COOKING_JWKS": keysURL,
      "SMART_COOKING_TOKEN_URL": tokenURL, "SMART_COOKING_TOKEN_SCOPE": Self.scope,
      "SMART_COOKING_CLIENT_ID": Self.client.id, "SMART_COOKING_CLIENT_SECRET": Self.client.secret,
    ]
  }

  package func userToken(_ subject: String, groups: [String] = []) async throws -> String {
    let form = ["sub=" + subject] + groups.map { "group=" + $0 }
    let answer = try await post("/user", form)
    let document = try JSONDecoder().decode([String: String].self, from: Data(answer.utf8))
    return document["access_token"] ?? ""
  }

  /// Withdraws its key for a new one.
  package func rotate() async throws { _ = try await post("/rotate", []) }

  private func post(_ path: String, _ form: [String]) async throws -> String {
    let fields = form.isEmpty ? ["--data", ""] : form.flatMap { ["--data-urlencode", $0] }
    return try await Program.output("/usr/bin/curl", ["-sf", name + path] + fields)
  }
}
