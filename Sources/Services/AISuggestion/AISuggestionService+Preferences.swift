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
    let record = try await preferences.update(user, at: clock.seconds, until: context.deadline) {
      update.apply(to: &$0)
    }
    return UpdatePreferencesResponse(preferences: record.message)
  }
}
