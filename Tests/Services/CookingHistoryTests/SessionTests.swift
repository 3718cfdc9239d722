import Contracts
import Protobuf
import RPC
import SingleTable
import Testing

@testable import CookingHistory

@Suite("Cooking sessions")
struct SessionTests {
  @Test("a session keeps the recipe as it was, in the language of the call, and answers 201")
  func snapshot() async throws {
    try await Bench.run { bench in
      let context = ServerContext.by("lan", ["accept-language": "en"])
      let started = try await bench.start("lan", "pho-bo", context: context)
      bench.book.changeTitles()
      #expect(context.responseMetadata["x-http-status"] == "201")
      #expect(UUIDv7(started.id) != nil)
      #expect(started.status == .cooking)
      #expect(started.recipeTitle == "pho-bo en")
      #expect(started.startTime?.seconds == bench.clock.milliseconds / 1_000)
      #expect(started.endTime == nil && started.minutes == nil)
      let recipe = try #require(started.recipe)
      #expect(recipe.recipeId == "pho-bo")
      #expect(recipe.method == .soup && recipe.servings == 4 && recipe.cookMinutes == 60)
      #expect(recipe.ingredients.map(\.quantity) == [0.5])
      #expect(recipe.ingredients.map(\.note) == ["sliced"])
      #expect(recipe.steps.map(\.text) == ["Boil."])
      #expect(try await bench.get(started.id) == started)
    }
  }

