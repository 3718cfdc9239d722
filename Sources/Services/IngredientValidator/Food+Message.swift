import Contracts
import ServiceKit

extension Food {
  /// Takes over a record that was imported; the caller validates it.
  init(_ record: IngredientRecord) {
    id = record.id
    nameVi = record.name?.vi ?? ""
    nameEn = record.name?.en ?? ""
    category = record.category
    aliases = record.aliases
    allergenGroups = record.allergenGroups
    excludedDiets = record.excludedDiets
    isStaple = record.staple
  }

  /// The food in both languages, for services.
  var record: IngredientRecord {
    IngredientRecord(
      id: id,
      name: LocalizedText(vi: nameVi, en: nameEn),
      category: category,
      aliases: otherNames,
      allergenGroups: allergenGroups,
      excludedDiets: excludedDiets,
      staple: isStaple
    )
  }

  /// The food as a user sees it.
  func message(_ language: Language) -> Ingredient {
    Ingredient(
      id: id,
      name: name(language),
      category: category,
      aliases: otherNames,
      allergenGroups: allergenGroups,
      excludedDiets: excludedDiets,
      staple: isStaple
    )
  }

  func name(_ language: Language) -> String { language.pick(vi: nameVi, en: nameEn) }
}
