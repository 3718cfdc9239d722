import Contracts
import Logging
import RPC
import ServiceKit
import SingleTable
import Synchronization
import TestTables
import Testing

@testable import AISuggestion

struct ModelTroubleTests {
  struct Broken: Error {}

  private static let nonsense: @Sendable (RecipePrompt) async throws -> ModelAnswer = { prompt in
    var answer = try await LocalRecipeModel().compose(prompt, until: .after(.seconds(60)))
    let record = RecipeRecord(title: LocalizedText(vi: "?"), method: prompt.method)
    answer = ModelAnswer(record: record, source: answer.source, costMicroUSD: 7)
    return answer
  }

  @Test("vector 6: an error gives cookbook recipes and a warning, and nothing else is stored")
  func vector6Error() async throws {
    let model = ScriptedModel { _ in throw Broken() }
    let test = try await TestService(recipes: [.test("a", .soup)], model: model, on: .sqlite)
    let before = try await test.stored()
    let suggestion = try await test.suggest(["beef", "tomato"], 3)
    #expect(suggestion.recipes.map { $0.recipe?.id } == ["a"])
    #expect(suggestion.fromModel == 0)
    #expect(suggestion.warnings.map(\.code) == [.modelUnavailable, .fewerRecipes])
    let written = try await test.stored().filter { !before.contains($0) }
    #expect(written.compactMap(\.key?.partition).sorted() == ["QUOTA#lan", "SUGGESTION#lan"])
  }

