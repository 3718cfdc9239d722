import Foundation
import TestPrograms
import Testing

/// What a person gets who asks for the wrong thing, or at the wrong moment.
@Suite("Bad input and trouble", .serialized)
struct TroubleTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    var method = "POST"
    var path = "/v1/ingredients:validate"
    var body: String? = #"{"names":["gừng"]}"#
    var headers: [String: String] = [:]
    let status: Int
    let code: String
    /// What the message or a detail must name.
    var names: String = ""

    var testDescription: String { name }
  }

  static let cases = [
    Case(name: "not JSON", body: "names=gừng", status: 400, code: "INVALID_ARGUMENT"),
    Case(
      name: "cut off JSON",
      body: #"{"names":["gừng"#,
      status: 400,
      code: "INVALID_ARGUMENT"
    ),
    Case(
      name: "a wrong type",
      body: #"{"names":"gừng"}"#,
      status: 400,
      code: "INVALID_ARGUMENT",
      names: "names"
    ),
    Case(
      name: "a wrong element",
      body: #"{"names":["gừng",7]}"#,
      status: 400,
      code: "INVALID_ARGUMENT",
      names: "names[1]"
    ),
    Case(
      name: "an unknown field",
      body: #"{"names":["gừng"],"color":1}"#,
      status: 400,
      code: "INVALID_ARGUMENT",
      names: "color"
    ),
    Case(name: "no names", body: "{}", status: 400, code: "INVALID_ARGUMENT", names: "names"),
    Case(
      name: "too many names",
      body: "{\"names\":[\((0..<21).map { "\"rau \($0)\"" }.joined(separator: ","))]}",
      status: 400,
      code: "INVALID_ARGUMENT",
      names: "names"
    ),
    Case(
      name: "a recipe count out of range",
      path: "/v1/suggestions",
      body: #"{"ingredients":["gừng","gà"],"recipeCount":6}"#,
      status: 400,
      code: "INVALID_ARGUMENT",
      names: "recipe_count"
    ),
    Case(
      name: "feedback without a body",
      method: "PUT",
      path: "/v1/suggestions/none/feedback",
      body: nil,
      status: 400,
      code: "INVALID_ARGUMENT",
      names: "feedback"
    ),
    Case(
      name: "stars out of range",
      method: "PUT",
      path: "/v1/recipes/thit-kho-trung/rating",
      body: #"{"stars":6}"#,
      status: 400,
      code: "INVALID_ARGUMENT",
      names: "stars"
    ),
    Case(
      name: "an unknown id",
      method: "GET",
      path: "/v1/recipes/no-such-recipe",
      body: nil,
      status: 404,
      code: "NOT_FOUND",
      names: "no-such-recipe"
    ),
    Case(
      name: "an unknown path",
      method: "GET",
      path: "/v2/anything",
      body: nil,
      status: 404,
      code: "NOT_FOUND"
    ),
    Case(
      name: "a wrong method",
      method: "DELETE",
      path: "/v1/suggestions",
      body: nil,
      status: 405,
      code: "UNIMPLEMENTED"
    ),
    Case(
      name: "an unknown query parameter",
      method: "GET",
      path: "/v1/recipes?colour=red",
      body: nil,
      status: 400,
      code: "INVALID_ARGUMENT",
      names: "colour"
    ),
    Case(
      name: "a forged page token",
      method: "GET",
      path: "/v1/recipes?page_token=AAAA",
      body: nil,
      status: 400,
      code: "INVALID_ARGUMENT",
      names: "page_token"
    ),
    Case(
      name: "a forged token",
      headers: ["authorization": "Bearer eyJhbGciOiJub25lIn0.e30."],
      status: 401,
      code: "UNAUTHENTICATED"
    ),
    Case(
      name: "no token",
      headers: ["authorization": ""],
      status: 401,
      code: "UNAUTHENTICATED"
    ),
    Case(
      name: "an admin's method as a user",
      method: "GET",
      path: "/v1/admin/unknown-ingredients",
      body: nil,
      status: 403,
      code: "PERMISSION_DENIED"
    ),
    Case(
      name: "an oversized body",
      body: "{\"names\":[\"\(String(repeating: "a", count: 2_000_000))\"]}",
      status: 413,
      code: "INVALID_ARGUMENT"
    ),
  ]

  @Test("wrong input gets the right status and an error that names the field and the rule")
  func badInput() async throws {
    let kitchen = try await Kitchen(.oneProcess)
    let lan = RESTClient(base: kitchen.rest, token: try await kitchen.token("lan"))
    for row in Self.cases {
      let answer = try await lan.send(row.method, row.path, row.body, row.headers)
      #expect(answer.status == row.status, "\(row.name): \(answer.body.text)")
      #expect(answer.headers["x-request-id"] != nil, "\(row.name)")
      guard row.status >= 400 else { continue }
      let error = answer.body["error"]
      #expect(error["code"] == .string(row.code), "\(row.name): \(answer.body.text)")
      #expect(error["requestId"].string == answer.headers["x-request-id"], "\(row.name)")
      #expect(
        row.names.isEmpty || answer.body.text.contains(row.names),
        "\(row.name): \(answer.body.text)"
      )
    }
    let sessions = try await lan.get("/v1/cooking-sessions")
    #expect(sessions.body["sessions"].array.isEmpty, "nothing has changed")
  }

  @Test("a service that is down is named, and calls go on when it is back")
  func peerDown() async throws {
    let kitchen = try await Kitchen(.fiveProcesses)
    let lan = RESTClient(base: kitchen.rest, token: try await kitchen.token("lan"))
    await kitchen.crash("ingredient-validator")
    let start = ContinuousClock.now
    let down = try await lan.post("/v1/suggestions", ["ingredients": ["gà", "gừng"]])
    #expect(down.status == 503, "\(down.body.text)")
    #expect(down.body["error"]["code"] == "UNAVAILABLE")
    #expect(
      down.body.text.contains(kitchen.address(of: "ingredient-validator")),
      "which one is down: \(down.body.text)"
    )
    #expect(start.duration(to: .now) < .seconds(10))
    // What does not need it goes on.
    #expect(try await lan.get("/v1/recipes").status == 200)
    try await kitchen.restart("ingredient-validator")
    let isBack = try await eventually {
      try await lan.post("/v1/suggestions", ["ingredients": ["gà", "gừng"]]).status == 200
    }
    #expect(isBack)
  }

  @Test("vector 9: kill -9 while people cook loses no acknowledged session", arguments: 0..<3)
  func vector9(round: Int) async throws {
    let kitchen = try await Kitchen(.oneProcess)
    let lan = RESTClient(base: kitchen.rest, token: try await kitchen.token("lan"))
    let (ids, acknowledge) = AsyncStream.makeStream(of: String.self)
    async let cooks: Void = {
      await withTaskGroup { group in
        for _ in 0..<8 {
          group.addTask {
            // Ends with the first call that the crash has cut off.
            while let answer = try? await lan.post(
              "/v1/cooking-sessions",
              ["recipeId": "thit-kho-trung"]
            ),
              let id = answer.body["session"]["id"].string
            { acknowledge.yield(id) }
          }
        }
      }
      acknowledge.finish()
    }()
    // What cooks have been told counts, not what is stored: some answers are still on their way.
    var acknowledged: [String] = []
    for await id in ids {
      acknowledged.append(id)
      if acknowledged.count == 20 { await kitchen.crash("cooking-history") }
    }
    await cooks
    #expect(acknowledged.count >= 20)
    try await kitchen.restart("cooking-history")
    for id in acknowledged {
      #expect(try await lan.get("/v1/cooking-sessions/\(id)").status == 200)
    }
    // No half transaction: the counter counts exactly what is listed.
    var listed = 0
    var token = ""
    repeat {
      let page = try await lan.get("/v1/cooking-sessions?page_size=100&page_token=\(token)")
      listed += page.body["sessions"].array.count
      token = page.body["nextPageToken"].string ?? ""
    } while !token.isEmpty
    let stats = try await lan.get("/v1/cooking-stats")
    #expect(stats.body["stats"]["sessionCount"].int == listed)
    #expect(listed >= acknowledged.count)
  }

  @Test("SIGTERM: what runs is finished, and the end comes within five seconds with status 0")
  func gracefulStop() async throws {
    let kitchen = try await Kitchen(.oneProcess)
    let lan = RESTClient(base: kitchen.rest, token: try await kitchen.token("lan"))
    let program = try #require(kitchen.program("gateway"))
    let broken = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<4 {
        group.addTask {
          var broken = 0
          // Ends with the first call that finds nobody listening.
          while let answer = try? await lan.get("/v1/recipes/thit-kho-trung") {
            if answer.status != 200 && answer.status != 503 { broken += 1 }
          }
          return broken
        }
      }
      _ = try await lan.get("/v1/recipes/thit-kho-trung")
      let start = ContinuousClock.now
      program.terminate()
      #expect(await program.exitStatus() == 0)
      #expect(start.duration(to: .now) < .seconds(5))
      return try await group.reduce(0, +)
    }
    #expect(broken == 0)
  }
}
