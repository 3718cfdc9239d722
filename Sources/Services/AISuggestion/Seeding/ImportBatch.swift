import Contracts
import RPC
import ServiceKit

/// Records of an import that are checked and written together.
struct ImportBatch {
  private struct Entry {
    let place: Int
    let record: RecipeRecord?
  }

  private var entries: [Entry] = []
  private var ids: Set<String> = []

  /// Full, or holding another record with this id, which must be written first.
  func isFull(for id: String) -> Bool {
    entries.count >= Limits.importBatchMax || RecipeID.isPossible(id) && ids.contains(id)
  }

  mutating func append(_ record: RecipeRecord?, at place: Int) {
    entries.append(Entry(place: place, record: record))
    if let record, RecipeID.isPossible(record.id) { ids.insert(record.id) }
  }

  /// Those that may be ids of foods.
  var ingredientIDs: Set<String> {
    let ids = entries.flatMap { ($0.record?.ingredients ?? []).map(\.ingredientId) }
    return Set(ids.filter(Self.isPossible))
  }

  private static func isPossible(_ id: String) -> Bool {
    (1...RecipeRules.foodIDBytesMax).contains(id.utf8.count)
  }

  /// The records up to the first that breaks a rule, and what is wrong with that one.
  func judged(_ isFood: (String) -> Bool) -> (records: [RecipeRecord], refusal: RPCError?) {
    var records: [RecipeRecord] = []
    for entry in entries {
      do throws(RPCError) {
        records.append(try Self.checked(entry, isFood))
      } catch { return (records, error) }
    }
    return (records, nil)
  }

  private static func checked(
    _ entry: Entry,
    _ isFood: (String) -> Bool
  ) throws(RPCError) -> RecipeRecord {
    let path = "[\(entry.place)]"
    var list = FieldViolations()
    guard let record = entry.record else {
      throw .invalidArgument(field: path, "must have a recipe")
    }
    list.require(
      RecipeID.isPossible(record.id),
      "\(path).id",
      "must be 1 to 100 of a-z, 0-9, - and _"
    )
    RecipeRules.check(record, at: "\(path).", into: &list)
    checkLanguages(record.title, "\(path).title", into: &list)
    for (index, step) in record.steps.enumerated() {
      checkLanguages(step.text, "\(path).steps[\(index)].text", into: &list)
    }
    for (index, ingredient) in record.ingredients.enumerated()
    where isPossible(ingredient.ingredientId) {
      list.require(
        isFood(ingredient.ingredientId),
        "\(path).ingredients[\(index)].ingredient_id",
        "must be a food of the master list"
      )
    }
    try list.throwIfAny()
    return record
  }

  /// The cookbook speaks both languages.
  private static func checkLanguages(
    _ text: LocalizedText?,
    _ field: String,
    into list: inout FieldViolations
  ) {
    guard let text, !(text.vi.isEmpty && text.en.isEmpty) else { return }
    list.require(!text.vi.isEmpty, "\(field).vi", "is required")
    list.require(!text.en.isEmpty, "\(field).en", "is required")
  }
}
