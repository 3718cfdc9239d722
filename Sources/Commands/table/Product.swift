import AISuggestion
import CookingHistory
import IngredientValidator
import RatingHandler
import SeedData
import ServiceKit

/// The services, and with them the slices of the table.
enum Product {
  static var wirings: [ServiceWiring] {
    [
      IngredientValidatorService.wiring(seed: { SeedData.Seed.ingredients }),
      AISuggestionService.wiring(seed: { SeedData.Seed.recipes }),
      CookingHistoryService.wiring(),
      RatingHandlerService.wiring(),
    ]
  }

  static var prefixes: [String] { wirings.flatMap(\.slice) }
}
