package import Contracts
package import RPC
import ServiceKit

extension AISuggestionService {
  package func getPreferences(
    _ request: GetPreferencesRequest,
    context: ServerContext
  ) async throws -> GetPreferencesResponse {
    let user = try context.requireUserID()
    return GetPreferencesResponse(preferences: try await preferences.preferences(user).message)
  }

  package func updatePreferences(
    _ request: UpdatePreferencesRequest,
    context: ServerContext
  ) async throws -> UpdatePreferencesResponse {
    let user = try context.requireUserID()
    let update = try PreferencesUpdate(request)
    if !update.avoidedIDs.isEmpty {
      // What was kept before may be sent back as it is, whatever became of the food.
      let kept = Set(try await preferences.preferences(user).preferences.avoidedIngredientIds)
      let new = update.avoidedIDs.filter { !kept.contains($0) }
      try update.requireAvoided(in: try await foods(new), besides: kept)
    }
    let record = try await preferences.update(user, at: clock.seconds, until: context.deadline) {
      update.apply(to: &$0)
    }
    return UpdatePreferencesResponse(preferences: record.message)
  }

  /// The foods that are known, among them those of `ids` that exist.
  ///
  /// The catalogue remembers no id in vain for it: what people make up has no end.
  private func foods(_ ids: [String]) async throws -> Foods {
    var foods = try await catalogue.foods(including: [])
    let missing = ids.filter { foods[$0] == nil }
    guard !missing.isEmpty else { return foods }
    for food in try await source.foods(missing) { foods[food.id] = food }
    return foods
  }
}
