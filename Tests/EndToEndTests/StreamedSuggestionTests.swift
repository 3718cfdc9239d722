import Foundation
import TestPrograms
import Testing

/// A suggestion that comes part by part, as curl sees it.
@Suite("A streamed suggestion", .serialized)
struct StreamedSuggestionTests {
  /// What the cookbook has no recipe for.
  private static let wish: JSON = [
    "ingredients": ["sầu riêng", "măng cụt", "hạt dẻ"], "recipeCount": 5,
  ]

  /// The messages of a stream; events without what frames them.
  private func messages(
    _ kitchen: Kitchen,
    accept: String,
    flags: [String] = []
  ) async throws -> [JSON] {
    let text = try await Program.output(
      "/usr/bin/curl",
      flags + [
        "--silent", "--show-error", "--no-buffer", "--max-time", "30", "--fail",
        "-H", "authorization: Bearer \(try await kitchen.token("lan"))",
        "-H", "content-type: application/json", "-H", "accept: \(accept)",
        "--data-binary", Self.wish.text, kitchen.rest + "/v1/suggestions:stream",
      ]
    )
    return try text.split(separator: "\n").map { line in
      let isEvent = line.hasPrefix("data: ")
      #expect(isEvent == (accept == "text/event-stream"))
      return try JSON(parsing: String(isEvent ? line.dropFirst(6) : line))
    }
  }

  private func check(_ messages: [JSON]) throws -> JSON {
    #expect(messages.first?["ingredients"]["results"].array.count == 3)
    let recipes = messages.map { $0["recipe"]["recipe"]["id"] }.filter { $0.string != nil }
    let whole = try #require(messages.last)["suggestion"]
    let kept = whole["recipes"].array.map { $0["recipe"]["id"] }
    #expect(recipes.count == 5)
    #expect(Set(recipes.compactMap(\.string)) == Set(kept.compactMap(\.string)))
    return whole
  }

  @Test("lines or events, over HTTP/1.1 and HTTP/2")
  func formats() async throws {
    let kitchen = try await Kitchen(.oneProcess)
    for flags in [[], ["--http2-prior-knowledge"]] {
      for accept in ["application/x-ndjson", "text/event-stream"] {
        _ = try check(try await messages(kitchen, accept: accept, flags: flags))
      }
    }
  }

  @Test("a model on Bedrock writes what the cookbook lacks, within its budget")
  func bedrock() async throws {
    let repository = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let script = "Tests/Platform/BedrockModelTests/Python/bedrock_server.py"
    let bedrock = try await Program(
      executable: repository.appending(path: ".build/venv/bin/python"),
      ["-B", repository.appending(path: script).path()]
    )
    let kitchen = try await Kitchen(
      .oneProcess,
      settings: [
        "SMART_COOKING_MODEL": "bedrock",
        "SMART_COOKING_MODEL_REGION": "ap-southeast-1",
        "SMART_COOKING_MODEL_ENDPOINT": "http://127.0.0.1:\(try bedrock.address("port"))",
        "SMART_COOKING_MODEL_BUDGET_USD": "1",
        "AWS_ACCESS_KEY_ID": "AKIDEXAMPLE",
        "AWS_SECRET_ACCESS_KEY": "wJalrXUtnFEMI/K7MDENG",
        "AWS_SESSION_TOKEN": "token/+==",
      ]
    )
    let whole = try check(try await messages(kitchen, accept: "text/event-stream"))
    let sources = whole["recipes"].array.map { $0["source"] }
    #expect(sources.contains("RECIPE_SOURCE_MODEL_BEDROCK"), "\(whole.text)")
    #expect(!sources.contains("RECIPE_SOURCE_MODEL_LOCAL"))
    let count = sources.filter { $0 == "RECIPE_SOURCE_MODEL_BEDROCK" }.count
    // 412 tokens in at 0.25 USD a million, 871 out at 1.25: 1,192 millionths, rounded up.
    #expect(whole["costMicroUsd"].string == "\(1192 * count)")
    #expect(whole["warnings"].array.isEmpty, "\(whole["warnings"].text)")
  }
}
