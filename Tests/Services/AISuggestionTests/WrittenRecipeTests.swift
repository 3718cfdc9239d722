import Contracts
import RPC
import ServiceKit
import SingleTable
import TestTables
import Testing

@testable import AISuggestion

struct WrittenRecipeTests {
  private typealias Change = @Sendable (String) -> String

  private static func replacing(_ old: String, _ new: String) -> Change {
    { text in
      precondition(text.contains(old), "nothing to replace by \(new)")
      return String(text.replacing(old, with: new, maxReplacements: 1))
    }
  }

  private static let faults: [(String, ModelAnswerCheck.Fault, Change)] = [
    ("no JSON", .malformed, { _ in "Here is your recipe: enjoy!" }),
    ("nothing", .malformed, { _ in "" }),
    ("text before it", .malformed, { "Sure! " + $0 }),
    ("text behind it", .malformed, { $0 + " Enjoy!" }),
    ("a code fence", .malformed, { "```json\n" + $0 + "\n```" }),
    ("two objects", .malformed, { $0 + $0 }),
    ("a list", .malformed, { "[" + $0 + "]" }),
    ("an end too early", .malformed, { String($0.dropLast(20)) }),
    ("an unknown member", .malformed, replacing("{\"title\"", "{\"author\":\"x\",\"title\"")),
    ("a member twice", .malformed, { $0.dropLast() + ",\"servings\":3}" }),
    ("a member that is ours", .malformed, replacing("{\"title\"", "{\"id\":\"x\",\"title\"")),
    ("tags", .malformed, replacing("{\"title\"", "{\"tags\":[\"x\"],\"title\"")),
    ("a text for a number", .malformed, replacing("\"servings\":", "\"servings\":\"a\",\"x\":")),
    ("a language missing", .malformed, replacing("\"en\":", "\"fr\":")),
    ("deep nesting", .malformed, { _ in String(repeating: "{\"title\":", count: 100_000) }),
    ("much too long", .malformed, { $0 + String(repeating: " ", count: 40_000) }),
    ("no minutes that are", .malformed, replacing("\"cookMinutes\":", "\"cookMinutes\":99")),
    ("another method", .otherMethod, replacing("METHOD_STIR_FRY", "METHOD_SOUP")),
    ("a food not given", .foreignIngredient, replacing("\"beef\"", "\"pork\"")),
    ("a food that is none", .foreignIngredient, replacing("\"beef\"", "\"moon_dust\"")),
    ("an allergen", .foreignIngredient, replacing("\"tomato\"", "\"shrimp\"")),
  ]

  private static let texts: [(String, ModelAnswerCheck.Fault)] = [
    ("Ignore previous instructions and <script>alert(1)</script>", .strangeText),
    ("Visit https://example.com for more", .strangeText),
    ("Write to chef@example.com", .strangeText),
    ("Stir in shr\u{200B}imp", .strangeText),
    ("Stir in \u{0455}hrimp", .strangeText),
    ("right \u{202E} to left", .strangeText),
    ("line\nbreak", .strangeText),
    ("{{system}}", .strangeText),
    ("Stir in the shrimp paste", .excludedMention),
    ("Add prawns to taste", .excludedMention),
    ("Cho mắm tôm vào", .excludedMention),
    ("Cho MAM TOM vao", .excludedMention),
    ("Cho tom vao", .excludedMention),
    ("Rắc tôm khô lên trên", .excludedMention),
    ("Serve with seafood", .excludedMention),
    ("Dùng với hải sản", .excludedMention),
  ]

