import Contracts
import Protobuf
import RPC
import ServiceKit

/// Which preferences change to what; every field keeps its rule.
struct PreferencesUpdate: Sendable {
  private let values: Preferences
  private let fields: [Field]

  /// A field of the contract: how it is copied, and whether a message has it.
  private struct Field: Sendable {
    let name: String
    let isSet: @Sendable (Preferences) -> Bool
    let copy: @Sendable (Preferences, inout Preferences) -> Void

    init<Value: Equatable & Sendable>(
      _ name: String,
      _ path: any WritableKeyPath<Preferences, Value> & Sendable
    ) {
      self.name = name
      isSet = { $0[keyPath: path] != Preferences()[keyPath: path] }
      copy = { source, target in target[keyPath: path] = source[keyPath: path] }
    }
  }

  private static let fields: [Field] = [
    Field("diets", \.diets),
    Field("allergies", \.allergies),
    Field(avoided, \.avoidedIngredientIds),
    Field("preferred_methods", \.preferredMethods),
    Field("preferred_cuisines", \.preferredCuisines),
    Field("age_band", \.ageBand),
    Field("gender", \.gender),
    Field("country", \.country),
  ]

  private static let avoided = "avoided_ingredient_ids"
  private static let avoidedRule = "must be the id of a food"
  private static let avoidedMax = 50
  private static let preferredMax = 10

  /// - Throws: INVALID_ARGUMENT with everything that is wrong.
  init(_ request: UpdatePreferencesRequest) throws(RPCError) {
    guard let values = request.preferences else {
      throw .invalidArgument(field: "preferences", "is required")
    }
    var list = FieldViolations()
    self.values = values
    fields = Self.fields(of: request.updateMask?.paths ?? [], values: values, into: &list)
    Self.check(values, into: &list)
    try list.throwIfAny()
  }

  /// What is to be avoided from now on; only a food's id excludes anything.
  var avoidedIDs: [String] {
    fields.contains { $0.name == Self.avoided } ? values.avoidedIngredientIds : []
  }

  /// - Throws: INVALID_ARGUMENT for each id to be avoided that no food has and that is not among `kept`.
  func requireAvoided(in foods: Foods, besides kept: Set<String>) throws(RPCError) {
    var list = FieldViolations()
    for (index, id) in avoidedIDs.enumerated() where !kept.contains(id) {
      list.require(
        foods[id] != nil,
        "preferences.\(Self.avoided)[\(index)]",
        Self.avoidedRule
      )
    }
    try list.throwIfAny()
  }

  func apply(to preferences: inout Preferences) {
    for field in fields { field.copy(values, &preferences) }
  }

  private static func fields(
    of paths: [String],
    values: Preferences,
    into list: inout FieldViolations
  ) -> [Field] {
    if paths.isEmpty { return fields.filter { $0.isSet(values) } }
    if paths.count == 1, paths[0].isExactly("*") { return fields }
    return paths.compactMap { path in
      if let field = fields.first(where: { $0.name.isExactly(path) }) { return field }
      let isOutput = path.isExactly("update_time")
      let name = path.unicodeScalars.prefix(64)
      list.add(
        "update_mask",
        isOutput ? "'update_time' is output only" : "'\(String(name))' is not a field"
      )
      return nil
    }
  }

  private static func check(_ values: Preferences, into list: inout FieldViolations) {
    checkEach(values.diets, "preferences.diets", max: .max, "must be a diet", into: &list) {
      $0.isKnown
    }
    checkEach(
      values.allergies,
      "preferences.allergies",
      max: .max,
      "must be an allergen group",
      into: &list
    ) {
      $0.isKnown
    }
    checkEach(
      values.avoidedIngredientIds,
      "preferences.\(avoided)",
      max: avoidedMax,
      avoidedRule,
      into: &list
    ) { (1...64).contains($0.utf8.count) }
    checkEach(
      values.preferredMethods,
      "preferences.preferred_methods",
      max: preferredMax,
      "must be a cooking method",
      into: &list
    ) { $0.isKnown }
    checkEach(
      values.preferredCuisines,
      "preferences.preferred_cuisines",
      max: preferredMax,
      "must have 1 to \(Limits.cuisineCharactersMax) characters, in lower case",
      into: &list
    ) { cuisine in
      !cuisine.isEmpty && cuisine.hasCharacters(atMost: Limits.cuisineCharactersMax)
        && cuisine == cuisine.lowercased()
    }
    list.require(
      AgeBand.allCases.contains(values.ageBand),
      "preferences.age_band",
      "must be an age band"
    )
    list.require(Gender.allCases.contains(values.gender), "preferences.gender", "must be a gender")
    let country = values.country.utf8
    list.require(
      country.isEmpty || country.count == 2 && country.allSatisfy { (0x41...0x5A).contains($0) },
      "preferences.country",
      "must be two capital letters, ISO 3166-1 alpha-2"
    )
  }

  private static func checkEach<Value: Hashable>(
    _ values: [Value],
    _ field: String,
    max: Int,
    _ rule: String,
    into list: inout FieldViolations,
    _ isFit: (Value) -> Bool
  ) {
    list.require(values.count <= max, field, "must be at most \(max)")
    var seen: Set<Value> = []
    for (index, value) in values.prefix(max).enumerated() {
      guard isFit(value) else {
        list.add("\(field)[\(index)]", rule)
        continue
      }
      list.require(seen.insert(value).inserted, "\(field)[\(index)]", "must be different")
    }
  }
}
