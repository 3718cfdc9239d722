import Foundation
import TestIssuer
import TestPrograms
import Testing

/// What an operator reads whose settings are wrong.
@Suite("A start that fails")
struct StartTests {
  static let programs = [
    "ai-suggestion", "cooking-history", "rating-handler", "ingredient-validator", "gateway",
  ]

  @Test("is one line that says why, and status 1", arguments: programs)
  func refused(_ name: String) async throws {
    let known = try await TestIssuer()
    let taken = String(try #require(known.name.split(separator: ":").last))
    let issuer = ["SMART_COOKING_JWT_ISSUER": "https://pool"]
    let nobody = "http://127.0.0.1:1/keys"
    for (settings, port, line) in [
      (known.environment, taken, "bind"),
      (
        ["SMART_COOKING_LOG_FORMAT": "xml"], "0",
        "SMART_COOKING_LOG_FORMAT: must be json or text"
      ),
      (
        issuer.merging(["SMART_COOKING_JWKS": "{}"]) { $1 }, "0",
        "SMART_COOKING_JWKS: is no JSON Web Key Set"
      ),
      (
        issuer.merging(["SMART_COOKING_JWKS": nobody]) { $1 }, "0",
        "SMART_COOKING_JWKS: \(nobody) no connection"
      ),
    ] {
      let data = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
      // What is left in the folder of temporary files does no harm.
      defer { try? FileManager.default.removeItem(at: data) }
      let program = Program.folder.appending(path: name).path()
      let text = try await Program.output(
        "/bin/sh",
        [
          "-c", #""$0" --port "$1" --data "$2" 2>&1; echo "status $?""#,
          program, port, data.path(),
        ],
        environment: settings
      )
      // What was going well before is in the log.
      let lines = text.split(separator: "\n").filter {
        !$0.contains(#""level":"info""#) && !$0.contains(#""level":"notice""#)
      }
      #expect(lines.count == 2, "\(text)")
      #expect(lines.first?.hasPrefix("Error: " + line) == true, "\(text)")
      #expect(lines.last == "status 1")
    }
  }
}
