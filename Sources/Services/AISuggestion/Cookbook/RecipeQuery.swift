import Contracts
import RPC
import PageTokens
import ServiceKit

/// A search as it is asked, and its place in the pages.
enum RecipeQuery {
  static func check(_ request: SearchRecipesRequest) throws(RPCError) {
    var list = FieldViolations()
    for (field, text) in [
      ("q", request.q), ("cuisine", request.cuisine), ("ingredient", request.ingredient),
    ] {
      list.require(
        text.hasCharacters(atMost: Limits.queryCharactersMax),
        field,
        "must be at most \(Limits.queryCharactersMax) characters"
      )
    }
    list.require(
      request.method == .unspecified || request.method.isKnown,
      "method",
      "must be a cooking method"
    )
    try list.throwIfAny()
  }

  static func search(_ request: SearchRecipesRequest) -> CookbookIndex.Search {
    .init(
      text: request.q,
      method: request.method,
      cuisine: request.cuisine.lowercased(),
      ingredientID: request.ingredient
    )
  }

  /// What a page token is bound to.
  static func binding(_ request: SearchRecipesRequest) -> [String] {
    [
      "SearchRecipes", request.q, String(request.method.rawValue), request.cuisine,
      request.ingredient,
    ]
  }

  /// What a page token contains: `<score>#<id>`.
  static func bytes(_ position: CookbookIndex.Position) -> [UInt8] {
    Array("\(position.score)#\(position.id)".utf8)
  }

  static func position(_ bytes: [UInt8]) throws(PageTokenError) -> CookbookIndex.Position {
    let parts = String(decoding: bytes, as: UTF8.self).split(separator: "#", maxSplits: 1)
    guard parts.count == 2, let score = Int(parts[0]) else { throw .invalid }
    return .init(score: score, id: String(parts[1]))
  }
}
