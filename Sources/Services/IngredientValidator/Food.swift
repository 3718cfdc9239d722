import Contracts
import VietnameseText

/// A food of the master list.
struct Food: Sendable, Equatable {
  /// Slug, such as `pork_belly`; never changes.
  var id: String
  var nameVi: String
  var nameEn: String
  var category: IngredientCategory
  var aliases: [String] = []
  /// Names that admins have added; no import takes them away.
  var addedAliases: [String] = []
  var allergenGroups: [AllergenGroup] = []
  var excludedDiets: [Diet] = []
  var isStaple = false

  static let aliasesMax = 50
  static let idBytesMax = 64
}

extension Food {
  /// All other names.
  var otherNames: [String] { aliases + addedAliases.filter { !aliases.contains($0) } }

  /// Whether the food has this name, as matching tells names apart.
  func isCalled(_ name: String) -> Bool {
    let exact = FoldedName(name).exact
    return ([nameVi, nameEn] + otherNames).contains { FoldedName($0).exact == exact }
  }
}

extension Food {
  /// A rule of the contract that a food breaks: field and rule, as a caller is told.
  struct Fault: Error, Equatable {
    let field: String
    let rule: String
  }

  /// Holds the food against the rules of `IngredientRecord`.
  func validate() throws(Fault) {
    guard (1...Self.idBytesMax).contains(id.utf8.count), id.utf8.allSatisfy(Self.isSlug) else {
      throw Fault(field: "id", rule: "must be 1 to 64 of a-z, 0-9 and _")
    }
    try Self.validate(nameVi, "name.vi")
    try Self.validate(nameEn, "name.en")
    guard category != .unspecified, IngredientCategory.allCases.contains(category) else {
      throw Fault(field: "category", rule: "must be a category")
    }
    guard aliases.count <= Self.aliasesMax else {
      throw Fault(field: "aliases", rule: "must be at most \(Self.aliasesMax)")
    }
    for (index, alias) in aliases.enumerated() { try Self.validate(alias, "aliases[\(index)]") }
    for (index, group) in allergenGroups.enumerated()
    where group == .unspecified || !AllergenGroup.allCases.contains(group) {
      throw Fault(field: "allergen_groups[\(index)]", rule: "must be an allergen group")
    }
    for (index, diet) in excludedDiets.enumerated()
    where diet == .unspecified || !Diet.allCases.contains(diet) {
      throw Fault(field: "excluded_diets[\(index)]", rule: "must be a diet")
    }
  }

  private static func validate(_ name: String, _ field: String) throws(Fault) {
    do {
      _ = try NameFormat.check(name)
    } catch {
      throw Fault(field: field, rule: "must be 2 to 100 characters, a letter among them")
    }
  }

  private static func isSlug(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
