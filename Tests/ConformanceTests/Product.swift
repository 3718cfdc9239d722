import Foundation
import TestPrograms

/// The whole product as `smart-cooking serve` starts it, with what it wrote removed at the end.
struct Product: Sendable {
  /// Where each service takes RPCs, by its name.
  let addresses: [String: String]
  private let data: URL

  static let services = [
    "ai-suggestion", "cooking-history", "rating-handler", "ingredient-validator",
  ]

  /// Runs `body` with the product, stops it, and answers its exit status.
  static func run(_ body: (Product) async throws -> Void) async throws -> Int32 {
    let data = FileManager.default.temporaryDirectory
      .appending(path: "conformance-\(UUID().uuidString)", directoryHint: .isDirectory)
    defer {
      // What is left in the folder of temporary files does no harm.
      try? FileManager.default.removeItem(at: data)
    }
    let program = try await Program(
      "smart-cooking",
      ["serve", "--port", "0", "--data", data.path()]
    )
    let addresses = try services.map { ($0, try program.address($0)) }
    try await body(Product(addresses: Dictionary(uniqueKeysWithValues: addresses), data: data))
    program.terminate()
    return await program.exitStatus()
  }

  /// A token of the local issuer, for what the flags say.
  func token(_ flags: [String]) async throws -> String {
    let output = try await Program.output(
      Program.folder.appending(path: "smart-cooking").path(),
      ["token"] + flags + ["--data", data.path()]
    )
    return output.trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
