import Contracts
import Protobuf
import SingleTable
import VietnameseText

/// A food as an item: enums by their numbers in the contract, which never change.
///
///     PK INGREDIENT#pork_belly          SK METADATA
///     GSI1 INGREDIENT#ACTIVE#2          NAME#ba chi heo#pork_belly
///     GSI2 INGREDIENT#CATEGORY#MEAT     NAME#ba chi heo
extension Food: ItemRecord {
  /// Partitions that the whole list is spread over, so that loading it is not one hot key.
  static let shardCount = 4

  /// The attribute that admins alone write.
  static let addedAliases = "addedAliases"

  static func key(_ id: String) -> Key { Key("INGREDIENT#\(id)", "METADATA") }
  static func shardPartition(_ shard: Int) -> String { "INGREDIENT#ACTIVE#\(shard)" }

  init(_ reader: ItemReader) throws(TableError) {
    id = try reader.string("id")
    nameVi = try reader.string("nameVi")
    nameEn = try reader.string("nameEn")
    category = IngredientCategory(rawValue: Int32(clamping: try reader.int("category")))
    aliases = try reader.strings("aliases")
    addedAliases = try reader.strings(Self.addedAliases)
    allergenGroups = try reader.enums("allergenGroups")
    excludedDiets = try reader.enums("excludedDiets")
    isStaple = try reader.optionalBool("staple") ?? false
  }

  func item() -> Item {
    var item = Item(
      Self.key(id),
      [
        "id": .string(id),
        "nameVi": .string(nameVi),
        "nameEn": .string(nameEn),
        "category": .int(category.rawValue),
      ]
    )
    if !aliases.isEmpty { item["aliases"] = .strings(aliases) }
    if !addedAliases.isEmpty { item[Self.addedAliases] = .strings(addedAliases) }
    if !allergenGroups.isEmpty { item["allergenGroups"] = .numbers(of: allergenGroups) }
    if !excludedDiets.isEmpty { item["excludedDiets"] = .numbers(of: excludedDiets) }
    if isStaple { item["staple"] = true }
    let name = FoldedName(nameVi).text
    item.setIndex(.gsi1, partition: Self.shardPartition(shard), sort: "NAME#\(name)#\(id)")
    let category = category.name.dropFirst("INGREDIENT_CATEGORY_".count)
    item.setIndex(.gsi2, partition: "INGREDIENT#CATEGORY#\(category)", sort: "NAME#\(name)")
    return item
  }

  /// The same for an id in every process and release (FNV-1a).
  private var shard: Int {
    let hash = id.utf8.reduce(2_166_136_261 as UInt32) { ($0 ^ UInt32($1)) &* 16_777_619 }
    return Int(hash % UInt32(Self.shardCount))
  }
}

extension AttributeValue {
  fileprivate static func numbers(of values: [some MessageEnum]) -> AttributeValue {
    .list(values.map { .int($0.rawValue) })
  }
}

extension ItemReader {
  fileprivate func enums<Value: MessageEnum>(
    _ name: String
  ) throws(TableError) -> [Value] {
    guard let list = item[name] else { return [] }
    let numbers = list.listValue?.compactMap(\.intValue)
    guard let numbers, numbers.count == list.size else {
      throw malformed(name, "a list of whole numbers")
    }
    return numbers.map { Value(rawValue: Int32(clamping: $0)) }
  }
}
