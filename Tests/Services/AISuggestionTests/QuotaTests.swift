import Contracts
import RPC
import ServiceKit
import Synchronization
import TestTables
import Testing

@testable import AISuggestion

struct QuotaTests {
  @Test("the call after the last free one says who, how many and until when")
  func exhausted() async throws {
    let test = try await TestService(quota: 2)
    for _ in 1...2 { _ = try await test.suggest(["beef", "tomato"]) }
    let wrong = await failure { try await test.suggest(["beef", "tomato"]) }
    #expect(wrong?.code == .resourceExhausted)
    let month = Month(at: test.clock.seconds)
    let details = try #require(wrong?.error.details)
    #expect(
      details.contains(.retryInfo(delay: .seconds(month.end - test.clock.seconds)))
    )
    #expect(
      details.contains {
        if case .quotaFailure(let violations) = $0 {
          violations.first?.subject == "user:lan"
            && violations.first?.description.contains(month.resetDate) == true
        } else {
          false
        }
      }
    )
    _ = try await test.suggest(["beef", "tomato"], by: "minh")
    test.clock.advance(by: month.end - test.clock.seconds)
    _ = try await test.suggest(["beef", "tomato"])
  }

  @Test("what fails is not counted")
  func failures() async throws {
    let test = try await TestService(quota: 1)
    #expect(await failure { try await test.suggest(["bo"]) } != nil)
    _ = try await test.suggest(["beef", "tomato"])
  }

  @Test(
    "who leaves before there is anything has the call again, and the key",
    arguments: Backend.allCases
  )
  func left(backend: Backend) async throws {
    let (asked, ask) = AsyncStream.makeStream(of: Void.self)
    let isSilent = Mutex(true)
    let model = ScriptedModel { prompt in
      guard isSilent.withLock({ $0 }) else {
        return try await LocalRecipeModel().compose(prompt, until: .after(.seconds(60)))
      }
      ask.yield()
      let (silence, _) = AsyncStream.makeStream(of: Void.self)
      for await _ in silence {}
      throw CancellationError()
    }
    let test = try await TestService(model: model, quota: 1, on: backend)
    await withTaskGroup { group in
      group.addTask {
        let left = await failure { try await test.suggest(["beef", "tomato"], key: "k") }
        #expect(left?.code == .cancelled)
      }
      for await _ in asked { break }
      group.cancelAll()
    }
    isSilent.withLock { $0 = false }
    #expect(try await test.suggest(["beef", "tomato"], key: "k").fromModel == 1)
  }

  @Test("fifty calls at once get exactly what is free")
  func concurrent() async throws {
    let test = try await TestService(recipes: [.test("a")], quota: 10)
    let codes = await withTaskGroup(of: StatusCode?.self) { group in
      for _ in 1...50 {
        group.addTask { await failure { try await test.suggest(["beef", "tomato"]) }?.code }
      }
      return await group.reduce(into: [StatusCode?]()) { $0.append($1) }
    }
    #expect(codes.filter { $0 == nil }.count == 10)
    #expect(codes.filter { $0 == .resourceExhausted }.count == 40)
    let page = try await test.service.listSuggestions(
      ListSuggestionsRequest(pageSize: 100),
      context: .test("lan")
    )
    #expect(page.suggestions.count == 10)
  }
}

struct IdempotencyTests {
  @Test("the same key gets the same answer, once counted, once stored, validated once")
  func replay() async throws {
    let test = try await TestService(quota: 1)
    let first = try await test.suggest(["beef", "tomato"], 2, key: "k1")
    let again = try await test.suggest(["beef", "tomato"], 2, key: "k1")
    #expect(first == again)
    #expect(test.ingredients.callCount == 1)
    let page = try await test.service.listSuggestions(.init(), context: .test("lan"))
    #expect(page.suggestions.map(\.id) == [first.id])
  }

