import Contracts
import Protobuf
import ServiceKit

/// What holds for every recipe, whoever wrote it.
enum RecipeRules {
  static let units: Set<String> = [
    "g", "ml", "piece", "tbsp", "tsp", "clove", "slice", "bunch", "stalk", "sheet", "can", "pinch",
    "cup",
  ]
  static let unitBytesMax = 8
  static let foodIDBytesMax = 64
  static let titleCharactersMax = 200
  static let textCharactersMax = 2000
  static let noteCharactersMax = 200
  static let wordCharactersMax = 50
  static let tagsMax = 20
  static let parts = 1...50
  /// Five recipes and the answer that a key keeps of them have to fit one item of the table.
  static let bytesMax = 64 << 10
  static let servings: ClosedRange<Int32> = 1...50
  static let minutes: ClosedRange<Int32> = 0...1440

  /// Adds what is wrong with the recipe; `path` stands before each field's name, as in `recipe.`.
  static func check(_ record: RecipeRecord, at path: String = "", into list: inout FieldViolations)
  {
    guard record.encoded().count <= bytesMax else {
      let rule = "must be shorter: a recipe has at most \(bytesMax >> 10) KiB"
      return list.add("\(path)steps", rule)
    }
    checkText(record.title, max: titleCharactersMax, at: "\(path)title", into: &list)
    if let text = record.description {
      list.require(
        text.hasCharacters(atMost: textCharactersMax),
        "\(path)description",
        "must be at most \(textCharactersMax) characters"
      )
    }
    list.require(record.method.isKnown, "\(path)method", "must be a cooking method")
    list.require(
      record.cuisine.hasCharacters(atMost: wordCharactersMax),
      "\(path)cuisine",
      "must be at most \(wordCharactersMax) characters"
    )
    list.require(servings.contains(record.servings), "\(path)servings", "must be from 1 to 50")
    for (field, value) in [
      ("prep_minutes", record.prepMinutes), ("cook_minutes", record.cookMinutes),
    ] {
      list.require(minutes.contains(value), "\(path)\(field)", "must be from 0 to 1440")
    }
    list.require(
      Difficulty.allCases.dropFirst().contains(record.difficulty),
      "\(path)difficulty",
      "must be a difficulty"
    )
    checkIngredients(record.ingredients, at: path, into: &list)
    list.require(parts.contains(record.steps.count), "\(path)steps", "must be 1 to 50")
    for (index, step) in record.steps.enumerated() {
      let field = "\(path)steps[\(index)]"
      checkText(step.text, max: textCharactersMax, at: "\(field).text", into: &list)
      list.require(minutes.contains(step.minutes), "\(field).minutes", "must be from 0 to 1440")
    }
    list.require(record.tags.count <= tagsMax, "\(path)tags", "must be at most \(tagsMax)")
    for (index, tag) in record.tags.enumerated() {
      list.require(
        !tag.isEmpty && tag.hasCharacters(atMost: wordCharactersMax),
        "\(path)tags[\(index)]",
        "must have 1 to \(wordCharactersMax) characters"
      )
    }
  }

  private static func checkIngredients(
    _ ingredients: [RecipeRecord.Ingredient],
    at path: String,
    into list: inout FieldViolations
  ) {
    list.require(parts.contains(ingredients.count), "\(path)ingredients", "must be 1 to 50")
    var seen: Set<String> = []
    for (index, ingredient) in ingredients.prefix(parts.upperBound).enumerated() {
      let field = "\(path)ingredients[\(index)]"
      let id = ingredient.ingredientId
      list.require(!id.isEmpty, "\(field).ingredient_id", "is required")
      if id.utf8.count > foodIDBytesMax {
        list.add("\(field).ingredient_id", "must be at most \(foodIDBytesMax) bytes")
      } else {
        list.require(seen.insert(id).inserted, "\(field).ingredient_id", "must be in a recipe once")
      }
      list.require(
        ingredient.quantity > 0 && ingredient.quantity.isFinite,
        "\(field).quantity",
        "must be above 0"
      )
      list.require(
        ingredient.unit.utf8.count <= unitBytesMax && units.contains(ingredient.unit),
        "\(field).unit",
        "must be one of \(units.sorted().joined(separator: ", "))"
      )
      let note = ingredient.note ?? LocalizedText()
      list.require(
        note.hasCharacters(atMost: noteCharactersMax),
        "\(field).note",
        "must be at most \(noteCharactersMax) characters"
      )
    }
  }

  /// At least one language; a person writes in one, models and the cookbook in both.
  private static func checkText(
    _ text: LocalizedText?,
    max charactersMax: Int,
    at field: String,
    into list: inout FieldViolations
  ) {
    let text = text ?? LocalizedText()
    list.require(!text.vi.isEmpty || !text.en.isEmpty, field, "is required")
    list.require(
      text.hasCharacters(atMost: charactersMax),
      field,
      "must be at most \(charactersMax) characters"
    )
  }
}

extension LocalizedText {
  fileprivate func hasCharacters(atMost max: Int) -> Bool {
    vi.hasCharacters(atMost: max) && en.hasCharacters(atMost: max)
  }
}
