// Written by protoc-gen-smart-cooking from smartcooking/ingredient/v1/ingredient.proto. Do not edit.
// swift-format-ignore-file

import CContracts
import CProtobufC
package import Protobuf

/// Where a shopper looks for a food.
package enum IngredientCategory: MessageEnum {
  /// Not said.
  case unspecified
  /// Meat and poultry.
  case meat
  /// Fish, shellfish, seaweed.
  case seafood
  /// Vegetables, mushrooms, fresh herbs.
  case vegetable
  /// Fruit.
  case fruit
  /// Spices, sauces, oils.
  case spice
  /// Rice, noodles, flour, bread.
  case grain
  /// Beans, lentils, tofu.
  case legume
  /// Nuts and seeds.
  case nut
  /// Milk, cheese, eggs.
  case dairy
  /// Canned, cured and other made foods.
  case processed
  /// Drinks.
  case beverage
  /// A number this contract has no name for.
  case unrecognized(Int32)

  package init() { self = .unspecified }

  package init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unspecified
    case 1: self = .meat
    case 2: self = .seafood
    case 3: self = .vegetable
    case 4: self = .fruit
    case 5: self = .spice
    case 6: self = .grain
    case 7: self = .legume
    case 8: self = .nut
    case 9: self = .dairy
    case 10: self = .processed
    case 11: self = .beverage
    default: self = .unrecognized(rawValue)
    }
  }

  package var rawValue: Int32 {
    switch self {
    case .unspecified: 0
    case .meat: 1
    case .seafood: 2
    case .vegetable: 3
    case .fruit: 4
    case .spice: 5
    case .grain: 6
    case .legume: 7
    case .nut: 8
    case .dairy: 9
    case .processed: 10
    case .beverage: 11
    case .unrecognized(let number): number
    }
  }

  package var name: String {
    switch self {
    case .unspecified: "INGREDIENT_CATEGORY_UNSPECIFIED"
    case .meat: "INGREDIENT_CATEGORY_MEAT"
    case .seafood: "INGREDIENT_CATEGORY_SEAFOOD"
    case .vegetable: "INGREDIENT_CATEGORY_VEGETABLE"
    case .fruit: "INGREDIENT_CATEGORY_FRUIT"
    case .spice: "INGREDIENT_CATEGORY_SPICE"
    case .grain: "INGREDIENT_CATEGORY_GRAIN"
    case .legume: "INGREDIENT_CATEGORY_LEGUME"
    case .nut: "INGREDIENT_CATEGORY_NUT"
    case .dairy: "INGREDIENT_CATEGORY_DAIRY"
    case .processed: "INGREDIENT_CATEGORY_PROCESSED"
    case .beverage: "INGREDIENT_CATEGORY_BEVERAGE"
    case .unrecognized(let number): String(number)
    }
  }

  /// Every value that has a name.
  package static let allCases: [IngredientCategory] = [
    .unspecified,
    .meat,
    .seafood,
    .vegetable,
    .fruit,
    .spice,
    .grain,
    .legume,
    .nut,
    .dairy,
    .processed,
    .beverage,
  ]
}

/// What became of one name.
package enum IngredientStatus: MessageEnum {
  /// Never sent.
  case unspecified
  /// One food has this name, with or without diacritics, or as an alias.
  case valid
  /// No food has this name, one is clearly meant: similarity at least 0.80.
  case corrected
  /// Several foods fit, or the nearest has a similarity of 0.60 to 0.80: the user chooses.
  case ambiguous
  /// Nothing is near. Reported to those who keep the master list.
  case unknown
  /// Not a name: shorter than 2 or longer than 100 characters after trimming, or without a letter.
  case malformed
  /// A number this contract has no name for.
  case unrecognized(Int32)

  package init() { self = .unspecified }

  package init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unspecified
    case 1: self = .valid
    case 2: self = .corrected
    case 3: self = .ambiguous
    case 4: self = .unknown
    case 5: self = .malformed
    default: self = .unrecognized(rawValue)
    }
  }

  package var rawValue: Int32 {
    switch self {
    case .unspecified: 0
    case .valid: 1
    case .corrected: 2
    case .ambiguous: 3
    case .unknown: 4
    case .malformed: 5
    case .unrecognized(let number): number
    }
  }

  package var name: String {
    switch self {
    case .unspecified: "INGREDIENT_STATUS_UNSPECIFIED"
    case .valid: "INGREDIENT_STATUS_VALID"
    case .corrected: "INGREDIENT_STATUS_CORRECTED"
    case .ambiguous: "INGREDIENT_STATUS_AMBIGUOUS"
    case .unknown: "INGREDIENT_STATUS_UNKNOWN"
    case .malformed: "INGREDIENT_STATUS_MALFORMED"
    case .unrecognized(let number): String(number)
    }
  }

  /// Every value that has a name.
  package static let allCases: [IngredientStatus] = [
    .unspecified,
    .valid,
    .corrected,
    .ambiguous,
    .unknown,
    .malformed,
  ]
}

