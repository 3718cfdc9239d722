import ArgumentParser
import Contracts

/// The mix of calls that a service lives on, ready to be driven.
///
/// Every call succeeds against the data that the services load by themselves.
enum Preset: String, CaseIterable, ExpressibleByArgument, Sendable {
  case ingredientValidator = "ingredient-validator"
  case aiSuggestion = "ai-suggestion"
  case cookingHistory = "cooking-history"
  case ratingHandler = "rating-handler"
  case gateway

  var isREST: Bool { self == .gateway }

  func parts() throws(UsageError) -> [LoadRun.Part] {
    var parts: [LoadRun.Part] = []
    for entry in entries {
      let route =
        isREST
        ? try Route(rest: entry.call, template: entry.json, registry: ContractsSchema.registry)
        : try Route(rpc: entry.call, template: entry.json, registry: ContractsSchema.registry)
      parts.append(LoadRun.Part(route: route, weight: entry.percent))
    }
    return parts
  }

  /// Suggestions that a user may ask for within the free tier of a month, with a margin.
  private static let suggestionsOfUserMax = 8

  /// Users enough that none of them passes the free tier.
  func users(for requests: Int) -> Int {
    let percent = entries.filter { $0.json == Self.suggestion }.reduce(0) { $0 + $1.percent }
    let suggestions = (requests * percent + 99) / 100
    let needed = (suggestions + Self.suggestionsOfUserMax - 1) / Self.suggestionsOfUserMax
    return min(Limits.usersMax, max(100, needed))
  }

  private typealias Entry = (percent: Int, call: String, json: String)

  private static let recipe =
    "{{pick:thit-kho-trung|ga-xao-sa-ot|canh-chua-ca-loc|pho-bo-nau-tai-nha}}"
  private static let names =
    #"{"names":["{{pick:cà chua|ca chua|ca chuaa|tomato}}","#
    + #""{{pick:thịt gà|thit ga|Chicken}}","{{pick:gừng|ginger|gung}}"]}"#
  private static let foodSearch = #"{"q":"{{pick:gà|ca|tom|nấm}}","page_size":10}"#
  private static let recipeSearch = #"{"q":"{{pick:canh|xào|gà|bò}}","page_size":10}"#
  private static let recipeID = #"{"id":"\#(recipe)"}"#
  private static let ofRecipe = #"{"recipe_id":"\#(recipe)"}"#
  private static let start = #"{"recipe_id":"\#(recipe)","idempotency_key":"{{uuid}}"}"#
  private static let rating = #"{"recipe_id":"\#(recipe)","stars":{{pick:4|5}}}"#
  private static let suggestion =
    #"{"ingredients":["{{pick:cà chua|thịt gà}}","#
    + #""{{pick:trứng gà|gừng}}"],"recipe_count":{{pick:1|2}}}"#

  private var entries: [Entry] {
    switch self {
    case .ingredientValidator:
      let service = "smartcooking.ingredient.v1.IngredientValidatorService"
      return [
        (60, "\(service)/ValidateIngredients", Self.names),
        (30, "\(service)/SearchIngredients", Self.foodSearch),
        (10, "\(service)/GetIngredient", #"{"id":"{{pick:tomato|chicken|ginger}}"}"#),
      ]
    case .aiSuggestion:
      let service = "smartcooking.suggestion.v1.AISuggestionService"
      return [
        (50, "\(service)/SearchRecipes", Self.recipeSearch),
        (40, "\(service)/GetRecipe", Self.recipeID),
        (10, "\(service)/Suggest", Self.suggestion),
      ]
    case .cookingHistory:
      let service = "smartcooking.cooking.v1.CookingHistoryService"
      return [
        (50, "\(service)/ListSessions", #"{"page_size":10}"#),
        (30, "\(service)/GetCookingStats", "{}"),
        (20, "\(service)/StartCooking", Self.start),
      ]
    case .ratingHandler:
      let service = "smartcooking.rating.v1.RatingHandlerService"
      return [
        (80, "\(service)/GetRatingSummary", Self.ofRecipe),
        (20, "\(service)/RateRecipe", Self.rating),
      ]
    case .gateway:
      return [
        (30, "POST /v1/ingredients:validate", Self.names),
        (20, "GET /v1/recipes", Self.recipeSearch),
        (15, "GET /v1/recipes/{id}", Self.recipeID),
        (15, "GET /v1/recipes/{recipe_id}/rating-summary", Self.ofRecipe),
        (5, "GET /v1/cooking-sessions", #"{"page_size":10}"#),
        (5, "POST /v1/cooking-sessions", Self.start),
        (5, "PUT /v1/recipes/{recipe_id}/rating", Self.rating),
        (5, "POST /v1/suggestions", Self.suggestion),
      ]
    }
  }
}
