import Contracts
import RPC
import ServiceKit

/// A request for a suggestion whose every field keeps its rule.
struct SuggestionWish: Sendable, Equatable {
  let names: [String]
  let count: Int
  let methods: [CookingMethod]
  let cuisine: String
  let minutesMax: Int?
  let diets: [Diet]
  let allergies: [AllergenGroup]

  /// - Throws: INVALID_ARGUMENT with everything that is wrong.
  init(_ request: SuggestRequest) throws(RPCError) {
    var list = FieldViolations()
    list.require(
      (1...Limits.namesMax).contains(request.ingredients.count),
      "ingredients",
      "must have 1 to \(Limits.namesMax) names"
    )
    for (index, name) in request.ingredients.enumerated() {
      list.require(
        name.utf8.count <= Limits.nameBytesMax,
        "ingredients[\(index)]",
        "must be at most \(Limits.nameBytesMax) bytes"
      )
    }
    count = Int(request.recipeCount ?? 1)
    list.require(Limits.recipes.contains(count), "recipe_count", "must be from 1 to 5")
    for (index, method) in request.preferredMethods.enumerated() {
      list.require(method.isKnown, "preferred_methods[\(index)]", "must be a cooking method")
    }
    list.require(
      request.cuisine.hasCharacters(atMost: Limits.cuisineCharactersMax),
      "cuisine",
      "must be at most \(Limits.cuisineCharactersMax) characters"
    )
    minutesMax = request.maxMinutes.map(Int.init)
    list.require(
      minutesMax.map(Limits.minutes.contains) ?? true,
      "max_minutes",
      "must be from 1 to 1440"
    )
    for (index, diet) in request.diets.enumerated() {
      list.require(diet.isKnown, "diets[\(index)]", "must be a diet")
    }
    for (index, group) in request.allergies.enumerated() {
      list.require(group.isKnown, "allergies[\(index)]", "must be an allergen group")
    }
    IdempotencyKeyRule.check(request.idempotencyKey, into: &list)
    try list.throwIfAny()
    names = request.ingredients
    methods = request.preferredMethods
    cuisine = request.cuisine.lowercased()
    diets = request.diets
    allergies = request.allergies
  }
}

extension Diet {
  var isKnown: Bool { Self.allCases.dropFirst().contains(self) }
}

extension AllergenGroup {
  var isKnown: Bool { Self.allCases.dropFirst().contains(self) }
}

enum IdempotencyKeyRule {
  /// Visible ASCII; an empty field means that there is no key, or that it comes as metadata.
  static func check(_ key: String, into list: inout FieldViolations) {
    list.require(
      key.utf8.count <= 128 && key.utf8.allSatisfy { (0x21...0x7E).contains($0) },
      "idempotency_key",
      "must be 1 to 128 visible ASCII characters"
    )
  }
}
