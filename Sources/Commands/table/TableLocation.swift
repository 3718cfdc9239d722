import AWS
import ArgumentParser
import DynamoDBTable
import NIOCore
import NIOPosix
import SQLiteTable
import ServiceHost
import SingleTable

/// Where a table is: `sqlite:PATH` or `dynamodb:NAME`.
enum TableLocation: Sendable, Equatable {
  case sqlite(String)
  case dynamoDB(String)

  /// Whether a word of the name is `prod`, as in `smart-cooking-prod-data`.
  var isProduction: Bool {
    description.lowercased().split { !$0.isLetter }.contains { $0 == "prod" || $0 == "production" }
  }

  /// The file, for what only a file can do.
  func file() throws -> SQLiteFile {
    guard case .sqlite(let path) = self else {
      throw ValidationError("\(self): only a table of sqlite has a file")
    }
    return SQLiteFile(path: path)
  }

  /// Hands over the table, which is there already, and lets go of it after.
  func withTable<Value>(
    _ body: nonisolated(nonsending) (any ScannableTable) async throws -> Value
  ) async throws -> Value {
    switch self {
    case .sqlite(let path):
      // Opening would make a table of a mistyped name.
      _ = try SQLiteFile(path: path).inspect()
      let table = try SQLiteTable(path: path)
      defer { table.close() }
      return try await body(table)
    case .dynamoDB(let name):
      return try await connected(to: name) { table in
        try await table.inspect()
        return try await body(table)
      }
    }
  }

  /// What is wrong with the table itself, whatever its items are, a line each.
  func problems() async throws -> [String] {
    switch self {
    case .sqlite(let path): try SQLiteFile(path: path).problems()
    case .dynamoDB(let name): try await connected(to: name) { try await $0.problems() }
    }
  }

  /// - Returns: whether the table is new.
  func create() async throws -> Bool {
    switch self {
    case .sqlite(let path): try SQLiteFile(path: path).create()
    case .dynamoDB(let name): try await connected(to: name) { try await $0.create() }
    }
  }

  private func connected<Value>(
    to name: String,
    _ body: nonisolated(nonsending) (DynamoDBTable) async throws -> Value
  ) async throws -> Value {
    let connection = try DynamoDBConnection(
      named: name,
      group: MultiThreadedEventLoopGroup.singleton,
      policy: .patient
    )
    let value: Value
    do {
      value = try await body(connection.table)
    } catch {
      // What went wrong says more than connections that do not close.
      try? await connection.close()
      throw error
    }
    try await connection.close()
    return value
  }
}

extension RetryPolicy {
  /// No caller waits: a whole table is worth minutes of a service that is throttled or restarts.
  fileprivate static let patient = RetryPolicy(
    attemptsMax: 12,
    pauseMax: .seconds(10),
    attemptTimeout: .seconds(30),
    callTimeout: .minutes(5)
  )
}

extension TableLocation: ExpressibleByArgument, CustomStringConvertible {
  init?(argument: String) {
    guard let colon = argument.firstIndex(of: ":") else { return nil }
    let rest = String(argument[argument.index(after: colon)...])
    guard !rest.isEmpty else { return nil }
    switch argument[..<colon] {
    case "sqlite": self = .sqlite(rest)
    case "dynamodb": self = .dynamoDB(rest)
    default: return nil
    }
  }

  var description: String {
    switch self {
    case .sqlite(let path): "sqlite:\(path)"
    case .dynamoDB(let name): "dynamodb:\(name)"
    }
  }
}
