package import Contracts
import PageTokens
package import RPC
import ServiceKit
import SingleTable
import VietnameseText

extension IngredientValidatorService {
  package func searchIngredients(
    _ request: SearchIngredientsRequest,
    context: ServerContext
  ) async throws -> SearchIngredientsResponse {
    let user = try context.requireCallerID()
    let part = FoldedName(request.q, scalarsMax: NameFormat.scalarsMax + 1)
    var violations = FieldViolations()
    violations.require(
      part.characterCount <= NameFormat.charactersMax
        && request.q.unicodeScalars.count <= NameFormat.scalarsMax,
      "q",
      "must be at most \(NameFormat.charactersMax) characters"
    )
    violations.require(
      IngredientCategory.allCases.contains(request.category),
      "category",
      "must be a category"
    )
    violations.require(request.pageSize >= 0, "page_size", "must not be negative")
    try violations.throwIfAny()
    let most = try PageSize.resolve(request.pageSize)
    let language = context.language
    let category = request.category == .unspecified ? nil : request.category
    // What is typed the same way is the same query.
    let query = ["SearchIngredients", request.q, request.category.name, language.rawValue]
    let index = list.index
    let page: (foods: [Food], next: IngredientIndex.Position?)
    if part.characterCount == 0 {
      let after = try position(request.pageToken, user, query)
      page = index.list(language, category: category, after: after?.id, most: most)
    } else if part.units.isEmpty {
      // Symbols alone are in no name.
      page = ([], nil)
    } else {
      let after = try position(request.pageToken, user, query)
      page = index.search(part, category: category, after: after, most: most)
    }
    return SearchIngredientsResponse(
      ingredients: page.foods.map { $0.message(language) },
      nextPageToken: try page.next.map {
        try pageTokens.token(for: $0.bytes, caller: user, query: query)
      } ?? ""
    )
  }

  private func position(
    _ token: String,
    _ user: String,
    _ query: [String]
  ) throws(PageTokenError) -> IngredientIndex.Position? {
    guard !token.isEmpty else { return nil }
    let bytes = try pageTokens.position(from: token, caller: user, query: query)
    guard let position = IngredientIndex.Position(bytes) else { throw .invalid }
    return position
  }

  package func listCategories(
    _ request: ListCategoriesRequest,
    context: ServerContext
  ) async throws -> ListCategoriesResponse {
    let counts = list.index.countOfCategory
    let wording = Wording(language: context.language)
    return ListCategoriesResponse(
      categories: IngredientCategory.allCases.filter { $0 != .unspecified }.map { category in
        IngredientCategoryInfo(
          category: category,
          name: wording.category(category),
          ingredientCount: Int32(clamping: counts[category] ?? 0)
        )
      }
    )
  }
}

extension IngredientIndex.Position {
  /// Four bytes of rank, big-endian, and the id; a list by name has all bits of the rank set.
  var bytes: [UInt8] {
    let bits = rank?.bits ?? .max
    return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: bits >> $0) } + Array(id.utf8)
  }

  init?(_ bytes: [UInt8]) {
    guard bytes.count > 4, let id = String(validating: bytes.dropFirst(4), as: UTF8.self) else {
      return nil
    }
    let bits = bytes.prefix(4).reduce(0 as UInt32) { $0 << 8 | UInt32($1) }
    self.init(rank: bits == .max ? nil : SearchRank(bits: bits), id: id)
  }
}
