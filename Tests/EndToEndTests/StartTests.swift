import Foundation
import TestPrograms
import Testing

/// What an operator reads whose settings are wrong.
@Suite("A start that fails")
struct StartTests {
  static let programs = [
    "ai-suggestion", "cooking-history", "rating-handler", "ingredient-validator", "gateway",
  ]

  @Test("is one line that names the variable and the rule, and status 1", arguments: programs)
  func refused(_ name: String) async throws {
    let issuer = ["SMART_COOKING_JWT_ISSUER": "https://pool"]
    let nobody = "http://127.0.0.1:1/keys"
    for (settings, line) in [
      (
        ["SMART_COOKING_LOG_FORMAT": "xml"],
        "SMART_COOKING_LOG_FORMAT: must be json or text"
      ),
      (
        issuer.merging(["SMART_COOKING_JWKS": "{}"]) { $1 },
        "SMART_COOKING_JWKS: is no JSON Web Key Set"
      ),
      (
        issuer.merging(["SMART_COOKING_JWKS": nobody]) { $1 },
        "SMART_COOKING_JWKS: \(nobody) no connection"
      ),
    ] {
      let data = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
      // What is left in the folder of temporary files does no harm.
      defer { try? FileManager.default.removeItem(at: data) }
      let program = Program.folder.appending(path: name).path()
      let text = try await Program.output(
        "/bin/sh",
        ["-c", #""$0" --port 0 --data "$1" 2>&1; echo "status $?""#, program, data.path()],
        environment: settings
      )
      let lines = text.split(separator: "\n")
      #expect(lines.count == 2, "\(text)")
      #expect(lines.first?.hasPrefix("Error: " + line) == true, "\(text)")
      #expect(lines.last == "status 1")
    }
  }
}
