import Contracts
import Protobuf
import SingleTable

/// A suggestion as it is kept: what was answered, with recipes by their ids.
struct SuggestionRecord: Sendable, Equatable {
  struct Choice: Sendable, Equatable {
    let recipeID: String
    let source: RecipeSource
  }

  let id: String
  let userID: String
  let requestedCount: Int
  let choices: [Choice]
  /// Foods that the caller has, by which coverage is told again.
  let foodIDs: [String]
  let costMicroUSD: Int64
  /// What the names were understood as, in the language of the call.
  let results: [IngredientResult]
  let warnings: [WarningRecord]
  let createdSeconds: Int64
  var feedback: SuggestionFeedback?

  var expireSeconds: Int64 { createdSeconds + Limits.suggestionLifeSeconds }
  var fromCookbook: Int { choices.filter { $0.source == .cookbook }.count }
  var fromModel: Int { choices.count - fromCookbook }
}

/// A warning apart from its words, which depend on the reader's language.
struct WarningRecord: Sendable, Equatable {
  let code: SuggestionWarningCode
  /// The name as it was given; empty when the warning is about none.
  var name = ""
  /// The food that the name stands for; empty when there is none.
  var foodID = ""
}

extension SuggestionRecord: ItemRecord {
  static func partition(_ user: String) -> String { "SUGGESTION#\(user)" }
  static func key(_ user: String, _ id: String) -> Key { Key(partition(user), id) }

  init(_ reader: ItemReader) throws(TableError) {
    id = try reader.string(AttributeName.sort)
    userID = String(
      try reader.string(AttributeName.partition).dropFirst(Self.partition("").count)
    )
    requestedCount = try reader.int("requested")
    var choices: [Choice] = []
    for map in try reader.maps("recipes") {
      let source = RecipeSource(rawValue: Int32(clamping: try map.int("source")))
      choices.append(Choice(recipeID: try map.string("recipe"), source: source))
    }
    self.choices = choices
    foodIDs = try reader.strings("foods")
    costMicroUSD = Int64(try reader.int("costMicroUSD"))
    do {
      results = try ValidateIngredientsResponse(decoding: try reader.bytes("results")).results
      feedback = try reader.optionalBytes("feedback").map {
        try SuggestionFeedback(decoding: $0)
      }
    } catch let error as TableError { throw error } catch {
      throw reader.malformed("results, feedback", "messages: \(error)")
    }
    var warnings: [WarningRecord] = []
    for map in try reader.maps("warnings") {
      warnings.append(
        WarningRecord(
          code: SuggestionWarningCode(rawValue: Int32(clamping: try map.int("code"))),
          name: try map.string("name"),
          foodID: try map.string("food")
        )
      )
    }
    self.warnings = warnings
    createdSeconds = Int64(try reader.int("created"))
  }

  func item() -> Item {
    var item = Item(Self.key(userID, id))
    item["requested"] = .int(requestedCount)
    item["recipes"] = .list(
      choices.map {
        .map(Item(["recipe": .string($0.recipeID), "source": .int($0.source.rawValue)]))
      }
    )
    item["foods"] = .strings(foodIDs)
    item["costMicroUSD"] = .int(costMicroUSD)
    item["results"] = .binary(ValidateIngredientsResponse(results: results).encoded())
    item["warnings"] = .list(
      warnings.map {
        .map(
          Item([
            "code": .int($0.code.rawValue), "name": .string($0.name), "food": .string($0.foodID),
          ])
        )
      }
    )
    item["created"] = .int(createdSeconds)
    item["feedback"] = feedback.map { .binary($0.encoded()) }
    item[AttributeName.ttl] = .int(expireSeconds)
    return item
  }
}
