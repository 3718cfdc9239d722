import Contracts
import RPC
import ServiceKit
import Synchronization
import Testing
import VietnameseText

@testable import AISuggestion

/// What somebody must not eat never reaches them, from cookbook or model.
struct SafetyPropertyTests {
  /// A model that means harm: it is told what is excluded, and brings it in wherever it can.
  private final class HarmfulModel: TextModel {
    private struct State {
      var kitchen: RandomKitchen
      var excluded: [Food] = []
      /// Words that it has put into texts.
      var planted: Set<String> = []
    }

    private let state: Mutex<State>

    init(_ kitchen: RandomKitchen) { state = Mutex(State(kitchen: kitchen)) }

    func aim(at excluded: [Food]) {
      state.withLock { state in
        state.excluded = excluded
        state.planted = []
      }
    }

    var planted: Set<String> { state.withLock { $0.planted } }

    func complete(
      _ prompt: TextPrompt,
      until deadline: Deadline
    ) async throws(TextModelError) -> TextCompletion {
      .said(state.withLock { state in Self.harm(prompt, &state) })
    }

    private static func harm(_ prompt: TextPrompt, _ state: inout State) -> String {
      let food = state.kitchen.pick(state.excluded)
      var name = state.kitchen.name(of: food)
      // Another word to every reader: `so` is no cockle, though `sò` is.
      let folded = FoldedName(name).folded
      if Language.allCases.contains(where: { FoodWords.isEveryday(folded, $0) }) {
        name = food.name.en
      }
      return GoodAnswer.text(prompt) { record in
        switch Int.random(in: 0..<6, using: &state.kitchen.random) {
        case 0: record.ingredients[0].ingredientId = food.id
        case 1:
          record.ingredients.append(
            .init(ingredientId: food.id, quantity: 1, unit: "g", optional: true)
          )
        case 2:
          state.planted.insert(name)
          record.steps[0].text?.vi += " Cho \(name) vào."
        case 3:
          state.planted.insert(name)
          record.steps[0].text?.en += " Stir in the \(name)."
        case 4:
          state.planted.insert(name)
          record.title?.en = "Dish with \(name)"
        default: break
        }
      }
    }
  }

  /// Somebody who must not eat some things, and where it was said.
  private struct Eater {
    let id: String
    var exclusions = Exclusions()
    /// In the preferences; else with the call.
    let isRemembered: Bool

    init(_ id: String, _ kitchen: inout RandomKitchen) {
      self.id = id
      isRemembered = kitchen.chance(50)
      if kitchen.chance(80) {
        let groups = Array(AllergenGroup.allCases.dropFirst()).shuffled(using: &kitchen.random)
        exclusions.allergens = Set(groups.prefix(Int.random(in: 1...3, using: &kitchen.random)))
      }
      if exclusions.isEmpty || kitchen.chance(30) {
        exclusions.diets = [kitchen.pick(Array(Diet.allCases.dropFirst()))]
      }
      // A call has no field for it.
      if isRemembered, kitchen.chance(30) {
        exclusions.avoidedIDs = Set(kitchen.foods(1...3).map(\.id))
      }
    }

    /// The foods, and the words for whole groups, that must not be there.
    var excluded: [Food] {
      Kitchen.foods.values.filter(exclusions.excludes).sorted { $0.id < $1.id }
    }
    var excludedWords: [Food] { GroupWords.foods.filter(exclusions.excludes) }

    func remember(_ test: TestService) async throws {
      guard isRemembered else { return }
      _ = try await test.service.updatePreferences(
        UpdatePreferencesRequest(
          preferences: Preferences(
            diets: Array(exclusions.diets),
            allergies: Array(exclusions.allergens),
            avoidedIngredientIds: Array(exclusions.avoidedIDs)
          )
        ),
        context: .test(id)
      )
    }

    func say(_ request: inout SuggestRequest) {
      guard !isRemembered else { return }
      request.allergies = Array(exclusions.allergens)
      request.diets = Array(exclusions.diets)
    }
  }

