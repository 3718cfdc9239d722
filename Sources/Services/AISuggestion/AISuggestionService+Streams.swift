package import Contracts
package import RPC

extension AISuggestionService {
  package func streamSuggest(
    _ request: StreamSuggestRequest,
    _ responses: ResponseWriter<StreamSuggestResponse>,
    context: ServerContext
  ) async throws {
    throw RPCError.unimplemented("StreamSuggest is not served")
  }

  package func importRecipes(
    _ requests: RequestStream<ImportRecipesRequest>,
    context: ServerContext
  ) async throws -> ImportRecipesResponse {
    throw RPCError.unimplemented("ImportRecipes is not served")
  }
}