/// A food of the master list, in both languages: as stored, imported and seen by other services.
package struct IngredientRecord: Message {
  /// Slug of 1 to 64 of `a-z`, `0-9` and `_`, such as `pork_belly`. Never changes.
  package var id: String = ""

  /// Canonical names; both are required, each 2 to 100 characters.
  package var name: LocalizedText?

  /// Required.
  package var category: IngredientCategory = IngredientCategory()

  /// Other names in either language, at most 50, each 2 to 100 characters.
  package var aliases: [String] = []

  /// Allergies that exclude it.
  package var allergenGroups: [AllergenGroup] = []

  /// Diets that it is NOT fit for.
  package var excludedDiets: [Diet] = []

  /// In every kitchen (salt, water, oil): a recipe may use it although nobody named it.
  package var staple: Bool = false

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    id: String = "",
    name: LocalizedText? = nil,
    category: IngredientCategory = IngredientCategory(),
    aliases: [String] = [],
    allergenGroups: [AllergenGroup] = [],
    excludedDiets: [Diet] = [],
    staple: Bool = false
  ) {
    self.id = id
    self.name = name
    self.category = category
    self.aliases = aliases
    self.allergenGroups = allergenGroups
    self.excludedDiets = excludedDiets
    self.staple = staple
  }
}

/// A food of the master list, in the caller's language.
package struct Ingredient: Message {
  /// Slug, such as `pork_belly`.
  package var id: String = ""

  /// Canonical name.
  package var name: String = ""

  /// Where a shopper looks for it.
  package var category: IngredientCategory = IngredientCategory()

  /// Other names, in both languages.
  package var aliases: [String] = []

  /// Allergies that exclude it.
  package var allergenGroups: [AllergenGroup] = []

  /// Diets that it is NOT fit for.
  package var excludedDiets: [Diet] = []

  /// In every kitchen: a recipe may use it although nobody named it.
  package var staple: Bool = false

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    id: String = "",
    name: String = "",
    category: IngredientCategory = IngredientCategory(),
    aliases: [String] = [],
    allergenGroups: [AllergenGroup] = [],
    excludedDiets: [Diet] = [],
    staple: Bool = false
  ) {
    self.id = id
    self.name = name
    self.category = category
    self.aliases = aliases
    self.allergenGroups = allergenGroups
    self.excludedDiets = excludedDiets
    self.staple = staple
  }
}

/// A food that may have been meant.
package struct IngredientSuggestion: Message {
  /// The food.
  package var ingredient: Ingredient?

  /// How near the name is, 0 to 1.
  package var confidence: Double = 0

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    ingredient: Ingredient? = nil,
    confidence: Double = 0
  ) {
    self.ingredient = ingredient
    self.confidence = confidence
  }
}

/// What one name was understood as.
package struct IngredientResult: Message {
  /// The name as it was given.
  package var input: String = ""

  /// What became of it. VALID and CORRECTED are good to cook with, the others are not.
  package var status: IngredientStatus = IngredientStatus()

  /// The food; present for VALID and CORRECTED alone.
  package var ingredient: Ingredient?

  /// How near the name is to the food, 0 to 1; 1 for VALID, 0 when there is no food.
  package var confidence: Double = 0

  /// For AMBIGUOUS: 1 to 5 foods, nearest first.
  package var suggestions: [IngredientSuggestion] = []

  /// For all but VALID: what was corrected or what is wrong, in the caller's language.
  package var warning: String = ""

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    input: String = "",
    status: IngredientStatus = IngredientStatus(),
    ingredient: Ingredient? = nil,
    confidence: Double = 0,
    suggestions: [IngredientSuggestion] = [],
    warning: String = ""
  ) {
    self.input = input
    self.status = status
    self.ingredient = ingredient
    self.confidence = confidence
    self.suggestions = suggestions
    self.warning = warning
  }
}