  @Test("vector 6: nonsense is dropped, warned of, paid for and not stored")
  func vector6Nonsense() async throws {
    let test = try await TestService(
      recipes: [.test("a", .soup)],
      model: ScriptedModel(script: Self.nonsense),
      on: .sqlite
    )
    let before = try await test.stored()
    let suggestion = try await test.suggest(["beef", "tomato"], 3)
    #expect(suggestion.recipes.map { $0.recipe?.id } == ["a"])
    #expect(suggestion.fromModel == 0)
    #expect(suggestion.costMicroUsd == 14)
    #expect(suggestion.warnings.map(\.code) == [.modelAnswerDropped, .fewerRecipes])
    let written = try await test.stored().filter { !before.contains($0) }
    #expect(
      written.allSatisfy {
        ["SUGGESTION#lan", "QUOTA#lan", "BUDGET#MODEL"].contains($0.key?.partition)
      }
    )
  }

  @Test("foods that cannot be listed cost what must be checked by them, not the answer")
  func unchecked() async throws {
    let model = ScriptedText { .said(GoodAnswer.text($0)) }
    var written = StoredRecipe.test("written", .fry)
    written.origin = .user
    let test = try await TestService(
      recipes: [.test("a", .soup), written],
      model: model.paid,
      monthBudgetMicroUSD: 1_000_000
    )
    test.ingredients.loseList()
    let careful = try await test.suggest(["beef", "tomato"], 3) { $0.allergies = [.mustard] }
    #expect(careful.recipes.map { $0.recipe?.id } == ["a"])
    #expect(careful.warnings.map(\.code) == [.modelUnavailable, .fewerRecipes])
    #expect(model.prompts.isEmpty && careful.costMicroUsd == 0)
    let free = try await test.suggest(["beef", "tomato"], 3)
    #expect(free.fromCookbook == 2 && free.fromModel == 1)
  }

  @Test("what one call gives counts, though another fails")
  func partly() async throws {
    let model = ScriptedModel { prompt in
      if prompt.method == .soup { throw Broken() }
      return try await LocalRecipeModel().compose(prompt, until: .after(.seconds(60)))
    }
    let test = try await TestService(model: model)
    let suggestion = try await test.suggest(["beef", "tomato"], 2)
    #expect(suggestion.fromModel == 1)
    #expect(suggestion.recipes.first?.recipe?.method == .stirFry)
    #expect(suggestion.warnings.map(\.code) == [.modelUnavailable, .fewerRecipes])
  }

  @Test("a model that does not end is cancelled when the time is over")
  func timeout() async throws {
    let cancelled = Mutex(0)
    let model = ScriptedModel { _ in
      // Ends by cancellation alone.
      let (stream, _) = AsyncStream.makeStream(of: ModelAnswer.self)
      for await answer in stream { return answer }
      cancelled.withLock { $0 += 1 }
      throw CancellationError()
    }
    let test = try await TestService(model: model)
    var generator = test.service.suggester.generator
    generator.pause = { _ in }
    let order = RecipeGenerator.Order(
      prompts: [CookingMethod.soup, .fry].map { Kitchen.prompt(["beef", "tomato"], $0) },
      titles: [],
      words: nil,
      deadline: .after(.seconds(1))
    )
    let outcome = try await generator.recipes(for: order) { _, _ in }
    #expect(outcome.failedCount == 2)
    #expect(outcome.answers.isEmpty)
    #expect(cancelled.withLock { $0 } == 2)
  }

  struct Hanging: Sendable, CustomTestStringConvertible {
    /// What the model is given, all of which it takes.
    let time: Duration
    /// The error with which it ends itself; without one it waits to be cancelled.
    let error: TextModelError?
    let counts: Bool

    var testDescription: String { "\(time), \(error.map { "\($0)" } ?? "silent")" }
  }

  @Test(
    "a model that does not answer is left alone, unless those who asked were in haste",
    arguments: [
      Hanging(time: .seconds(30), error: nil, counts: true),
      Hanging(time: .seconds(30), error: .unknownOutcome(reason: "no answer"), counts: true),
      Hanging(time: .seconds(5), error: nil, counts: false),
      Hanging(time: .seconds(5), error: .unknownOutcome(reason: "no answer"), counts: false),
      Hanging(time: .seconds(5), error: .unavailable(reason: "no time left"), counts: false),
    ]
  )
  func hanging(_ row: Hanging) async throws {
    let clock = Mutex(Deadline.now)
    let (asked, ask) = AsyncStream.makeStream(of: Void.self)
    let text = ScriptedText { _ in
      ask.yield()
      if let error = row.error {
        clock.withLock { $0 = $0.advanced(by: row.time) }
        throw error
      }
      let (silence, _) = AsyncStream.makeStream(of: Void.self)
      for await _ in silence {}
      throw TextModelError.cancelled
    }
    let model = PaidRecipeModel(text, prices: ScriptedText.prices) { clock.withLock { $0 } }
    let test = try await TestService(model: model, monthBudgetMicroUSD: 1_000_000)
    var generator = test.service.suggester.generator
    generator.pause = { _ in
      for await _ in asked { break }
      if row.error == nil { return clock.withLock { $0 = $0.advanced(by: row.time) } }
      // The model ends first.
      let (silence, _) = AsyncStream.makeStream(of: Void.self)
      for await _ in silence {}
    }
    for _ in 0...Limits.breakerFailuresMax {
      let order = RecipeGenerator.Order(
        prompts: [Kitchen.prompt(["beef", "tomato"])],
        titles: [],
        words: nil,
        deadline: clock.withLock { $0 }.advanced(by: row.time)
      )
      #expect(try await generator.recipes(for: order) { _, _ in }.failedCount == 1)
    }
    #expect(text.prompts.count == Limits.breakerFailuresMax + (row.counts ? 0 : 1))
  }

  @Test("a caller who leaves the model no time does not have it asked, and nothing is paid")
  func haste() async throws {
    let text = ScriptedText { .said(GoodAnswer.text($0)) }
    let test = try await TestService(
      recipes: [.test("a", .soup)],
      model: text.paid,
      monthBudgetMicroUSD: 1_000_000
    )
    let context = ServerContext(
      method: AISuggestionServiceMethods.suggest,
      deadline: .after(Limits.answerReserve + Limits.modelTimeMin),
      principal: Principal(subject: "lan")
    )
    let answer = try await test.service.suggest(
      SuggestRequest(ingredients: ["beef", "tomato"], recipeCount: 3),
      context: context
    )
    let suggestion = try #require(answer.suggestion)
    #expect(suggestion.recipes.map { $0.recipe?.id } == ["a"])
    #expect(suggestion.warnings.map(\.code) == [.modelUnavailable, .fewerRecipes])
    #expect(suggestion.costMicroUsd == 0)
    #expect(text.prompts.isEmpty)
    #expect(try await test.stored().allSatisfy { $0.key?.partition != "BUDGET#MODEL" })
  }

  @Test("a caller who leaves stops the model, and nothing is answered")
  func cancellation() async throws {
    let (started, startedSignal) = AsyncStream.makeStream(of: Void.self)
    let model = ScriptedModel { _ in
      startedSignal.yield()
      let (stream, _) = AsyncStream.makeStream(of: ModelAnswer.self)
      for await answer in stream { return answer }
      throw CancellationError()
    }
    let test = try await TestService(model: model)
    let generator = test.service.suggester.generator
    let isCancelled = await withTaskGroup(of: Bool.self) { group in
      group.addTask {
        do {
          let order = RecipeGenerator.Order(
            prompts: [Kitchen.prompt(["beef", "tomato"])],
            titles: [],
            words: nil,
            deadline: .after(.seconds(60))
          )
          _ = try await generator.recipes(for: order) { _, _ in }
          return false
        } catch { return error is CancellationError }
      }
      for await _ in started { break }
      group.cancelAll()
      return await group.next() ?? false
    }
    #expect(isCancelled)
  }

  @Test("dishes of the same foods differ by their method, however many foods their names list")
  func nearTitles() async throws {
    let test = try await TestService()
    let suggestion = try await test.suggest(["beef", "tomato", "garlic", "spring_onion"], 5)
    #expect(suggestion.fromModel == 5)
  }

  @Test("a title that is there already is dropped")
  func duplicates() async throws {
    let model = ScriptedModel { prompt in
      let answer = try await LocalRecipeModel().compose(prompt, until: .after(.seconds(60)))
      var record = answer.record
      record.title = LocalizedText(vi: "Món duy nhất", en: "The only dish")
      return ModelAnswer(record: record, source: answer.source, costMicroUSD: 0)
    }
    let test = try await TestService(model: model)
    let suggestion = try await test.suggest(["beef", "tomato"], 3)
    #expect(suggestion.fromModel == 1)
    #expect(suggestion.warnings.map(\.code) == [.modelAnswerDropped, .fewerRecipes])
  }
}

extension Logger {
  static let silent = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
}
