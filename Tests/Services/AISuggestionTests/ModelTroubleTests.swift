import Contracts
import Logging
import RPC
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
