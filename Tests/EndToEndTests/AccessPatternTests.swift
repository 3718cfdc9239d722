import Foundation
import SQLiteTable
import SingleTable
import TestPrograms
import TestTables
import Testing

/// Whether the doc comments of the stores are true: held against the table of a product in use.
@Suite("Access patterns", .serialized, .enabled(if: Backend.chosen == .sqlite))
struct AccessPatternTests {
  private static let key = ["idempotency-key": "k"]

  @Test("the table has the keys that its stores speak of, each of them and no other")
  func keys() async throws {
    let bedrock = try await Self.bedrock()
    let kitchen = try await Kitchen(
      .fiveProcesses,
      settings: [
        "SMART_COOKING_MODEL": "bedrock",
        "SMART_COOKING_MODEL_REGION": "ap-southeast-1",
        "SMART_COOKING_MODEL_ENDPOINT": "http://127.0.0.1:\(try bedrock.address("port"))",
        "AWS_ACCESS_KEY_ID": "AKIDEXAMPLE",
        "AWS_SECRET_ACCESS_KEY": "wJalrXUtnFEMI/K7MDENG",
        "AWS_SESSION_TOKEN": "token/+==",
        // Nobody listens, so that word to admins waits.
        "SMART_COOKING_ALERT_TOPIC": "arn:aws:sns:ap-southeast-1:1:nowhere",
        "AWS_ENDPOINT_URL_SNS": "http://127.0.0.1:1",
      ]
    )
    let lan = try await client("lan", kitchen)
    let recipe = try await cook(lan)
    try await rate(recipe, lan)
    try await leave(recipe, lan, kitchen)

    let table = try SQLiteTable(path: kitchen.data.appending(path: "table.sqlite").path())
    defer { table.close() }
    var items: [Item] = []
    try await table.forEachScanPage { items += $0 }
    let patterns = try AccessPatterns()
    #expect(patterns.patterns.count > 30)
    #expect(patterns.unknown(items).isEmpty)
    #expect(patterns.unused(items).isEmpty)
  }

  /// Everything that people do while all goes well; answers a recipe of the model.
  private func cook(_ lan: RESTClient) async throws -> String {
    let names: JSON = ["sầu riêng", "măng cụt"]
    _ = try await lan.send(
      "PATCH",
      "/v1/me/preferences",
      JSON.object(["country": "VN"]).text,
      [:]
    )
    _ = try await lan.post("/v1/pantry", ["ingredientId": "tomato"])
    let asked = try await lan.post("/v1/suggestions", ["ingredients": names], headers: Self.key)
    let suggested = asked.body["suggestion"]["recipes"][0]["recipe"]["id"]
    let recipe = try #require(suggested.string, "\(asked.body.text)")
    let written = try await lan.post("/v1/recipes", Self.draft, headers: Self.key)
    #expect(written.status < 300, "\(written.body.text)")
    let session = try await lan.post(
      "/v1/cooking-sessions",
      ["recipeId": .string(recipe)],
      headers: Self.key
    )
    let id = try #require(session.body["session"]["id"].string, "\(session.body.text)")
    _ = try await lan.post("/v1/cooking-sessions/\(id):complete")
    _ = try await lan.put("/v1/favorites/\(recipe)")
    return recipe
  }

  /// A rating that everybody has heard of.
  private func rate(_ recipe: String, _ lan: RESTClient) async throws {
    let rated = try await lan.put("/v1/recipes/\(recipe)/rating", ["stars": 5])
    #expect(rated.status == 201, "\(rated.body.text)")
    let isTold = try await eventually {
      try await lan.get("/v1/cooking-stats").body["stats"]["ratingCount"] == 1
    }
    #expect(isTold)
  }

  /// What waits for somebody: admins for a topic, news and a wish to be forgotten for a service.
  private func leave(_ recipe: String, _ lan: RESTClient, _ kitchen: Kitchen) async throws {
    for number in 1...5 {
      let user = try await client("user-\(number)", kitchen)
      _ = try await user.post("/v1/ingredients:validate", ["names": ["xyzzy quux"]])
    }
    await kitchen.crash("ai-suggestion")
    let minh = try await client("minh", kitchen)
    #expect(try await minh.send("DELETE", "/v1/me/data", nil, [:]).status == 200)
    #expect(try await lan.send("DELETE", "/v1/recipes/\(recipe)/rating", nil, [:]).status == 200)
  }

  private func client(_ user: String, _ kitchen: Kitchen) async throws -> RESTClient {
    RESTClient(base: kitchen.rest, token: try await kitchen.token(user))
  }

  private static func bedrock() async throws -> Program {
    let repository = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let script = "Tests/Platform/BedrockModelTests/Python/bedrock_server.py"
    return try await Program(
      executable: repository.appending(path: ".build/venv/bin/python"),
      ["-B", repository.appending(path: script).path()]
    )
  }

  private static let draft: JSON = [
    "title": "Cơm chiên", "method": "COOKING_METHOD_FRY", "servings": 2, "prepMinutes": 5,
    "cookMinutes": 10, "difficulty": "DIFFICULTY_EASY",
    "ingredients": [["name": "trứng gà", "quantity": 2, "unit": "piece"]],
    "steps": [["text": "Chiên.", "minutes": 10]],
  ]
}
