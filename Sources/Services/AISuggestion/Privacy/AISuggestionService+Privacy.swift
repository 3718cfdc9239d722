package import Contracts
package import RPC
import ServiceKit
import SingleTable

/// What this service keeps of a user, told and forgotten.
extension AISuggestionService {
  package func exportSuggestionData(
    _ request: ExportSuggestionDataRequest,
    _ responses: ResponseWriter<ExportSuggestionDataResponse>,
    context: ServerContext
  ) async throws {
    let user = try Self.user(request.userId)
    func write(_ entry: ExportSuggestionDataResponse.Entry) async throws {
      try await responses.write(ExportSuggestionDataResponse(entry: entry))
    }
    let kept = try await preferences.preferences(user)
    if kept.version != nil { try await write(.preferences(kept.message)) }
    let month = Month(at: clock.seconds)
    let used = try await suggestions.callsUsed(user, in: month)
    if used > 0 {
      try await write(.quota(.init(month: month.name, callCount: Int32(clamping: used))))
    }
    var startKey: StartKey?
    repeat {
      let page = try await suggestions.suggestions(user, from: startKey, count: PageSize.standard)
      let records = try page.records(SuggestionRecord.self)
      for suggestion in try await messages(records, context, for: user) {
        try await write(.suggestion(suggestion))
      }
      startKey = page.lastKey
    } while startKey != nil
    repeat {
      let page = try await privacy.recipes(of: user, from: startKey)
      let recipes = try page.records(StoredRecipe.self)
      let foods = try await catalogue.foods(
        including: recipes.flatMap { $0.record.ingredients.map(\.ingredientId) }
      )
      let reader = Reader(userID: user, language: context.language, foods: foods)
      for recipe in recipes { try await write(.recipe(recipe.message(for: reader))) }
      startKey = page.lastKey
    } while startKey != nil
  }

  package func eraseSuggestionData(
    _ request: EraseSuggestionDataRequest,
    context: ServerContext
  ) async throws -> EraseSuggestionDataResponse {
    let user = try Self.user(request.userId)
    let until = request.untilMilliseconds
    guard until >= 0 else {
      throw RPCError.invalidArgument(field: "until_milliseconds", "must not be negative")
    }
    let forgotten = try await privacy.forgetAuthor(user, until: until > 0 ? until : .max)
    for recipe in forgotten where recipe.approval == .approved { cookbook.didWrite(recipe) }
    if until == 0 { try await privacy.forget(user) }
    return EraseSuggestionDataResponse()
  }

  private static func user(_ id: String) throws(RPCError) -> String {
    guard !id.isEmpty else { throw .invalidArgument(field: "user_id", "must not be empty") }
    return id
  }
}
