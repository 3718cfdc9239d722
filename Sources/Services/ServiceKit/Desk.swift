/// Where the services listen on a desk, when nobody says otherwise.
package enum Desk {
  package static let host = "127.0.0.1"
  package static let gatewayPort = 8080
  package static let ports: [String: Int] = [
    "ai-suggestion": 50051,
    "cooking-history": 50052,
    "rating-handler": 50053,
    "ingredient-validator": 50054,
  ]
}

/// Which service serves which contract, for those who only route.
package enum Upstreams {
  package static let serviceOfContract: [String: String] = [
    "smartcooking.suggestion.v1.AISuggestionService": "ai-suggestion",
    "smartcooking.cooking.v1.CookingHistoryService": "cooking-history",
    "smartcooking.rating.v1.RatingHandlerService": "rating-handler",
    "smartcooking.ingredient.v1.IngredientValidatorService": "ingredient-validator",
  ]
}