  @Test("the key may come as metadata, and means the same")
  func metadata() async throws {
    let test = try await TestService()
    let first = try await test.suggest(["beef", "tomato"], key: "k1")
    let again = try await test.service.suggest(
      SuggestRequest(ingredients: ["beef", "tomato"], recipeCount: 1),
      context: .test("lan", metadata: ["idempotency-key": "k1"])
    )
    #expect(again.suggestion == first)
  }

  @Test("another request with the key is refused, another user's key is another key")
  func otherRequest() async throws {
    let test = try await TestService()
    let first = try await test.suggest(["beef", "tomato"], key: "k1")
    let wrong = await failure { try await test.suggest(["beef", "onion"], key: "k1") }
    #expect(wrong?.code == .alreadyExists)
    let other = try await test.suggest(["beef", "onion"], by: "minh", key: "k1")
    #expect(other.id != first.id)
  }

  @Test("a call that failed frees its key")
  func failed() async throws {
    let test = try await TestService(quota: 1)
    _ = try await test.suggest(["beef", "tomato"])
    #expect(await failure { try await test.suggest(["beef", "tomato"], key: "k") } != nil)
    test.clock.advance(by: 32 * 86_400)
    _ = try await test.suggest(["beef", "tomato"], key: "k")
  }

  @Test(
    "a key repeats a call that failed after it was counted, once, and is not counted again",
    arguments: Backend.allCases
  )
  func repeated(backend: Backend) async throws {
    let (asked, ask) = AsyncStream.makeStream(of: Void.self)
    let isSilent = Mutex(true)
    let model = ScriptedText { prompt in
      guard isSilent.withLock({ $0 }) else { return .said(GoodAnswer.text(prompt)) }
      ask.yield()
      let (silence, _) = AsyncStream.makeStream(of: Void.self)
      for await _ in silence {}
      throw TextModelError.cancelled
    }
    let test = try await TestService(
      model: model.paid,
      monthBudgetMicroUSD: 1_000_000,
      on: backend
    )
    let month = Month(at: test.clock.seconds)
    func leave(key: String) async {
      await withTaskGroup { group in
        group.addTask {
          let left = await failure { try await test.suggest(["beef", "tomato"], key: key) }
          #expect(left?.code == .cancelled)
        }
        for await _ in asked { break }
        group.cancelAll()
      }
    }
    await leave(key: "a")
    await leave(key: "b")
    await leave(key: "b")
    #expect(try await test.service.suggestions.callsUsed("lan", in: month) == 2)
    isSilent.withLock { $0 = false }
    let other = await failure { try await test.suggest(["beef", "onion"], key: "a") }
    #expect(other?.code == .alreadyExists)
    test.ingredients.goAway()
    let vain = await failure { try await test.suggest(["beef", "tomato"], key: "a") }
    #expect(vain?.code == .unavailable)
    test.ingredients.comeBack()
    let made = try await test.suggest(["beef", "tomato"], key: "a")
    #expect(made.fromModel == 1)
    #expect(try await test.suggest(["beef", "tomato"], key: "a") == made)
    #expect(try await test.service.suggestions.callsUsed("lan", in: month) == 2)
    _ = try await test.suggest(["beef", "tomato"], key: "b")
    #expect(try await test.service.suggestions.callsUsed("lan", in: month) == 3)
  }

  @Test("fifty calls with one key make one suggestion; those too early are told to come back")
  func concurrent() async throws {
    let test = try await TestService()
    let outcomes = await withTaskGroup(of: Result<String, RPCError>.self) { group in
      for _ in 1...50 {
        group.addTask {
          do { return .success(try await test.suggest(["beef", "tomato"], key: "k").id) } catch {
            return .failure(RPCError(from: error))
          }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    var ids: Set<String> = []
    for outcome in outcomes {
      switch outcome {
      case .success(let id): ids.insert(id)
      case .failure(let error): #expect(error.code == .aborted)
      }
    }
    #expect(ids.count == 1)
    #expect(try await test.suggest(["beef", "tomato"], key: "k").id == ids.first)
  }
}