  /// Recipes that got into the cookbook somehow: of any foods, some with texts that name another.
  private struct Cookbook {
    var recipes: [StoredRecipe] = []
    var named: [String: Food] = [:]

    init(_ kitchen: inout RandomKitchen) {
      for number in 0..<150 {
        var recipe = kitchen.recipe("random-\(number)")
        if kitchen.chance(50), let food = kitchen.foods(1...1).first {
          recipe.origin = kitchen.pick([.user, .modelBedrock])
          let name = kitchen.pick([food.name.vi, food.name.en] + food.aliases)
          recipe.record.steps[0].text?.vi += " Thêm \(name) cho ngon."
          named[recipe.id] = food
        }
        recipes.append(recipe)
      }
    }
  }

  @Test("vector 5: who is allergic never receives the allergen, whatever cookbook and model hold")
  func vector5() async throws {
    var kitchen = RandomKitchen("safety", rounds: 60)
    let cookbook = Cookbook(&kitchen)
    let model = HarmfulModel(kitchen)
    let test = try await TestService(
      recipes: cookbook.recipes + Kitchen.recipes.map(StoredRecipe.approved),
      model: PaidRecipeModel(model, prices: ScriptedText.prices),
      monthBudgetMicroUSD: .max / 2
    )
    var shown = 0
    for round in 0..<kitchen.rounds {
      let eater = Eater("user\(round)", &kitchen)
      let excluded = eater.excluded
      guard !excluded.isEmpty else { continue }
      try await eater.remember(test)
      model.aim(at: excluded + eater.excludedWords)
      let foods = kitchen.foods(2...5) + [kitchen.pick(excluded)]
      let names = foods.map { kitchen.name(of: $0) }
      let answer: Suggestion
      do {
        answer = try await test.suggest(names, 5, by: eater.id) { eater.say(&$0) }
      } catch {
        // Names without marks may mean several foods: then there are too few.
        #expect(RPCError(from: error).code == .invalidArgument)
        continue
      }
      for recipe in answer.recipes.compactMap(\.recipe) {
        shown += 1
        expect(recipe, isSafeFor: eater, planted: model.planted)
        let named = cookbook.named[recipe.id]
        #expect(named.map(eater.exclusions.excludes) != true, "\(recipe)")
      }
    }
    let counters = test.service.suggester.generator.counters
    let drops = ModelAnswerCheck.Fault.allCases.map {
      "\($0.rawValue) \(counters.droppedCount($0))"
    }
    print("safety: \(shown) recipes shown; dropped \(drops.joined(separator: ", "))")
    #expect(shown > 0)
    #expect(counters.droppedCount(.excludedMention) > 0)
    #expect(counters.droppedCount(.foreignIngredient) > 0)
  }

  private func expect(_ recipe: Recipe, isSafeFor eater: Eater, planted: Set<String>) {
    let exclusions = eater.exclusions
    #expect(exclusions.allergens.isDisjoint(with: recipe.allergenGroups), "\(recipe)")
    #expect(exclusions.diets.isDisjoint(with: recipe.excludedDiets), "\(recipe)")
    let ids = Set(recipe.ingredients.map(\.ingredientId))
    #expect(ids.isDisjoint(with: eater.excluded.map(\.id)), "\(recipe)")
    let texts = [recipe.title, recipe.description] + recipe.steps.map(\.text)
    let words = texts.map(Self.words)
    for name in planted.map(Self.words) {
      #expect(!words.contains { $0.contains(name) }, "\(name): \(texts)")
    }
  }

  private static func words(_ text: String) -> [String] {
    text.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
  }
}

extension StoredRecipe {
  /// As the seed has it.
  static func approved(_ record: RecipeRecord) -> StoredRecipe {
    StoredRecipe(
      record: record,
      origin: .curated,
      approval: .approved,
      createdSeconds: 1_800_000_000
    )
  }
}
