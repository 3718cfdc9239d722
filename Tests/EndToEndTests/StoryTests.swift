import Foundation
import TestIssuer
import Testing

/// The story of the product, told over REST by a client that we did not write.
@Suite("The story", .serialized)
struct StoryTests {
  struct Setting: Sendable, CustomTestStringConvertible {
    let form: Kitchen.Form
    let flags: [String]
    /// Tokens are an issuer's elsewhere, as in AWS.
    var hasIssuer = false

    var testDescription: String {
      "\(form.rawValue), \(flags.isEmpty ? "HTTP/1.1" : "HTTP/2")\(hasIssuer ? ", issuer" : "")"
    }
  }

  static let settings = [
    Setting(form: .oneProcess, flags: []),
    Setting(form: .oneProcess, flags: ["--http2-prior-knowledge"]),
    Setting(form: .fiveProcesses, flags: []),
    Setting(form: .fiveProcesses, flags: ["--http2-prior-knowledge"]),
    Setting(form: .fiveProcesses, flags: [], hasIssuer: true),
  ]

  @Test(
    "say what is in the kitchen, get recipes, cook, rate; good recipes join the cookbook",
    arguments: settings
  )
  func story(_ setting: Setting) async throws {
    let issuer = setting.hasIssuer ? try await TestIssuer() : nil
    let kitchen = try await Kitchen(setting.form, issuer: issuer)
    let lan = RESTClient(
      base: kitchen.rest,
      token: try await kitchen.token("lan"),
      flags: setting.flags
    )

    try await understandsTheKitchen(lan)
    let known = try await suggestsFromTheCookbook(lan)
    let session = try await startsCooking(known, as: lan)

    // A crash in the middle of the story: what was acknowledged is there when it is back.
    await kitchen.crash("cooking-history")
    try await kitchen.restart("cooking-history")

    try await completes(session, as: lan)
    try await rates(known, as: lan)
    try await joinsTheCookbook(kitchen, setting)
  }

  private func understandsTheKitchen(_ lan: RESTClient) async throws {
    for names: JSON in [["cá rô", "gừng", "hành"], ["ca ro", "gung", "hanh"]] {
      let answer = try await lan.post("/v1/ingredients:validate", ["names": names])
      #expect(answer.status == 200)
      let results = answer.body["results"].array
      #expect(results.map { $0["input"] } == names.array)
      for result in results {
        #expect(result["status"] == "INGREDIENT_STATUS_VALID", "\(result.text)")
      }
      #expect(results.first?["ingredient"]["name"].string?.hasPrefix("cá rô") == true)
    }
    var english = lan
    english.language = "en"
    let answer = try await english.post(
      "/v1/ingredients:validate",
      ["names": ["gừng", "ca chuaa"]]
    )
    #expect(answer.body["results"][0]["ingredient"]["name"] == "ginger")
    #expect(answer.body["results"][1]["status"] == "INGREDIENT_STATUS_CORRECTED")
    #expect(answer.body["results"][1]["ingredient"]["name"] == "tomato")
  }

  private func suggestsFromTheCookbook(_ lan: RESTClient) async throws -> String {
    let answer = try await lan.post(
      "/v1/suggestions",
      ["ingredients": ["cá rô", "gừng", "hành"], "recipeCount": 2]
    )
    #expect(answer.status == 200, "\(answer.body.text)")
    let suggestion = answer.body["suggestion"]
    #expect(suggestion["recipes"].array.count == 2)
    #expect(suggestion["fromCookbook"] == 2)
    #expect(suggestion["fromModel"] == 0)
    let methods = suggestion["recipes"].array.map { $0["recipe"]["method"].string }
    #expect(Set(methods).count == 2, "each answer has another cooking method")
    return try #require(suggestion["recipes"][0]["recipe"]["id"].string)
  }

