import Contracts
import RPC
import ServiceKit
import SingleTable
import Synchronization
import TestTables
import Testing

@testable import AISuggestion

struct BudgetTests {
  private static let good = ScriptedText { .said(GoodAnswer.text($0)) }

  private func spent(_ test: TestService) async throws -> Int {
    let month = Month(at: test.clock.seconds).name
    return try await test.needs.table.get(Key("BUDGET#MODEL", month))?["microUSD"]?.intValue ?? 0
  }

  @Test("a call costs its tokens, and what was set aside beyond them is given back")
  func settling() async throws {
    let test = try await TestService(model: Self.good.paid, monthBudgetMicroUSD: 1_000_000)
    let suggestion = try await test.suggest(["beef", "tomato"], 3)
    #expect(suggestion.fromModel == 3)
    // 400 tokens in and 800 out, three times.
    #expect(suggestion.costMicroUsd == 3 * 1100)
    #expect(try await spent(test) == 3 * 1100)
    #expect(suggestion.recipes.allSatisfy { $0.source == .modelBedrock })
  }

  @Test(
    "what a call did not cost is given back, though its caller leaves just then",
    arguments: Backend.allCases
  )
  func leaving(backend: Backend) async throws {
    let (settling, settle) = AsyncStream.makeStream(of: Void.self)
    let (left, leave) = AsyncStream.makeStream(of: Void.self)
    let writes = Mutex(0)
    let test = try await TestService(
      model: Self.good.paid,
      monthBudgetMicroUSD: 1_000_000,
      on: backend
    ) { write in
      guard write.key?.partition == "BUDGET#MODEL" else { return }
      // The first sets the money aside.
      let isFirst = writes.withLock { writes in
        writes += 1
        return writes == 1
      }
      guard !isFirst else { return }
      settle.yield()
      for await _ in left {}
    }
    await withTaskGroup { group in
      group.addTask { _ = await failure { try await test.suggest(["beef", "tomato"]) } }
      for await _ in settling { break }
      group.cancelAll()
      leave.finish()
    }
    #expect(try await spent(test) == 1100)
  }

  @Test("the budget is never passed, by however many at once, and the cookbook still answers")
  func never() async throws {
    // Room for two calls at their most, some 5,000 each; spent is less.
    let budget: Int64 = 12_000
    let test = try await TestService(
      recipes: [.test("a", .soup)],
      model: ScriptedModel(costMax: 5000) { prompt in
        let answer = try await LocalRecipeModel().compose(prompt, until: .after(.seconds(60)))
        return ModelAnswer(record: answer.record, source: .modelBedrock, costMicroUSD: 4000)
      },
      monthBudgetMicroUSD: budget
    )
    let suggestions = try await withThrowingTaskGroup(of: Suggestion.self) { group in
      for index in 0..<20 {
        group.addTask { try await test.suggest(["beef", "tomato"], 2, by: "user\(index)") }
      }
      return try await group.reduce(into: [Suggestion]()) { $0.append($1) }
    }
    #expect(suggestions.allSatisfy { $0.fromCookbook == 1 })
    let cost = suggestions.reduce(0) { $0 + $1.costMicroUsd }
    let total = try await spent(test)
    #expect(cost <= budget && total == Int(cost))
    let short = suggestions.filter { $0.fromModel == 0 }
    #expect(short.count >= 17)
    #expect(short.allSatisfy { $0.warnings.map(\.code).contains(.budgetExhausted) })
    // Next month there is money again.
    let month = Month(at: test.clock.seconds)
    test.clock.advance(by: month.end - test.clock.seconds)
    #expect(try await test.suggest(["beef", "tomato"], 2).fromModel == 1)
  }

  @Test("a call whose end is not known counts as the most that it can have cost")
  func unknown() async throws {
    let broken = ScriptedText { _ in throw TextModelError.unknownOutcome(reason: "reset") }
    let test = try await TestService(model: broken.paid, monthBudgetMicroUSD: 1_000_000)
    let suggestion = try await test.suggest(["beef", "tomato"])
    #expect(suggestion.warnings.map(\.code) == [.modelUnavailable, .fewerRecipes])
    let prompt = try #require(broken.prompts.first)
    let most = ScriptedText.prices.costMicroUSD(
      inputTokens: prompt.system.utf8.count + prompt.user.utf8.count + Limits.promptFrameTokens,
      outputTokens: Limits.modelTokensMax
    )
    #expect(try await spent(test) == Int(most))
    #expect(suggestion.costMicroUsd == most)
  }

  @Test(
    "what was never done is not paid",
    arguments: [TextModelError.unavailable(reason: "throttled"), .refused(reason: "no such model")]
  )
  func free(error: TextModelError) async throws {
    let model = ScriptedText { _ in throw error }
    let test = try await TestService(model: model.paid, monthBudgetMicroUSD: 1_000_000)
    let suggestion = try await test.suggest(["beef", "tomato"])
    #expect(suggestion.costMicroUsd == 0)
    #expect(try await spent(test) == 0)
  }

  @Test("no budget means no paid call")
  func none() async throws {
    let model = ScriptedText { .said(GoodAnswer.text($0)) }
    let test = try await TestService(model: model.paid, monthBudgetMicroUSD: 0)
    let suggestion = try await test.suggest(["beef", "tomato"])
    #expect(suggestion.warnings.map(\.code) == [.budgetExhausted, .fewerRecipes])
    #expect(model.prompts.isEmpty)
  }

  @Test("fifty calls with one key pay once")
  func onceByKey() async throws {
    let model = ScriptedText { .said(GoodAnswer.text($0)) }
    let test = try await TestService(model: model.paid, monthBudgetMicroUSD: 1_000_000)
    await withTaskGroup(of: Void.self) { group in
      for _ in 1...50 {
        // Those that come too early are told so, which is another test's matter.
        group.addTask { _ = try? await test.suggest(["beef", "tomato"], key: "k") }
      }
    }
    #expect(model.prompts.count == 1)
    #expect(try await spent(test) == 1100)
  }

  @Test("a call that failed after its model was paid counts, one that failed before does not")
  func quota() async throws {
    let model = ScriptedText { .said(GoodAnswer.text($0)) }
    let test = try await TestService(model: model.paid, quota: 1, monthBudgetMicroUSD: 1_000_000)
    #expect(await failure { try await test.suggest(["bo"]) }?.code == .invalidArgument)
    let unheard = await failure {
      try await test.service.suggest(
        SuggestRequest(ingredients: ["beef", "tomato"], recipeCount: 1),
        .test("lan")
      ) { part in
        if case .recipe = part { throw CancellationError() }
      }
    }
    #expect(unheard?.code == .cancelled)
    let next = await failure { try await test.suggest(["beef", "tomato"]) }
    #expect(next?.code == .resourceExhausted)
  }
}