/// A category with its name.
package struct IngredientCategoryInfo: Message {
  /// The category.
  package var category: IngredientCategory = IngredientCategory()

  /// Its name in the caller's language.
  package var name: String = ""

  /// Foods in it.
  package var ingredientCount: Int32 = 0

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    category: IngredientCategory = IngredientCategory(),
    name: String = "",
    ingredientCount: Int32 = 0
  ) {
    self.category = category
    self.name = name
    self.ingredientCount = ingredientCount
  }
}

/// Something in the caller's kitchen; one for each ingredient.
package struct PantryItem: Message {
  /// The food.
  package var ingredient: Ingredient?

  /// How much there is, above 0, in `unit`; absent when it was not said.
  package var quantity: Double?

  /// Unit of the quantity: g, ml, piece, tbsp, tsp, clove, slice, bunch, stalk, sheet, can, pinch
  /// or cup.
  package var unit: String = ""

  /// Best before; absent when it was not said.
  package var expireTime: Google_Protobuf_Timestamp?

  /// When it was last added.
  package var updateTime: Google_Protobuf_Timestamp?

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    ingredient: Ingredient? = nil,
    quantity: Double? = nil,
    unit: String = "",
    expireTime: Google_Protobuf_Timestamp? = nil,
    updateTime: Google_Protobuf_Timestamp? = nil
  ) {
    self.ingredient = ingredient
    self.quantity = quantity
    self.unit = unit
    self.expireTime = expireTime
    self.updateTime = updateTime
  }
}

/// A name that people type and the master list lacks.
package struct UnknownIngredient: Message {
  /// The name without case, diacritics and doubled spaces; identifies the report.
  package var foldedName: String = ""

  /// The name as it was first typed.
  package var sample: String = ""

  /// Distinct users who typed it. An alert is raised at 5, and again at each doubling.
  package var reporterCount: Int32 = 0

  /// First report.
  package var createTime: Google_Protobuf_Timestamp?

  /// Latest report by a user who had not reported it before.
  package var updateTime: Google_Protobuf_Timestamp?

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    foldedName: String = "",
    sample: String = "",
    reporterCount: Int32 = 0,
    createTime: Google_Protobuf_Timestamp? = nil,
    updateTime: Google_Protobuf_Timestamp? = nil
  ) {
    self.foldedName = foldedName
    self.sample = sample
    self.reporterCount = reporterCount
    self.createTime = createTime
    self.updateTime = updateTime
  }
}

