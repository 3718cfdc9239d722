import AWS
import DynamoDBTable

/// The table of programs that a test starts, told by their environment alone.
package final class StoredIn: Sendable {
  /// Empty for a program's own file.
  package let environment: [String: String]
  private let letGo: @Sendable () -> Void

  package init(_ backend: Backend) async throws {
    switch backend {
    case .sqlite:
      environment = [:]
      letGo = {}
    case .dynamodb:
      let moto = try await Moto.shared()
      let table = try await moto.makeTable(options: .init())
      environment = Moto.keys.merging([
        "SMART_COOKING_TABLE": "dynamodb:\(table.name)",
        "AWS_REGION": Moto.region.name,
        "AWS_ENDPOINT_URL_DYNAMODB": moto.endpoint.url,
      ]) { $1 }
      letGo = { moto.letGo(table) }
    }
  }

  deinit { letGo() }
}
