import Contracts
import Foundation
import Logging
import PageTokens
import RPC
import ServiceKit
import SingleTable
import Synchronization

@testable import IngredientValidator

/// The service over an embedded table of its own.
struct TestService {
  let table: ObservedTable
  let log = TestLog()
  let service: IngredientValidatorService

  /// Answers from the foods that come with the product, or from a few others.
  init(foods: [Food]? = nil) async throws {
    table = try await ObservedTable()
    let logger = log.logger
    let slice = TableSlice(table, prefixes: IngredientValidatorService.slice)
    let index = try foods.map(IngredientIndex.init) ?? Foods.index.get()
    let store = IngredientStore(table: slice)
    let list = MasterList(store, index: index, logger: logger)
    service = IngredientValidatorService(
      list: list,
      foods: store,
      reports: UnknownReportStore(table: slice),
      pantry: PantryStore(table: slice),
      pageTokens: PageTokenSealer(secret: Array(repeating: 7, count: 32)),
      clock: ServiceClock { 1_800_000_000_123 },
      logger: logger
    )
  }

  func validate(
    _ names: [String],
    by user: String = "lan",
    language: String = "vi"
  ) async throws -> [IngredientResult] {
    try await service.validateIngredients(
      ValidateIngredientsRequest(names: names),
      context: .test(user: user, language: language)
    ).results
  }

  func search(
    _ q: String,
    category: IngredientCategory = .unspecified,
    pageSize: Int32 = 0,
    token: String = "",
    by user: String = "lan",
    language: String = "vi"
  ) async throws -> SearchIngredientsResponse {
    try await service.searchIngredients(
      SearchIngredientsRequest(q: q, category: category, pageSize: pageSize, pageToken: token),
      context: .test(user: user, language: language)
    )
  }
}

extension ServerContext {
  static func test(user: String? = "lan", language: String? = nil) -> ServerContext {
    var metadata = Metadata()
    if let language { metadata.append("accept-language", language) }
    return ServerContext(
      method: IngredientValidatorServiceMethods.validateIngredients,
      metadata: metadata,
      principal: user.map { Principal(subject: $0) }
    )
  }
}

/// The fields that an INVALID_ARGUMENT names; nil for any other outcome.
func violations(_ body: () async throws -> some Any) async -> [String]? {
  do {
    _ = try await body()
    return nil
  } catch {
    let error = RPCError(from: error)
    guard error.code == .invalidArgument else { return nil }
    return error.details.flatMap { detail in
      if case .badRequest(let violations) = detail { violations.map(\.field) } else { [String]() }
    }
  }
}

/// The status that a call ends with.
func code(_ body: () async throws -> some Any) async -> StatusCode {
  do {
    _ = try await body()
    return .ok
  } catch {
    return RPCError(from: error).code
  }
}

/// Remembers the warnings and errors of a logger.
final class TestLog: Sendable {
  private let lines = Mutex<[String]>([])

  var warnings: [String] { lines.withLock { $0 } }

  var logger: Logger {
    Logger(label: "test") { _ in Handler(log: self) }
  }

  private struct Handler: LogHandler {
    let log: TestLog
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.warning

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
      get { metadata[key] }
      set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
      let name = event.metadata?["name"].map { " \($0)" } ?? ""
      let count = event.metadata?["reporters"].map { " \($0)" } ?? ""
      log.lines.withLock { $0.append("\(event.message)\(name)\(count)") }
    }
  }
}
