package import Contracts
import Protobuf
package import RPC
import ServiceKit
import SingleTable

extension CookingHistoryService {
  package func exportHistory(
    _ request: ExportHistoryRequest,
    _ responses: ResponseWriter<ExportHistoryResponse>,
    context: ServerContext
  ) async throws {
    let user = try context.requireUserID()
    let (counters, mostCooked) = try await store.statistics(user: user)
    let stats = CookingStats(counters, mostCooked: mostCooked)
    try await responses.write(ExportHistoryResponse(entry: .stats(stats)))
    var startKey: StartKey?
    repeat {
      let page = try await store.sessions(
        user: user,
        status: nil,
        recipe: nil,
        from: startKey,
        count: Limits.exportPageSessions,
        withRecipes: true
      )
      for record in try page.records(SessionRecord.self) {
        let session = try CookingSession(record, withRecipe: true)
        try await responses.write(ExportHistoryResponse(entry: .session(session)))
      }
      startKey = page.lastKey
    } while startKey != nil
    repeat {
      let page = try await store.favorites(user: user, from: startKey, count: PageSize.max)
      for record in try page.records(FavoriteRecord.self) {
        let favorite = Favorite(record, title: record.recipeTitle)
        try await responses.write(ExportHistoryResponse(entry: .favorite(favorite)))
      }
      startKey = page.lastKey
    } while startKey != nil
  }

  package func eraseCookingData(
    _ request: EraseCookingDataRequest,
    context: ServerContext
  ) async throws -> EraseCookingDataResponse {
    var violations = FieldViolations()
    violations.require(!request.userId.isEmpty, "user_id", "must not be empty")
    violations.require(request.ratingVersion >= 0, "rating_version", "must not be negative")
    try violations.throwIfAny()
    let mark = ErasureMark(
      user: request.userId,
      ratingVersion: request.ratingVersion,
      at: clock.seconds
    )
    try await store.erase(mark)
    return EraseCookingDataResponse()
  }
}
