package import Contracts
package import RPC
import ServiceKit
import SingleTable

/// What a person may ask of all services together.
extension RatingHandlerService {
  package func exportMyData(
    _ request: ExportMyDataRequest,
    _ responses: ResponseWriter<ExportMyDataResponse>,
    context: ServerContext
  ) async throws {
    let user = try context.requireUserID()
    var startKey: StartKey?
    repeat {
      let page = try await store.ratings(user: user, from: startKey, count: PageSize.max)
      for record in try page.records(RatingRecord.self) {
        let rating = Rating(record, caller: user)
        try await responses.write(ExportMyDataResponse(entry: .rating(rating)))
      }
      startKey = page.lastKey
    } while startKey != nil

    let options = CallOptions(metadata: ["accept-language": context.language.rawValue])
    let history = cooking.exportHistory(ExportHistoryRequest(), options: options)
    try await relay(history, of: Self.cookingPeer, to: responses, context) { .cooking($0) }
    let suggestions = recipes.exportSuggestionData(
      ExportSuggestionDataRequest(userId: user),
      options: options
    )
    try await relay(suggestions, of: Self.recipePeer, to: responses, context) { .suggestion($0) }
    let foods = ingredients.exportIngredientData(
      ExportIngredientDataRequest(userId: user),
      options: options
    )
    try await relay(foods, of: Self.ingredientPeer, to: responses, context) { .ingredient($0) }
  }

  package func eraseMyData(
    _ request: EraseMyDataRequest,
    context: ServerContext
  ) async throws -> EraseMyDataResponse {
    let user = try context.requireUserID()
    let erasure = ErasureRecord(user: user, at: clock.milliseconds)
    try await store.wish(erasure)
    return EraseMyDataResponse(complete: try await eraser.erase(erasure))
  }

  /// Passes on what another service keeps; without all of it the export is none.
  private func relay<Piece: Sendable>(
    _ pieces: some AsyncSequence<Piece, any Error>,
    of peer: String,
    to responses: ResponseWriter<ExportMyDataResponse>,
    _ context: ServerContext,
    as entry: (Piece) -> ExportMyDataResponse.Entry
  ) async throws {
    do {
      for try await piece in pieces {
        try await responses.write(ExportMyDataResponse(entry: entry(piece)))
      }
    } catch {
      throw RPCError(from: error, peer: peer, deadline: context.deadline)
    }
  }
}
