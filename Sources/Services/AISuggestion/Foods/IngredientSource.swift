import Contracts
import RPC
import ServiceKit

/// Where foods come from: the ingredient-validator.
protocol IngredientSource: Sendable {
  /// What each name means, in the order of the names.
  func understand(_ names: [String], language: Language) async throws -> [IngredientResult]
  /// The foods with these ids; an id that no food has is left out.
  func foods(_ ids: [String]) async throws -> [Food]
  /// Every food there is.
  func allFoods() async throws -> [Food]
}

/// The ingredient-validator, by RPC.
struct IngredientValidatorPeer: IngredientSource {
  private let client: IngredientValidatorServiceClient
  private static let namesMax = 20
  private static let idsMax = 200
  private static let pageSize = 100

  init(_ channel: ClientChannel) {
    client = IngredientValidatorServiceClient(channel: channel)
  }

  func understand(_ names: [String], language: Language) async throws -> [IngredientResult] {
    let options = CallOptions(metadata: ["accept-language": language.rawValue])
    var results: [IngredientResult] = []
    for part in names.parts(of: Self.namesMax) {
      let answer = try await call {
        try await client.validateIngredients(
          ValidateIngredientsRequest(names: Array(part)),
          options: options
        )
      }
      guard answer.results.count == part.count else {
        throw RPCError.internal("ingredient-validator answered another number of results")
      }
      results += answer.results
    }
    return results
  }

  func foods(_ ids: [String]) async throws -> [Food] {
    var foods: [Food] = []
    for part in ids.parts(of: Self.idsMax) {
      let answer = try await call {
        try await client.batchGetIngredients(BatchGetIngredientsRequest(ids: Array(part)))
      }
      foods += answer.ingredients.values.map(Food.init)
    }
    return foods
  }

  func allFoods() async throws -> [Food] {
    var ids: [String] = []
    var token = ""
    for _ in 1...Limits.foodPagesMax {
      let page = try await call {
        try await client.searchIngredients(
          SearchIngredientsRequest(pageSize: Int32(Self.pageSize), pageToken: token)
        )
      }
      ids += page.ingredients.map(\.id)
      token = page.nextPageToken
      if token.isEmpty { return try await foods(ids) }
    }
    throw RPCError.internal("ingredient-validator has more foods than are expected")
  }

  /// Says in the error who failed.
  private func call<Answer>(_ body: () async throws -> Answer) async throws -> Answer {
    do { return try await body() } catch let error as RPCError {
      throw RPCError(
        code: error.code,
        message: "ingredient-validator: \(error.message)",
        cause: error
      )
    }
  }
}

extension Array {
  /// Consecutive parts of at most `count` elements.
  fileprivate func parts(of count: Int) -> [ArraySlice<Element>] {
    stride(from: 0, to: self.count, by: count).map { self[$0..<Swift.min($0 + count, self.count)] }
  }
}
