import Contracts
import Protobuf

extension Food {
  /// What is wrong with a line of the seed.
  struct SeedError: Error, CustomStringConvertible {
    let line: Int
    let reason: String

    var description: String { "line \(line) of the ingredient seed: \(reason)" }
  }

  /// Reads `IngredientRecord`s in proto3 JSON, one on each line.
  static func parse(lines bytes: [UInt8]) throws -> [Food] {
    var foods: [Food] = []
    var ids: Set<String> = []
    for (place, line) in bytes.split(separator: UInt8(ascii: "\n")).enumerated() {
      let food: Food
      do {
        food = Food(try IngredientRecord(json: Array(line)))
        try food.validate()
      } catch let fault as Fault {
        throw SeedError(line: place + 1, reason: "\(fault.field) \(fault.rule)")
      } catch {
        throw SeedError(line: place + 1, reason: "\(error)")
      }
      guard ids.insert(food.id).inserted else {
        throw SeedError(line: place + 1, reason: "the id \(food.id) is there already")
      }
      foods.append(food)
    }
    return foods
  }
}