  private func startsCooking(_ recipe: String, as user: RESTClient) async throws -> String {
    let answer = try await user.post(
      "/v1/cooking-sessions",
      ["recipeId": .string(recipe)],
      headers: ["idempotency-key": "tonight-\(recipe)"]
    )
    #expect(answer.status == 201, "\(answer.body.text)")
    #expect(answer.body["session"]["status"] == "COOKING_STATUS_COOKING")
    #expect(!answer.body["session"]["recipe"]["steps"].array.isEmpty)
    let again = try await user.post(
      "/v1/cooking-sessions",
      ["recipeId": .string(recipe)],
      headers: ["idempotency-key": "tonight-\(recipe)"]
    )
    #expect(again.body["session"]["id"] == answer.body["session"]["id"])
    return try #require(answer.body["session"]["id"].string)
  }

  private func completes(_ session: String, as user: RESTClient) async throws {
    let path = "/v1/cooking-sessions/\(session):complete"
    let answer = try await user.post(path)
    #expect(answer.status == 200, "\(answer.body.text)")
    #expect(answer.body["session"]["status"] == "COOKING_STATUS_COMPLETED")
    #expect(answer.body["session"]["minutes"].int != nil)
    let again = try await user.post(path)
    #expect(again.status == 400)
    #expect(again.body["error"]["code"] == "FAILED_PRECONDITION")
    let list = try await user.get("/v1/cooking-sessions")
    #expect(list.body["sessions"][0]["id"] == .string(session))
  }

  private func rates(_ recipe: String, as user: RESTClient) async throws {
    let path = "/v1/recipes/\(recipe)/rating"
    let first = try await user.put(path, ["stars": 5, "comment": "Ngon!"])
    #expect(first.status == 201, "\(first.body.text)")
    #expect(first.body["rating"]["verified"] == true)
    let second = try await user.put(path, ["stars": 4])
    #expect(second.status == 200)
    let summary = try await user.get("/v1/recipes/\(recipe)/rating-summary")
    #expect(summary.body["summary"]["count"] == 1)
    #expect(summary.body["summary"]["sum"] == 4)
    #expect(summary.body["summary"]["average"] == 4)
  }

  /// A recipe of the model is cooked and liked by three others; the next person gets it from the
  /// cookbook, without a model call.
  private func joinsTheCookbook(_ kitchen: Kitchen, _ setting: Setting) async throws {
    let names: JSON = ["thanh long", "bạch tuộc", "hạt dẻ"]
    func client(_ user: String) async throws -> RESTClient {
      RESTClient(base: kitchen.rest, token: try await kitchen.token(user), flags: setting.flags)
    }
    let mai = try await client("mai")
    let asked = try await mai.post("/v1/suggestions", ["ingredients": names])
    #expect(asked.body["suggestion"]["fromModel"] == 1, "\(asked.body.text)")
    let suggested = asked.body["suggestion"]["recipes"][0]
    #expect(suggested["source"] == "RECIPE_SOURCE_MODEL_LOCAL")
    let recipe = try #require(suggested["recipe"]["id"].string)

    for name in ["nam", "hoa", "binh"] {
      let cook = try await client(name)
      let session = try await startsCooking(recipe, as: cook)
      _ = try await cook.post("/v1/cooking-sessions/\(session):complete")
      let rated = try await cook.put("/v1/recipes/\(recipe)/rating", ["stars": 5])
      #expect(rated.status == 201, "\(rated.body.text)")
    }
    let thu = try await client("thu")
    let approved = try await eventually {
      try await thu.get("/v1/recipes/\(recipe)").body["recipe"]["approval"]
        == "APPROVAL_STATE_APPROVED"
    }
    #expect(approved, "three verified ratings of 5 approve the recipe")
    let found = try await eventually {
      let next = try await thu.post("/v1/suggestions", ["ingredients": names])
      return next.body["suggestion"]["fromModel"] == 0
        && next.body["suggestion"]["recipes"][0]["recipe"]["id"] == .string(recipe)
    }
    #expect(found, "the next person gets it from the cookbook")
  }
}

/// Asks until the answer is yes, for ten seconds at most; each question paces the next.
func eventually(_ holds: () async throws -> Bool) async throws -> Bool {
  let end = ContinuousClock.now.advanced(by: .seconds(10))
  repeat {
    if try await holds() { return true }
  } while ContinuousClock.now < end
  return false
}
