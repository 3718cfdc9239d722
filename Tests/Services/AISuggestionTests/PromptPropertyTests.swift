import Contracts
import RPC
import ServiceKit
import Testing

@testable import AISuggestion

/// A prompt holds nothing of a person.
struct PromptPropertyTests {
  private struct Person {
    let name: String
    let email: String
    let birthDate: String
    let address: String

    var secrets: [String] { [name, email, birthDate, address] }

    init(_ kitchen: inout RandomKitchen) {
      let family = kitchen.pick(["Nguyễn", "Trần", "Lê", "Phạm", "Smith", "Okafor", "Müller"])
      let given = kitchen.pick(["Lan Anh", "Quốc Bảo", "Mai", "Jane", "Zoë", "Hùng Dũng"])
      let number = Int.random(in: 1...999, using: &kitchen.random)
      name = "\(family) \(given)"
      email = "person\(number)@mail\(number).example"
      birthDate = "19\(10 + number % 90)-0\(1 + number % 9)-1\(number % 10)"
      address = "\(number) \(kitchen.pick(["Lê Lợi", "Main Street", "Trần Hưng Đạo"])), Q\(number)"
    }
  }

  @Test("vector 8: no email, name, birth date or address is in a prompt, wherever it was put")
  func vector8() async throws {
    var kitchen = RandomKitchen("prompts", rounds: 60)
    let model = ScriptedText { .said(GoodAnswer.text($0)) }
    let test = try await TestService(
      model: PaidRecipeModel(model, prices: ScriptedText.prices),
      monthBudgetMicroUSD: .max / 2
    )
    for round in 0..<kitchen.rounds {
      let person = Person(&kitchen)
      let allergies = Array(AllergenGroup.allCases.dropFirst()).shuffled(using: &kitchen.random)
      _ = try await test.service.updatePreferences(
        UpdatePreferencesRequest(
          preferences: Preferences(
            allergies: Array(allergies.prefix(2)),
            avoidedIngredientIds: ["tofu"],
            preferredCuisines: [kitchen.pick(person.secrets).lowercased(), "thai"],
            ageBand: kitchen.pick(Array(AgeBand.allCases)),
            gender: kitchen.pick(Array(Gender.allCases)),
            country: kitchen.pick(["VN", "DE", ""])
          )
        ),
        context: .test(person.email)
      )
      let count = model.prompts.count
      let names = kitchen.foods(3...6).map { kitchen.name(of: $0) } + person.secrets
      let request = SuggestRequest(
        ingredients: names.shuffled(using: &kitchen.random),
        recipeCount: 2,
        cuisine: kitchen.pick(person.secrets),
        idempotencyKey: "\(person.email)#\(round)"
      )
      let outcome = await failure {
        try await test.service.suggest(
          request,
          context: .test(person.email, metadata: ["x-name": "person"])
        )
      }
      #expect(outcome == nil || outcome?.code == .invalidArgument, "\(String(describing: outcome))")
      for prompt in model.prompts[count...] {
        for text in [prompt.system, prompt.user] {
          for secret in person.secrets {
            #expect(!text.lowercased().contains(secret.lowercased()), "\(secret) in \(text)")
          }
        }
      }
    }
    #expect(model.prompts.count > kitchen.rounds)
  }

  @Test("a prompt holds what it may: names, method, age, gender, country, tastes, allergies")
  func whole() {
    let prompt = RecipePrompt(
      foods: [Kitchen.food("beef")],
      staples: [Kitchen.food("salt")],
      method: .stirFry,
      exclusions: Exclusions(
        allergens: [.treeNut, .egg],
        diets: [.glutenFree],
        avoidedIDs: ["tofu"]
      ),
      avoided: [Kitchen.food("tofu")],
      cuisine: "thai",
      minutesMax: 30,
      ageBand: .from26To35,
      gender: .female,
      country: "VN",
      seed: 7
    )
    #expect(
      PromptText.prompt(prompt).user == """
        ingredients: beef (bò, beef)
        staples: salt (muối, salt)
        method: COOKING_METHOD_STIR_FRY
        cuisine: thai
        minutes at most: 30
        allergies: egg, tree nut
        diets: gluten free
        avoid: tofu
        age: 26-35
        gender: female
        country: VN
        """
    )
  }
}
