package import Contracts
package import RPC

extension CookingHistoryService {
  package func exportHistory(
    _ request: ExportHistoryRequest,
    _ responses: ResponseWriter<ExportHistoryResponse>,
    context: ServerContext
  ) async throws {
    throw RPCError.unimplemented("ExportHistory is not served")
  }
}
