import Foundation
import TestPrograms
import Testing

/// The calls of PyPI's grpcio to the whole product, as `smart-cooking serve` starts it.
@Suite("A Python client of the product")
struct ProductTests {
  @Test("every method answers as its contract says, to those whom it lets")
  func everyMethod() async throws {
    let data = FileManager.default.temporaryDirectory
      .appending(path: "conformance-\(UUID().uuidString)", directoryHint: .isDirectory)
    defer {
      // What is left in the folder of temporary files does no harm.
      try? FileManager.default.removeItem(at: data)
    }
    let product = try await Program(
      "smart-cooking",
      ["serve", "--port", "0", "--data", data.path()]
    )
    var options: [String: String] = [:]
    for service in ["ai-suggestion", "cooking-history", "rating-handler", "ingredient-validator"] {
      options[service] = try product.address(service)
    }
    let holders = [
      "lan": ["--user", "lan"], "minh": ["--user", "minh"], "chef": ["--user", "chef"],
      "admin": ["--user", "root", "--role", "admin"], "service": ["--service", "rating-handler"],
    ]
    for (name, flags) in holders {
      options[name] = try await Self.token(flags, data: data)
    }
    let passed = try await Python.checks("product_client.py", options)
    #expect(passed >= 490)
    product.terminate()
    #expect(await product.exitStatus() == 0)
  }

  private static func token(_ flags: [String], data: URL) async throws -> String {
    let output = try await Program.output(
      Program.folder.appending(path: "smart-cooking").path(),
      ["token"] + flags + ["--data", data.path()]
    )
    return output.trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
