import AWS
import Foundation
import TestPrograms
import TestTables

/// DynamoDB as the `table` command and another client find it.
struct DynamoDB {
  private let moto: Moto
  /// What the command is told of it.
  let environment: [String: String]

  init(endpoint: String? = nil) async throws {
    moto = try await Moto.shared()
    environment = Moto.keys.merging([
      "AWS_REGION": Moto.region.name,
      "AWS_ENDPOINT_URL_DYNAMODB": endpoint ?? moto.endpoint.url,
    ]) { $1 }
  }

  var endpoint: String { moto.endpoint.url }

  func table(_ arguments: String...) async throws -> Tool.Run { try await table(arguments) }

  func table(_ arguments: [String]) async throws -> Tool.Run {
    try await Tool.run(arguments, environment: environment)
  }

  /// Asks botocore by `dynamodb.py`.
  func ask(_ arguments: String...) async throws -> String {
    let script = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "dynamodb.py")
    return try await Program.output(
      Moto.python.path(),
      ["-B", script.path(), moto.endpoint.url] + arguments
    ).trimmingCharacters(in: .newlines)
  }

  /// A name that no other test has.
  static func name(_ kind: String) -> String { "\(kind)-\(UUID().uuidString)" }
}