  @Test("a completed session has whole minutes, and a second completion is refused")
  func completion() async throws {
    try await Bench.run { bench in
      let session = try await bench.start()
      bench.clock.advance(minutes: 42, milliseconds: 59_999)
      let completed = try await bench.complete(session.id)
      #expect(completed.status == .completed && completed.minutes == 42)
      #expect(completed.endTime?.seconds == bench.clock.milliseconds / 1_000)
      #expect(completed.recipe == session.recipe)
      for attempt in [bench.complete, bench.abandon] {
        let error = try await #require(throws: RPCError.self) {
          _ = try await attempt(session.id, "lan")
        }
        #expect(error.code == .failedPrecondition)
        #expect(error.message.contains("completed already"))
      }
      #expect(try await bench.get(session.id) == completed)
      #expect(try await bench.stats().completedCount == 1)
    }
  }

  @Test("of twenty completions at once one goes through, and counts once")
  func completionsAtOnce() async throws {
    try await Bench.run { bench in
      let session = try await bench.start()
      bench.clock.advance(minutes: 10)
      let codes = await Self.codes(20) { _ in _ = try await bench.complete(session.id) }
      #expect(codes.filter { $0 == .ok }.count == 1)
      #expect(Set(codes) == [.ok, .failedPrecondition])
      let stats = try await bench.stats()
      #expect(stats.completedCount == 1 && stats.totalMinutes == 10)
      #expect(stats.mostCooked?.count == 1)
    }
  }

  @Test("somebody else's session does not exist")
  func foreign() async throws {
    try await Bench.run { bench in
      let session = try await bench.start("lan")
      let calls: [(String, String) async throws -> Void] = [
        { _ = try await bench.get($1, by: $0) }, { _ = try await bench.complete($1, by: $0) },
        { _ = try await bench.abandon($1, by: $0) }, { try await bench.delete($1, by: $0) },
      ]
      for call in calls {
        for (user, id) in [
          ("minh", session.id), ("lan", "0197714a-0000-7000-8000-000000000000"), ("lan", "x#y"),
        ] {
          let error = try await #require(throws: RPCError.self) { try await call(user, id) }
          #expect(error.code == .notFound)
        }
      }
      #expect(try await bench.get(session.id).status == .cooking)
    }
  }

  @Test("vector 7: fifty starts with one key make one session, and all get it")
  func vector7() async throws {
    try await Bench.run { bench in
      let ids = try await withThrowingTaskGroup(of: String.self) { group in
        for _ in 0..<50 {
          group.addTask { try await bench.start("lan", "pho-bo", key: "k-1").id }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(ids.count == 50)
      #expect(Set(ids).count == 1)
      #expect(try await bench.stats().sessionCount == 1)
      #expect(try await Self.list(bench).sessions.count == 1)
    }
  }

  @Test("a key answers the same for a day, in field or header, and is each user's own")
  func keys() async throws {
    try await Bench.run { bench in
      let first = try await bench.start("lan", "pho-bo", key: "k")
      let header = ServerContext.by("lan", ["idempotency-key": "k"])
      #expect(try await bench.start("lan", "pho-bo", context: header) == first)
      #expect(header.responseMetadata["x-http-status"] == "201")
      #expect(try await bench.start("minh", "pho-bo", key: "k") != first)
      _ = try await bench.complete(first.id)
      #expect(try await bench.start("lan", "pho-bo", key: "k") == first)
      let error = try await #require(throws: RPCError.self) {
        _ = try await bench.start("lan", "thit-kho-trung", key: "k")
      }
      #expect(error.code == .alreadyExists)
      bench.clock.advance(minutes: 24 * 60 + 1)
      #expect(try await bench.start("lan", "pho-bo", key: "k").id != first.id)
      #expect(try await bench.stats().sessionCount == 2)
    }
  }

  @Test("lists go from the newest, page by page, by status and recipe, without recipes")
  func lists() async throws {
    try await Bench.run { bench in
      var ids: [String] = []
      for number in 0..<7 {
        let recipe = number.isMultiple(of: 2) ? "pho-bo" : "thit-kho-trung"
        let session = try await bench.start("lan", recipe)
        if number < 3 { _ = try await bench.complete(session.id) }
        ids.append(session.id)
        bench.clock.advance(minutes: 1)
      }
      _ = try await bench.start("minh")
      let newestFirst = Array(ids.reversed())
      let pages = try await Self.walk(bench, size: 3)
      #expect(pages.map(\.count) == [3, 3, 1])
      #expect(pages.flatMap { $0 } == newestFirst)
      let completed = try await Self.walk(bench, size: 2, status: .completed).flatMap { $0 }
      #expect(completed == [ids[2], ids[1], ids[0]])
      let pho = try await Self.walk(bench, size: 2, recipe: "pho-bo").flatMap { $0 }
      #expect(pho == [ids[6], ids[4], ids[2], ids[0]])
      let both = try await Self.list(bench, status: .cooking, recipe: "pho-bo").sessions
      #expect(both.map(\.id) == [ids[6], ids[4]])
      #expect(both.allSatisfy { $0.recipe == nil && $0.recipeTitle == "pho-bo vi" })
      #expect(try await Self.list(bench, recipe: "x#RECIPE#pho-bo").sessions.isEmpty)
    }
  }

  @Test("a page token is of no use for another list or caller")
  func foreignToken() async throws {
    try await Bench.run { bench in
      for _ in 0..<3 { _ = try await bench.start() }
      let token = try await Self.list(bench, size: 1).nextPageToken
      #expect(!token.isEmpty)
      let attempts: [() async throws -> Void] = [
        { _ = try await Self.list(bench, user: "minh", token: token) },
        { _ = try await Self.list(bench, status: .completed, token: token) },
        { _ = try await Self.list(bench, recipe: "pho-bo", token: token) },
        { _ = try await Self.list(bench, token: token + "A") },
      ]
      for attempt in attempts {
        let error = try await #require(throws: (any Error).self) { try await attempt() }
        #expect(RPCError(from: error).code == .invalidArgument)
      }
    }
  }

  @Test("a forgotten session is gone, also from the numbers")
  func forget() async throws {
    try await Bench.run { bench in
      let early = try await bench.cook(minutes: 10)
      let late = try await bench.cook(minutes: 20)
      let other = try await bench.cook("lan", "thit-kho-trung", minutes: 5)
      let abandoned = try await bench.start()
      _ = try await bench.abandon(abandoned.id)
      let open = try await bench.start()
      #expect(try await bench.stats().mostCooked?.recipeId == "pho-bo")

      try await bench.delete(late.id)
      #expect(try await bench.verify().completeTime == early.endTime)
      #expect(try await bench.stats().mostCooked?.recipeId == "thit-kho-trung")
      try await bench.delete(early.id)
      #expect(try await !bench.verify().verified)
      for session in [other, abandoned, open] { try await bench.delete(session.id) }
      #expect(try await bench.stats() == CookingStats())
      #expect(try await Self.list(bench).sessions.isEmpty)
      let again = try await #require(throws: RPCError.self) { try await bench.delete(open.id) }
      #expect(again.code == .notFound)
    }
  }
}

// MARK: - Parts

extension SessionTests {
  static func list(
    _ bench: Bench,
    user: String = "lan",
    size: Int32 = 0,
    status: CookingStatus = .unspecified,
    recipe: String = "",
    token: String = ""
  ) async throws -> ListSessionsResponse {
    var request = ListSessionsRequest()
    request.pageSize = size
    request.status = status
    request.recipeId = recipe
    request.pageToken = token
    return try await bench.service.listSessions(request, context: .by(user))
  }

  /// The ids of every page.
  static func walk(
    _ bench: Bench,
    size: Int32,
    status: CookingStatus = .unspecified,
    recipe: String = ""
  ) async throws -> [[String]] {
    var pages: [[String]] = []
    var token = ""
    repeat {
      let page = try await list(bench, size: size, status: status, recipe: recipe, token: token)
      if !page.sessions.isEmpty { pages.append(page.sessions.map(\.id)) }
      token = page.nextPageToken
    } while !token.isEmpty && pages.count < 20
    return pages
  }

  /// What became of calls made at once.
  static func codes(
    _ count: Int,
    _ call: @escaping @Sendable (Int) async throws -> Void
  ) async -> [StatusCode] {
    await withTaskGroup(of: StatusCode.self) { group in
      for number in 0..<count {
        group.addTask {
          do {
            try await call(number)
            return .ok
          } catch { return RPCError(from: error).code }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
  }
}
