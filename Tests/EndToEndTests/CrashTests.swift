import Foundation
import Testing

/// Services that die while others count on them.
@Suite("Crashes", .serialized)
struct CrashTests {
  private static let raters = 20

  /// The recipe of a model, and people who have cooked it.
  private struct Table {
    let author: RESTClient
    let recipe: String
    let cooks: [RESTClient]
  }

  private func lay(_ kitchen: Kitchen) async throws -> Table {
    func client(_ user: String) async throws -> RESTClient {
      RESTClient(base: kitchen.rest, token: try await kitchen.token(user))
    }
    let mai = try await client("mai")
    let names: JSON = ["thanh long", "bạch tuộc", "hạt dẻ"]
    let asked = try await mai.post("/v1/suggestions", ["ingredients": names])
    let suggested = asked.body["suggestion"]["recipes"][0]["recipe"]["id"]
    let recipe = try #require(suggested.string, "\(asked.body.text)")
    var cooks: [RESTClient] = []
    for number in 0..<Self.raters {
      let cook = try await client("cook-\(number)")
      let session = try await cook.post("/v1/cooking-sessions", ["recipeId": .string(recipe)])
      let id = try #require(session.body["session"]["id"].string, "\(session.body.text)")
      _ = try await cook.post("/v1/cooking-sessions/\(id):complete")
      cooks.append(cook)
    }
    return Table(author: mai, recipe: recipe, cooks: cooks)
  }

  @Test("vector 9: twenty rate while the rating service is killed, and each counts once")
  func vector9() async throws {
    let kitchen = try await Kitchen(.fiveProcesses)
    let table = try await lay(kitchen)
    let path = "/v1/recipes/\(table.recipe)"
    let (rated, tell) = AsyncStream.makeStream(of: Void.self)
    async let raters: Void = withThrowingTaskGroup(of: Void.self) { group in
      for cook in table.cooks {
        group.addTask {
          defer { tell.yield() }
          // The same rating once more is the same rating; a service that is down is asked again.
          let isRated = try await eventually {
            try await cook.put("\(path)/rating", ["stars": 4]).status < 300
          }
          #expect(isRated)
        }
      }
      try await group.waitForAll()
    }
    // Killed with ratings acknowledged and others under way, and before all news is delivered.
    var acknowledged = rated.makeAsyncIterator()
    for _ in 0..<4 { await acknowledged.next() }
    await kitchen.crash("rating-handler")
    try await kitchen.restart("rating-handler")
    try await raters

    let summary = try await table.author.get("\(path)/rating-summary").body["summary"]
    #expect(summary["count"] == 20 && summary["sum"] == 80, "\(summary.text)")
    #expect(summary["verifiedCount"] == 20)
    #expect(summary["approval"] == "APPROVAL_STATE_APPROVED")
    let isTold = try await eventually {
      let recipe = try await table.author.get(path).body["recipe"]
      return recipe["ratingCount"] == 20 && recipe["approval"] == "APPROVAL_STATE_APPROVED"
    }
    #expect(isTold, "what was not delivered before is delivered after")
    for cook in table.cooks {
      let isCounted = try await eventually {
        try await cook.get("/v1/cooking-stats").body["stats"]["ratingCount"] == 1
      }
      #expect(isCounted)
    }
  }

  @Test("a user is forgotten everywhere, also where nobody answered at first")
  func forgotten() async throws {
    let kitchen = try await Kitchen(.fiveProcesses)
    let table = try await lay(kitchen)
    let lan = table.cooks[0]
    let path = "/v1/recipes/\(table.recipe)"
    _ = try await lan.put("\(path)/rating", ["stars": 5])
    _ = try await lan.post("/v1/pantry", ["ingredientId": "tomato"])
    await kitchen.crash("ingredient-validator")
    let wished = try await lan.send("DELETE", "/v1/me/data", nil, [:])
    #expect(wished.status == 200, "\(wished.body.text)")
    #expect(wished.body["complete"] != .bool(true))
    #expect(try await lan.get("/v1/cooking-stats").body["stats"]["sessionCount"].int ?? 0 == 0)
    let summary = try await lan.get("\(path)/rating-summary").body["summary"]
    #expect(summary["count"].int ?? 0 == 0, "\(summary.text)")

    try await kitchen.restart("ingredient-validator")
    let isForgotten = try await eventually {
      let pantry = try await lan.get("/v1/pantry")
      return pantry.status == 200 && pantry.body["items"].array.isEmpty
    }
    #expect(isForgotten, "asked again without anybody's doing")
  }
}