extension IngredientRecord {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.ingredient.v1.IngredientRecord", smartcooking__ingredient__v1__ingredient_record__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Ingredient__V1__IngredientRecord.self)
    unsafe self.id = copier.string(c.pointee.id)
    unsafe self.name = copier.message(c.pointee.name)
    unsafe self.category = IngredientCategory(rawValue: c.pointee.category)
    unsafe self.aliases = copier.strings(c.pointee.n_aliases, c.pointee.aliases)
    unsafe self.allergenGroups = copier.enums(c.pointee.n_allergen_groups, c.pointee.allergen_groups)
    unsafe self.excludedDiets = copier.enums(c.pointee.n_excluded_diets, c.pointee.excluded_diets)
    unsafe self.staple = c.pointee.staple != 0
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Ingredient__V1__IngredientRecord.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__ingredient__v1__ingredient_record__type()
    if !self.id.isEmpty {
      unsafe c.pointee.has_id = 1
      unsafe c.pointee.id = arena.string(self.id)
    }
    if let value = self.name { unsafe c.pointee.name = arena.message(value) }
    if self.category.rawValue != 0 {
      unsafe c.pointee.has_category = 1
      unsafe c.pointee.category = self.category.rawValue
    }
    if !self.aliases.isEmpty {
      unsafe c.pointee.n_aliases = self.aliases.count
      unsafe c.pointee.aliases = arena.strings(self.aliases)
    }
    if !self.allergenGroups.isEmpty {
      unsafe c.pointee.n_allergen_groups = self.allergenGroups.count
      unsafe c.pointee.allergen_groups = arena.enums(self.allergenGroups)
    }
    if !self.excludedDiets.isEmpty {
      unsafe c.pointee.n_excluded_diets = self.excludedDiets.count
      unsafe c.pointee.excluded_diets = arena.enums(self.excludedDiets)
    }
    if self.staple {
      unsafe c.pointee.has_staple = 1
      unsafe c.pointee.staple = self.staple ? 1 : 0
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension Ingredient {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.ingredient.v1.Ingredient", smartcooking__ingredient__v1__ingredient__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Ingredient__V1__Ingredient.self)
    unsafe self.id = copier.string(c.pointee.id)
    unsafe self.name = copier.string(c.pointee.name)
    unsafe self.category = IngredientCategory(rawValue: c.pointee.category)
    unsafe self.aliases = copier.strings(c.pointee.n_aliases, c.pointee.aliases)
    unsafe self.allergenGroups = copier.enums(c.pointee.n_allergen_groups, c.pointee.allergen_groups)
    unsafe self.excludedDiets = copier.enums(c.pointee.n_excluded_diets, c.pointee.excluded_diets)
    unsafe self.staple = c.pointee.staple != 0
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Ingredient__V1__Ingredient.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__ingredient__v1__ingredient__type()
    if !self.id.isEmpty {
      unsafe c.pointee.has_id = 1
      unsafe c.pointee.id = arena.string(self.id)
    }
    if !self.name.isEmpty {
      unsafe c.pointee.has_name = 1
      unsafe c.pointee.name = arena.string(self.name)
    }
    if self.category.rawValue != 0 {
      unsafe c.pointee.has_category = 1
      unsafe c.pointee.category = self.category.rawValue
    }
    if !self.aliases.isEmpty {
      unsafe c.pointee.n_aliases = self.aliases.count
      unsafe c.pointee.aliases = arena.strings(self.aliases)
    }
    if !self.allergenGroups.isEmpty {
      unsafe c.pointee.n_allergen_groups = self.allergenGroups.count
      unsafe c.pointee.allergen_groups = arena.enums(self.allergenGroups)
    }
    if !self.excludedDiets.isEmpty {
      unsafe c.pointee.n_excluded_diets = self.excludedDiets.count
      unsafe c.pointee.excluded_diets = arena.enums(self.excludedDiets)
    }
    if self.staple {
      unsafe c.pointee.has_staple = 1
      unsafe c.pointee.staple = self.staple ? 1 : 0
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension IngredientSuggestion {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.ingredient.v1.IngredientSuggestion", smartcooking__ingredient__v1__ingredient_suggestion__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Ingredient__V1__IngredientSuggestion.self)
    unsafe self.ingredient = copier.message(c.pointee.ingredient)
    unsafe self.confidence = c.pointee.confidence
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Ingredient__V1__IngredientSuggestion.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__ingredient__v1__ingredient_suggestion__type()
    if let value = self.ingredient { unsafe c.pointee.ingredient = arena.message(value) }
    if self.confidence.bitPattern != 0 {
      unsafe c.pointee.has_confidence = 1
      unsafe c.pointee.confidence = self.confidence
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension IngredientResult {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.ingredient.v1.IngredientResult", smartcooking__ingredient__v1__ingredient_result__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Ingredient__V1__IngredientResult.self)
    unsafe self.input = copier.string(c.pointee.input)
    unsafe self.status = IngredientStatus(rawValue: c.pointee.status)
    unsafe self.ingredient = copier.message(c.pointee.ingredient)
    unsafe self.confidence = c.pointee.confidence
    unsafe self.suggestions = copier.messages(c.pointee.n_suggestions, c.pointee.suggestions)
    unsafe self.warning = copier.string(c.pointee.warning)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Ingredient__V1__IngredientResult.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__ingredient__v1__ingredient_result__type()
    if !self.input.isEmpty {
      unsafe c.pointee.has_input = 1
      unsafe c.pointee.input = arena.string(self.input)
    }
    if self.status.rawValue != 0 {
      unsafe c.pointee.has_status = 1
      unsafe c.pointee.status = self.status.rawValue
    }
    if let value = self.ingredient { unsafe c.pointee.ingredient = arena.message(value) }
    if self.confidence.bitPattern != 0 {
      unsafe c.pointee.has_confidence = 1
      unsafe c.pointee.confidence = self.confidence
    }
    if !self.suggestions.isEmpty {
      unsafe c.pointee.n_suggestions = self.suggestions.count
      unsafe c.pointee.suggestions = arena.messages(self.suggestions)
    }
    if !self.warning.isEmpty {
      unsafe c.pointee.has_warning = 1
      unsafe c.pointee.warning = arena.string(self.warning)
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension IngredientCategoryInfo {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.ingredient.v1.IngredientCategoryInfo", smartcooking__ingredient__v1__ingredient_category_info__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Ingredient__V1__IngredientCategoryInfo.self)
    unsafe self.category = IngredientCategory(rawValue: c.pointee.category)
    unsafe self.name = copier.string(c.pointee.name)
    unsafe self.ingredientCount = c.pointee.ingredient_count
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Ingredient__V1__IngredientCategoryInfo.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__ingredient__v1__ingredient_category_info__type()
    if self.category.rawValue != 0 {
      unsafe c.pointee.has_category = 1
      unsafe c.pointee.category = self.category.rawValue
    }
    if !self.name.isEmpty {
      unsafe c.pointee.has_name = 1
      unsafe c.pointee.name = arena.string(self.name)
    }
    if self.ingredientCount != 0 {
      unsafe c.pointee.has_ingredient_count = 1
      unsafe c.pointee.ingredient_count = self.ingredientCount
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension PantryItem {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.ingredient.v1.PantryItem", smartcooking__ingredient__v1__pantry_item__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Ingredient__V1__PantryItem.self)
    unsafe self.ingredient = copier.message(c.pointee.ingredient)
    if unsafe c.pointee.has_quantity != 0 { unsafe self.quantity = c.pointee.quantity }
    unsafe self.unit = copier.string(c.pointee.unit)
    unsafe self.expireTime = copier.message(c.pointee.expire_time)
    unsafe self.updateTime = copier.message(c.pointee.update_time)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Ingredient__V1__PantryItem.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__ingredient__v1__pantry_item__type()
    if let value = self.ingredient { unsafe c.pointee.ingredient = arena.message(value) }
    if let value = self.quantity {
      unsafe c.pointee.has_quantity = 1
      unsafe c.pointee.quantity = value
    }
    if !self.unit.isEmpty {
      unsafe c.pointee.has_unit = 1
      unsafe c.pointee.unit = arena.string(self.unit)
    }
    if let value = self.expireTime { unsafe c.pointee.expire_time = arena.message(value) }
    if let value = self.updateTime { unsafe c.pointee.update_time = arena.message(value) }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension UnknownIngredient {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.ingredient.v1.UnknownIngredient", smartcooking__ingredient__v1__unknown_ingredient__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Ingredient__V1__UnknownIngredient.self)
    unsafe self.foldedName = copier.string(c.pointee.folded_name)
    unsafe self.sample = copier.string(c.pointee.sample)
    unsafe self.reporterCount = c.pointee.reporter_count
    unsafe self.createTime = copier.message(c.pointee.create_time)
    unsafe self.updateTime = copier.message(c.pointee.update_time)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Ingredient__V1__UnknownIngredient.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__ingredient__v1__unknown_ingredient__type()
    if !self.foldedName.isEmpty {
      unsafe c.pointee.has_folded_name = 1
      unsafe c.pointee.folded_name = arena.string(self.foldedName)
    }
    if !self.sample.isEmpty {
      unsafe c.pointee.has_sample = 1
      unsafe c.pointee.sample = arena.string(self.sample)
    }
    if self.reporterCount != 0 {
      unsafe c.pointee.has_reporter_count = 1
      unsafe c.pointee.reporter_count = self.reporterCount
    }
    if let value = self.createTime { unsafe c.pointee.create_time = arena.message(value) }
    if let value = self.updateTime { unsafe c.pointee.update_time = arena.message(value) }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}
