import Contracts
import RPC
import ServiceKit
import Synchronization
import Testing
import VietnameseText

@testable import AISuggestion

/// Vector 5: an allergic user never receives the allergen, from cookbook or model.
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

  private static func excluded(by exclusions: Exclusions) -> [Food] {
    Kitchen.foods.values.filter(exclusions.excludes).sorted { $0.id < $1.id }
  }

  @Test("an allergic or dieting user never receives what is excluded, whatever the model writes")
  func property() async throws {
    var kitchen = RandomKitchen("safety", rounds: 60)
    let recipes = (0..<150).map { kitchen.recipe("random-\($0)") }
    let model = HarmfulModel(kitchen)
    let test = try await TestService(
      recipes: recipes + Kitchen.recipes.map(StoredRecipe.approved),
      model: PaidRecipeModel(model, prices: ScriptedText.prices),
      monthBudgetMicroUSD: .max / 2
    )
    let dropped = ModelAnswerCheck.Fault.allCases
    var shown = 0
    for round in 0..<kitchen.rounds {
      var exclusions = Exclusions()
      if kitchen.chance(80) {
        exclusions.allergens = [kitchen.pick(Array(AllergenGroup.allCases.dropFirst()))]
      }
      if exclusions.isEmpty || kitchen.chance(30) {
        exclusions.diets = [kitchen.pick(Array(Diet.allCases.dropFirst()))]
      }
      let excluded = Self.excluded(by: exclusions)
      guard !excluded.isEmpty else { continue }
      model.aim(at: excluded)
      let foods = kitchen.foods(2...5) + [kitchen.pick(excluded)]
      let names = foods.map { kitchen.name(of: $0) }
      let answer: Suggestion
      do {
        answer = try await test.suggest(names, 5, by: "user\(round)") {
          $0.allergies = Array(exclusions.allergens)
          $0.diets = Array(exclusions.diets)
        }
      } catch {
        // Names without marks may mean several foods: then there are too few.
        #expect(RPCError(from: error).code == .invalidArgument)
        continue
      }
      for recipe in answer.recipes.compactMap(\.recipe) {
        shown += 1
        #expect(exclusions.allergens.isDisjoint(with: recipe.allergenGroups), "\(recipe)")
        #expect(exclusions.diets.isDisjoint(with: recipe.excludedDiets), "\(recipe)")
        let ids = Set(recipe.ingredients.map(\.ingredientId))
        #expect(ids.isDisjoint(with: excluded.map(\.id)), "\(recipe)")
        let texts = [recipe.title, recipe.description] + recipe.steps.map(\.text)
        for planted in model.planted {
          #expect(!texts.contains { $0.contains(planted) }, "\(planted): \(texts)")
        }
      }
    }
    let counters = test.service.suggester.generator.counters
    let drops = dropped.map { "\($0.rawValue) \(counters.droppedCount($0))" }
    print("safety: \(shown) recipes shown; dropped \(drops.joined(separator: ", "))")
    #expect(shown > 0)
    #expect(counters.droppedCount(.excludedMention) > 0)
    #expect(counters.droppedCount(.foreignIngredient) > 0)
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
