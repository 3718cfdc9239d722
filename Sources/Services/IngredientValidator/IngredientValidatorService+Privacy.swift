package import Contracts
import Protobuf
package import RPC
import ServiceKit
import SingleTable

/// What this service keeps of a user, told and forgotten.
extension IngredientValidatorService {
  package func exportIngredientData(
    _ request: ExportIngredientDataRequest,
    _ responses: ResponseWriter<ExportIngredientDataResponse>,
    context: ServerContext
  ) async throws {
    let user = try Self.user(request.userId)
    let index = list.index
    var startKey: StartKey?
    repeat {
      let (records, page) = try await pantry.list(of: user, count: PageSize.max, from: startKey)
      for record in records {
        let item = record.message(index, context.language)
        try await responses.write(ExportIngredientDataResponse(entry: .pantryItem(item)))
      }
      startKey = page.lastKey
    } while startKey != nil
    repeat {
      let page = try await reports.reports(by: user, from: startKey)
      for reporter in try page.records(UnknownReporter.self) {
        let report = ExportIngredientDataResponse.Report(
          foldedName: reporter.name,
          createTime: Google_Protobuf_Timestamp(milliseconds: reporter.at)
        )
        try await responses.write(ExportIngredientDataResponse(entry: .report(report)))
      }
      startKey = page.lastKey
    } while startKey != nil
  }

  package func eraseIngredientData(
    _ request: EraseIngredientDataRequest,
    context: ServerContext
  ) async throws -> EraseIngredientDataResponse {
    let user = try Self.user(request.userId)
    let until = request.untilMilliseconds
    guard until >= 0 else {
      throw RPCError.invalidArgument(field: "until_milliseconds", "must not be negative")
    }
    if until == 0 { try await pantry.forget(user) }
    try await reports.forget(user, until: until > 0 ? until : .max)
    return EraseIngredientDataResponse()
  }

  private static func user(_ id: String) throws(RPCError) -> String {
    guard !id.isEmpty else { throw .invalidArgument(field: "user_id", "must not be empty") }
    return id
  }
}
