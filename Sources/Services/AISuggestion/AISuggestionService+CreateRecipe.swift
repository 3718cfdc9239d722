package import Contracts
import Protobuf
package import RPC
import ServiceKit
import SingleTable

extension AISuggestionService {
  package func createRecipe(
    _ request: CreateRecipeRequest,
    context: ServerContext
  ) async throws -> CreateRecipeResponse {
    let user = try context.requireUserID()
    guard let draft = request.recipe else {
      throw RPCError.invalidArgument(field: "recipe", "is required")
    }
    try draft.check()
    let key = try key(request.idempotencyKey, context)
    var withoutKey = request
    withoutKey.idempotencyKey = ""
    return try await idempotent.run(
      key: key,
      partition: StoredRecipe.authorPartition(user),
      request: withoutKey
    ) { claim, _ in
      let results = try await source.understand(
        draft.ingredients.map(\.name),
        language: context.language
      )
      let now = clock.milliseconds
      let recipe = StoredRecipe(
        record: try draft.record(
          id: ids.next(at: now).description,
          ingredients: results,
          language: context.language
        ),
        origin: .user,
        authorID: user,
        approval: .pending,
        createdSeconds: now / 1000
      )
      let foods = try await catalogue.foods(
        including: recipe.record.ingredients.map(\.ingredientId),
        certain: true
      )
      let answer = CreateRecipeResponse(
        recipe: recipe.message(for: reader(context, foods: foods))
      )
      var writes = RecipeStore.writes(from: nil, to: recipe)
      if let claim { writes.append(claim.completion(answer.encoded())) }
      try await recipes.write(writes)
      return answer
    }
  }
}