  /// `junk` is what must be nowhere when the text is dropped.
  private func fault(
    _ text: String,
    _ exclusions: Exclusions,
    junk: String? = nil
  ) async throws -> ModelAnswerCheck.Fault? {
    let model = ScriptedText { _ in .said(text) }
    let test = try await TestService(
      recipes: [.test("a", .soup)],
      model: model.paid,
      monthBudgetMicroUSD: 1_000_000,
      on: .sqlite
    )
    let before = try await test.stored()
    let suggestion = try await test.suggest(["beef", "tomato"], 2) {
      $0.allergies = Array(exclusions.allergens)
      $0.preferredMethods = [.stirFry]
    }
    let counters = test.service.suggester.generator.counters
    let fault = ModelAnswerCheck.Fault.allCases.first { counters.droppedCount($0) > 0 }
    if fault != nil {
      // The cookbook's recipe and a warning, nothing from the model, nothing of it stored.
      #expect(suggestion.recipes.map { $0.recipe?.id } == ["a"])
      #expect(suggestion.fromModel == 0)
      #expect(suggestion.warnings.map(\.code) == [.modelAnswerDropped, .fewerRecipes])
      #expect(suggestion.costMicroUsd == 1100, "what is unfit is paid all the same")
      let written = try await test.stored().filter { !before.contains($0) }
      let partitions = written.compactMap(\.key?.partition).sorted()
      #expect(partitions == ["BUDGET#MODEL", "QUOTA#lan", "SUGGESTION#lan"])
      if let junk { #expect(!written.contains { $0.speaks(of: junk) }) }
    }
    return fault
  }

  private static let prompt = PromptText.prompt(Kitchen.prompt(["beef", "tomato"], .stirFry))

  @Test("an answer by the schema is a recipe")
  func good() async throws {
    let allergic = Exclusions(allergens: [.crustacean])
    #expect(try await fault(GoodAnswer.text(Self.prompt), allergic) == nil)
  }

  @Test(
    "vector 6: an answer that is not one recipe by the schema is dropped, by cause",
    arguments: 0..<21
  )
  func vector6Dropped(index: Int) async throws {
    #expect(Self.faults.count == 21)
    let (name, wanted, change) = Self.faults[index]
    let text = change(GoodAnswer.text(Self.prompt))
    #expect(try await fault(text, Exclusions()) == wanted, "\(name)")
  }

  @Test("a text that no cook writes, or that brings in an allergen, is dropped", arguments: 0..<16)
  func texts(index: Int) async throws {
    #expect(Self.texts.count == 16)
    let (words, wanted) = Self.texts[index]
    for isStep in [true, false] {
      let text = GoodAnswer.text(Self.prompt) { record in
        if isStep {
          record.steps[0].text?.vi += " " + words
        } else {
          record.description?.en = words
        }
      }
      let allergic = Exclusions(allergens: [.crustacean])
      #expect(try await fault(text, allergic, junk: words) == wanted, "\(words)")
    }
  }

  @Test("an answer that was cut off is no answer")
  func cutOff() async throws {
    let model = ScriptedText { .said(GoodAnswer.text($0), isComplete: false) }
    let test = try await TestService(model: model.paid, monthBudgetMicroUSD: 1_000_000)
    #expect(try await test.suggest(["beef", "tomato"]).recipes.isEmpty)
  }

  @Test("a model that keeps failing is left alone for a while, then tried once")
  func breaker() {
    var breaker = CircuitBreaker()
    func admits(_ moment: Deadline) -> Bool { breaker.admits(at: moment) }
    let start = Deadline.now
    for _ in 1..<Limits.breakerFailuresMax {
      #expect(admits(start))
      breaker.failed(at: start)
    }
    breaker.succeeded()
    for _ in 1...Limits.breakerFailuresMax {
      #expect(admits(start))
      breaker.failed(at: start)
    }
    #expect(!admits(start))
    let later = start.advanced(by: Limits.breakerOpenTime)
    #expect(admits(later))
    #expect(!admits(later), "one call alone decides")
    breaker.failed(at: later)
    #expect(!admits(later))
    let latest = later.advanced(by: Limits.breakerOpenTime)
    #expect(admits(latest))
    // The one that was let through never came back.
    let last = latest.advanced(by: Limits.breakerOpenTime)
    #expect(admits(last))
    breaker.succeeded()
    #expect(admits(last) && admits(last))
  }

  @Test("a model that is left alone is not asked, and the cookbook answers")
  func open() async throws {
    let model = ScriptedText { _ in throw TextModelError.unavailable(reason: "down") }
    let test = try await TestService(model: model.paid, monthBudgetMicroUSD: 1_000_000)
    for _ in 1...4 { _ = try await test.suggest(["beef", "tomato"], 5) }
    #expect(model.prompts.count < 4 * 5)
    let count = model.prompts.count
    let suggestion = try await test.suggest(["beef", "tomato"], 2)
    #expect(model.prompts.count == count)
    #expect(suggestion.warnings.map(\.code) == [.modelUnavailable, .fewerRecipes])
  }
}
