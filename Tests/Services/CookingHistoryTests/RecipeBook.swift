import Contracts
import NIOPosix
import RPC
import Synchronization

/// Stands in for the service that keeps the recipes: knows two, and counts what it is asked.
final class RecipeBook: Sendable {
  private struct State {
    var asked: [String] = []
    var titlesChanged = false
  }

  private let state = Mutex(State())
  static let ids: Set<String> = ["pho-bo", "thit-kho-trung"]

  /// The ids that were asked for, one by one.
  var asked: [String] { state.withLock { $0.asked } }

  func changeTitles() { state.withLock { $0.titlesChanged = true } }

  func title(_ id: String, _ language: String) -> String {
    state.withLock { "\(id) \(language)\($0.titlesChanged ? " changed" : "")" }
  }

  func recipe(_ id: String, language: String) throws -> Recipe {
    state.withLock { $0.asked.append(id) }
    guard Self.ids.contains(id) else { throw RPCError.notFound("no such recipe") }
    var recipe = Recipe()
    recipe.id = id
    recipe.title = title(id, language)
    recipe.method = .soup
    recipe.servings = 4
    recipe.prepMinutes = 15
    recipe.cookMinutes = 60
    var ingredient = RecipeIngredient()
    ingredient.ingredientId = "beef"
    ingredient.name = "beef"
    ingredient.quantity = 0.5
    ingredient.unit = "g"
    ingredient.note = "sliced"
    recipe.ingredients = [ingredient]
    var step = RecipeStep()
    step.text = "Boil."
    step.minutes = 60
    recipe.steps = [step]
    return recipe
  }

  var definition: ServiceDefinition {
    ServiceDefinition(
      name: AISuggestionServiceMethods.service,
      methods: [
        .unary(AISuggestionServiceMethods.getRecipe) {
          (request: GetRecipeRequest, context) async throws -> GetRecipeResponse in
          var response = GetRecipeResponse()
          response.recipe = try self.recipe(
            request.id,
            language: context.metadata["accept-language"] ?? "none"
          )
          return response
        },
        .unary(AISuggestionServiceMethods.batchGetRecipes) {
          (request: BatchGetRecipesRequest, _) async throws -> BatchGetRecipesResponse in
          var response = BatchGetRecipesResponse()
          for id in request.ids {
            var text = LocalizedText()
            text.vi = self.title(id, "vi")
            text.en = self.title(id, "en")
            var entry = BatchGetRecipesResponse.Entry()
            entry.record = RecipeRecord()
            entry.record?.title = text
            response.recipes[id] = entry
          }
          return response
        },
      ]
    )
  }

  /// Serves on a loopback port; 0 picks a free one.
  func serve(port: Int = 0) async throws -> (server: RPCServer, port: Int) {
    let server = RPCServer(
      services: [definition],
      group: MultiThreadedEventLoopGroup.singleton
    )
    return (server, try await server.start(port: port))
  }
}
