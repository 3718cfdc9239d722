// Written by protoc-gen-smart-cooking from smartcooking/suggestion/v1/recipe.proto. Do not edit.
// swift-format-ignore-file

import CContracts
import CProtobufC
package import Protobuf

/// Who wrote a recipe.
package enum RecipeOrigin: MessageEnum {
  /// Not said.
  case unspecified
  /// Came with the cookbook.
  case curated
  /// Composed by the built-in generator, without a network.
  case modelLocal
  /// Written by a model on Amazon Bedrock.
  case modelBedrock
  /// Written by a user.
  case user
  /// A number this contract has no name for.
  case unrecognized(Int32)

  package init() { self = .unspecified }

  package init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unspecified
    case 1: self = .curated
    case 2: self = .modelLocal
    case 3: self = .modelBedrock
    case 4: self = .user
    default: self = .unrecognized(rawValue)
    }
  }

  package var rawValue: Int32 {
    switch self {
    case .unspecified: 0
    case .curated: 1
    case .modelLocal: 2
    case .modelBedrock: 3
    case .user: 4
    case .unrecognized(let number): number
    }
  }

  package var name: String {
    switch self {
    case .unspecified: "RECIPE_ORIGIN_UNSPECIFIED"
    case .curated: "RECIPE_ORIGIN_CURATED"
    case .modelLocal: "RECIPE_ORIGIN_MODEL_LOCAL"
    case .modelBedrock: "RECIPE_ORIGIN_MODEL_BEDROCK"
    case .user: "RECIPE_ORIGIN_USER"
    case .unrecognized(let number): String(number)
    }
  }

  /// Every value that has a name.
  package static let allCases: [RecipeOrigin] = [
    .unspecified,
    .curated,
    .modelLocal,
    .modelBedrock,
    .user,
  ]
}

/// A recipe in both languages: as imported and seen by other services.
package struct RecipeRecord: Message {
  /// Slug of a recipe of the cookbook, such as `thit-kho-trung`; UUIDv7 of any other. Never changes.
  package var id: String = ""

  /// What the dish is called; both languages are required, each at most 200 characters.
  package var title: LocalizedText?

  /// What the dish is like, each at most 2000 characters.
  package var description: LocalizedText?

  /// How it is cooked; required.
  package var method: CookingMethod = CookingMethod()

  /// Where it comes from, in lower case, such as `vietnamese`.
  package var cuisine: String = ""

  /// People it feeds, 1 to 50.
  package var servings: Int32 = 0

  /// Minutes before the heat is on, 0 to 1440.
  package var prepMinutes: Int32 = 0

  /// Minutes after that, 0 to 1440.
  package var cookMinutes: Int32 = 0

  /// How much skill it asks for.
  package var difficulty: Difficulty = Difficulty()

  /// What goes in, 1 to 50.
  package var ingredients: [RecipeRecord.Ingredient] = []

  /// What to do, in order, 1 to 50.
  package var steps: [RecipeRecord.Step] = []

  /// Words to find it by, at most 20, each at most 50 characters, such as `tet`.
  package var tags: [String] = []

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    id: String = "",
    title: LocalizedText? = nil,
    description: LocalizedText? = nil,
    method: CookingMethod = CookingMethod(),
    cuisine: String = "",
    servings: Int32 = 0,
    prepMinutes: Int32 = 0,
    cookMinutes: Int32 = 0,
    difficulty: Difficulty = Difficulty(),
    ingredients: [RecipeRecord.Ingredient] = [],
    steps: [RecipeRecord.Step] = [],
    tags: [String] = []
  ) {
    self.id = id
    self.title = title
    self.description = description
    self.method = method
    self.cuisine = cuisine
    self.servings = servings
    self.prepMinutes = prepMinutes
    self.cookMinutes = cookMinutes
    self.difficulty = difficulty
    self.ingredients = ingredients
    self.steps = steps
    self.tags = tags
  }

  /// An ingredient of the recipe.
  package struct Ingredient: Message {
    /// Id of a food of the master list; required, once in a recipe.
    package var ingredientId: String = ""

    /// How much, above 0, in `unit`.
    package var quantity: Double = 0

    /// g, ml, piece, tbsp, tsp, clove, slice, bunch, stalk, sheet, can, pinch or cup.
    package var unit: String = ""

    /// The dish works without it.
    package var optional: Bool = false

    /// How it is prepared; may be left out.
    package var note: LocalizedText?

    /// Fields this contract does not know, kept for the next reader.
    package var unknownFields = UnknownFields()

    package init() {}

    package init(
      ingredientId: String = "",
      quantity: Double = 0,
      unit: String = "",
      optional: Bool = false,
      note: LocalizedText? = nil
    ) {
      self.ingredientId = ingredientId
      self.quantity = quantity
      self.unit = unit
      self.optional = optional
      self.note = note
    }
  }

  /// A step of the recipe.
  package struct Step: Message {
    /// What to do; both languages are required, each at most 2000 characters.
    package var text: LocalizedText?

    /// How long it takes, 0 to 1440; 0 when it is not said.
    package var minutes: Int32 = 0

    /// Fields this contract does not know, kept for the next reader.
    package var unknownFields = UnknownFields()

    package init() {}

    package init(
      text: LocalizedText? = nil,
      minutes: Int32 = 0
    ) {
      self.text = text
      self.minutes = minutes
    }
  }
}

/// An ingredient of a recipe.
package struct RecipeIngredient: Message {
  /// Id of a food of the master list.
  package var ingredientId: String = ""

  /// Name of the food.
  package var name: String = ""

  /// How much, in `unit`.
  package var quantity: Double = 0

  /// g, ml, piece, tbsp, tsp, clove, slice, bunch, stalk, sheet, can, pinch or cup.
  package var unit: String = ""

  /// The dish works without it.
  package var optional: Bool = false

  /// How it is prepared; may be empty.
  package var note: String = ""

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    ingredientId: String = "",
    name: String = "",
    quantity: Double = 0,
    unit: String = "",
    optional: Bool = false,
    note: String = ""
  ) {
    self.ingredientId = ingredientId
    self.name = name
    self.quantity = quantity
    self.unit = unit
    self.optional = optional
    self.note = note
  }
}

/// A step of a recipe.
package struct RecipeStep: Message {
  /// What to do.
  package var text: String = ""

  /// How long it takes; 0 when it is not said.
  package var minutes: Int32 = 0

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    text: String = "",
    minutes: Int32 = 0
  ) {
    self.text = text
    self.minutes = minutes
  }
}

/// A recipe in the caller's language.
package struct Recipe: Message {
  /// Slug of a recipe of the cookbook, UUIDv7 of any other.
  package var id: String = ""

  /// What the dish is called.
  package var title: String = ""

  /// What the dish is like.
  package var description: String = ""

  /// How it is cooked.
  package var method: CookingMethod = CookingMethod()

  /// Where it comes from, in lower case, such as `vietnamese`.
  package var cuisine: String = ""

  /// People it feeds.
  package var servings: Int32 = 0

  /// Minutes before the heat is on.
  package var prepMinutes: Int32 = 0

  /// Minutes after that.
  package var cookMinutes: Int32 = 0

  /// How much skill it asks for.
  package var difficulty: Difficulty = Difficulty()

  /// What goes in.
  package var ingredients: [RecipeIngredient] = []

  /// What to do, in order.
  package var steps: [RecipeStep] = []

  /// Words to find it by.
  package var tags: [String] = []

  /// Who wrote it.
  package var origin: RecipeOrigin = RecipeOrigin()

  /// Whether it belongs to the cookbook.
  package var approval: ApprovalState = ApprovalState()

  /// Mean stars, one decimal; absent when there is no rating.
  package var averageRating: Double?

  /// Ratings.
  package var ratingCount: Int32 = 0

  /// Allergies that exclude it: those of all its ingredients, optional ones too.
  package var allergenGroups: [AllergenGroup] = []

  /// Diets that it is NOT fit for: those that any of its ingredients excludes.
  package var excludedDiets: [Diet] = []

  /// The caller wrote it, or asked for it when it was generated.
  package var mine: Bool = false

  /// When it was stored.
  package var createTime: Google_Protobuf_Timestamp?

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    id: String = "",
    title: String = "",
    description: String = "",
    method: CookingMethod = CookingMethod(),
    cuisine: String = "",
    servings: Int32 = 0,
    prepMinutes: Int32 = 0,
    cookMinutes: Int32 = 0,
    difficulty: Difficulty = Difficulty(),
    ingredients: [RecipeIngredient] = [],
    steps: [RecipeStep] = [],
    tags: [String] = [],
    origin: RecipeOrigin = RecipeOrigin(),
    approval: ApprovalState = ApprovalState(),
    averageRating: Double? = nil,
    ratingCount: Int32 = 0,
    allergenGroups: [AllergenGroup] = [],
    excludedDiets: [Diet] = [],
    mine: Bool = false,
    createTime: Google_Protobuf_Timestamp? = nil
  ) {
    self.id = id
    self.title = title
    self.description = description
    self.method = method
    self.cuisine = cuisine
    self.servings = servings
    self.prepMinutes = prepMinutes
    self.cookMinutes = cookMinutes
    self.difficulty = difficulty
    self.ingredients = ingredients
    self.steps = steps
    self.tags = tags
    self.origin = origin
    self.approval = approval
    self.averageRating = averageRating
    self.ratingCount = ratingCount
    self.allergenGroups = allergenGroups
    self.excludedDiets = excludedDiets
    self.mine = mine
    self.createTime = createTime
  }
}

/// What a list shows of a recipe.
package struct RecipeSummary: Message {
  /// Slug of a recipe of the cookbook, UUIDv7 of any other.
  package var id: String = ""

  /// What the dish is called.
  package var title: String = ""

  /// How it is cooked.
  package var method: CookingMethod = CookingMethod()

  /// Where it comes from, in lower case, such as `vietnamese`.
  package var cuisine: String = ""

  /// People it feeds.
  package var servings: Int32 = 0

  /// Minutes before the heat is on.
  package var prepMinutes: Int32 = 0

  /// Minutes after that.
  package var cookMinutes: Int32 = 0

  /// How much skill it asks for.
  package var difficulty: Difficulty = Difficulty()

  /// Mean stars, one decimal; absent when there is no rating.
  package var averageRating: Double?

  /// Ratings.
  package var ratingCount: Int32 = 0

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    id: String = "",
    title: String = "",
    method: CookingMethod = CookingMethod(),
    cuisine: String = "",
    servings: Int32 = 0,
    prepMinutes: Int32 = 0,
    cookMinutes: Int32 = 0,
    difficulty: Difficulty = Difficulty(),
    averageRating: Double? = nil,
    ratingCount: Int32 = 0
  ) {
    self.id = id
    self.title = title
    self.method = method
    self.cuisine = cuisine
    self.servings = servings
    self.prepMinutes = prepMinutes
    self.cookMinutes = cookMinutes
    self.difficulty = difficulty
    self.averageRating = averageRating
    self.ratingCount = ratingCount
  }
}

/// A recipe that a user writes, in one language; all of it together at most 64 KiB.
package struct RecipeDraft: Message {
  /// What the dish is called, 2 to 200 characters.
  package var title: String = ""

  /// What the dish is like, at most 2000 characters; may be empty.
  package var description: String = ""

  /// How it is cooked; required.
  package var method: CookingMethod = CookingMethod()

  /// Where it comes from, at most 50 characters; may be empty.
  package var cuisine: String = ""

  /// People it feeds, 1 to 50.
  package var servings: Int32 = 0

  /// Minutes before the heat is on, 0 to 1440.
  package var prepMinutes: Int32 = 0

  /// Minutes after that, 0 to 1440.
  package var cookMinutes: Int32 = 0

  /// How much skill it asks for; required.
  package var difficulty: Difficulty = Difficulty()

  /// What goes in, 1 to 50 different foods.
  package var ingredients: [RecipeDraft.Ingredient] = []

  /// What to do, in order, 1 to 50, each 1 to 2000 characters.
  package var steps: [RecipeStep] = []

  /// Words to find it by, at most 20, each at most 50 characters.
  package var tags: [String] = []

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    title: String = "",
    description: String = "",
    method: CookingMethod = CookingMethod(),
    cuisine: String = "",
    servings: Int32 = 0,
    prepMinutes: Int32 = 0,
    cookMinutes: Int32 = 0,
    difficulty: Difficulty = Difficulty(),
    ingredients: [RecipeDraft.Ingredient] = [],
    steps: [RecipeStep] = [],
    tags: [String] = []
  ) {
    self.title = title
    self.description = description
    self.method = method
    self.cuisine = cuisine
    self.servings = servings
    self.prepMinutes = prepMinutes
    self.cookMinutes = cookMinutes
    self.difficulty = difficulty
    self.ingredients = ingredients
    self.steps = steps
    self.tags = tags
  }

  /// An ingredient of the draft.
  package struct Ingredient: Message {
    /// Its name as people say it; must be understood as one food of the master list.
    package var name: String = ""

    /// How much, above 0, in `unit`.
    package var quantity: Double = 0

    /// g, ml, piece, tbsp, tsp, clove, slice, bunch, stalk, sheet, can, pinch or cup.
    package var unit: String = ""

    /// The dish works without it.
    package var optional: Bool = false

    /// How it is prepared, at most 200 characters; may be empty.
    package var note: String = ""

    /// Fields this contract does not know, kept for the next reader.
    package var unknownFields = UnknownFields()

    package init() {}

    package init(
      name: String = "",
      quantity: Double = 0,
      unit: String = "",
      optional: Bool = false,
      note: String = ""
    ) {
      self.name = name
      self.quantity = quantity
      self.unit = unit
      self.optional = optional
      self.note = note
    }
  }
}

extension RecipeRecord {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.suggestion.v1.RecipeRecord", smartcooking__suggestion__v1__recipe_record__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Suggestion__V1__RecipeRecord.self)
    unsafe self.id = copier.string(c.pointee.id)
    unsafe self.title = copier.message(c.pointee.title)
    unsafe self.description = copier.message(c.pointee.description)
    unsafe self.method = CookingMethod(rawValue: c.pointee.method)
    unsafe self.cuisine = copier.string(c.pointee.cuisine)
    unsafe self.servings = c.pointee.servings
    unsafe self.prepMinutes = c.pointee.prep_minutes
    unsafe self.cookMinutes = c.pointee.cook_minutes
    unsafe self.difficulty = Difficulty(rawValue: c.pointee.difficulty)
    unsafe self.ingredients = copier.messages(c.pointee.n_ingredients, c.pointee.ingredients)
    unsafe self.steps = copier.messages(c.pointee.n_steps, c.pointee.steps)
    unsafe self.tags = copier.strings(c.pointee.n_tags, c.pointee.tags)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Suggestion__V1__RecipeRecord.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__suggestion__v1__recipe_record__type()
    if !self.id.isEmpty {
      unsafe c.pointee.has_id = 1
      unsafe c.pointee.id = arena.string(self.id)
    }
    if let value = self.title { unsafe c.pointee.title = arena.message(value) }
    if let value = self.description { unsafe c.pointee.description = arena.message(value) }
    if self.method.rawValue != 0 {
      unsafe c.pointee.has_method = 1
      unsafe c.pointee.method = self.method.rawValue
    }
    if !self.cuisine.isEmpty {
      unsafe c.pointee.has_cuisine = 1
      unsafe c.pointee.cuisine = arena.string(self.cuisine)
    }
    if self.servings != 0 {
      unsafe c.pointee.has_servings = 1
      unsafe c.pointee.servings = self.servings
    }
    if self.prepMinutes != 0 {
      unsafe c.pointee.has_prep_minutes = 1
      unsafe c.pointee.prep_minutes = self.prepMinutes
    }
    if self.cookMinutes != 0 {
      unsafe c.pointee.has_cook_minutes = 1
      unsafe c.pointee.cook_minutes = self.cookMinutes
    }
    if self.difficulty.rawValue != 0 {
      unsafe c.pointee.has_difficulty = 1
      unsafe c.pointee.difficulty = self.difficulty.rawValue
    }
    if !self.ingredients.isEmpty {
      unsafe c.pointee.n_ingredients = self.ingredients.count
      unsafe c.pointee.ingredients = arena.messages(self.ingredients)
    }
    if !self.steps.isEmpty {
      unsafe c.pointee.n_steps = self.steps.count
      unsafe c.pointee.steps = arena.messages(self.steps)
    }
    if !self.tags.isEmpty {
      unsafe c.pointee.n_tags = self.tags.count
      unsafe c.pointee.tags = arena.strings(self.tags)
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension RecipeRecord.Ingredient {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.suggestion.v1.RecipeRecord.Ingredient", smartcooking__suggestion__v1__recipe_record__ingredient__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Suggestion__V1__RecipeRecord__Ingredient.self)
    unsafe self.ingredientId = copier.string(c.pointee.ingredient_id)
    unsafe self.quantity = c.pointee.quantity
    unsafe self.unit = copier.string(c.pointee.unit)
    unsafe self.optional = c.pointee.optional != 0
    unsafe self.note = copier.message(c.pointee.note)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Suggestion__V1__RecipeRecord__Ingredient.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__suggestion__v1__recipe_record__ingredient__type()
    if !self.ingredientId.isEmpty {
      unsafe c.pointee.has_ingredient_id = 1
      unsafe c.pointee.ingredient_id = arena.string(self.ingredientId)
    }
    if self.quantity.bitPattern != 0 {
      unsafe c.pointee.has_quantity = 1
      unsafe c.pointee.quantity = self.quantity
    }
    if !self.unit.isEmpty {
      unsafe c.pointee.has_unit = 1
      unsafe c.pointee.unit = arena.string(self.unit)
    }
    if self.optional {
      unsafe c.pointee.has_optional = 1
      unsafe c.pointee.optional = self.optional ? 1 : 0
    }
    if let value = self.note { unsafe c.pointee.note = arena.message(value) }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension RecipeRecord.Step {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.suggestion.v1.RecipeRecord.Step", smartcooking__suggestion__v1__recipe_record__step__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Suggestion__V1__RecipeRecord__Step.self)
    unsafe self.text = copier.message(c.pointee.text)
    unsafe self.minutes = c.pointee.minutes
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Suggestion__V1__RecipeRecord__Step.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__suggestion__v1__recipe_record__step__type()
    if let value = self.text { unsafe c.pointee.text = arena.message(value) }
    if self.minutes != 0 {
      unsafe c.pointee.has_minutes = 1
      unsafe c.pointee.minutes = self.minutes
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension RecipeIngredient {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.suggestion.v1.RecipeIngredient", smartcooking__suggestion__v1__recipe_ingredient__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Suggestion__V1__RecipeIngredient.self)
    unsafe self.ingredientId = copier.string(c.pointee.ingredient_id)
    unsafe self.name = copier.string(c.pointee.name)
    unsafe self.quantity = c.pointee.quantity
    unsafe self.unit = copier.string(c.pointee.unit)
    unsafe self.optional = c.pointee.optional != 0
    unsafe self.note = copier.string(c.pointee.note)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Suggestion__V1__RecipeIngredient.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__suggestion__v1__recipe_ingredient__type()
    if !self.ingredientId.isEmpty {
      unsafe c.pointee.has_ingredient_id = 1
      unsafe c.pointee.ingredient_id = arena.string(self.ingredientId)
    }
    if !self.name.isEmpty {
      unsafe c.pointee.has_name = 1
      unsafe c.pointee.name = arena.string(self.name)
    }
    if self.quantity.bitPattern != 0 {
      unsafe c.pointee.has_quantity = 1
      unsafe c.pointee.quantity = self.quantity
    }
    if !self.unit.isEmpty {
      unsafe c.pointee.has_unit = 1
      unsafe c.pointee.unit = arena.string(self.unit)
    }
    if self.optional {
      unsafe c.pointee.has_optional = 1
      unsafe c.pointee.optional = self.optional ? 1 : 0
    }
    if !self.note.isEmpty {
      unsafe c.pointee.has_note = 1
      unsafe c.pointee.note = arena.string(self.note)
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension RecipeStep {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.suggestion.v1.RecipeStep", smartcooking__suggestion__v1__recipe_step__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Suggestion__V1__RecipeStep.self)
    unsafe self.text = copier.string(c.pointee.text)
    unsafe self.minutes = c.pointee.minutes
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Suggestion__V1__RecipeStep.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__suggestion__v1__recipe_step__type()
    if !self.text.isEmpty {
      unsafe c.pointee.has_text = 1
      unsafe c.pointee.text = arena.string(self.text)
    }
    if self.minutes != 0 {
      unsafe c.pointee.has_minutes = 1
      unsafe c.pointee.minutes = self.minutes
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension Recipe {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.suggestion.v1.Recipe", smartcooking__suggestion__v1__recipe__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Suggestion__V1__Recipe.self)
    unsafe self.id = copier.string(c.pointee.id)
    unsafe self.title = copier.string(c.pointee.title)
    unsafe self.description = copier.string(c.pointee.description)
    unsafe self.method = CookingMethod(rawValue: c.pointee.method)
    unsafe self.cuisine = copier.string(c.pointee.cuisine)
    unsafe self.servings = c.pointee.servings
    unsafe self.prepMinutes = c.pointee.prep_minutes
    unsafe self.cookMinutes = c.pointee.cook_minutes
    unsafe self.difficulty = Difficulty(rawValue: c.pointee.difficulty)
    unsafe self.ingredients = copier.messages(c.pointee.n_ingredients, c.pointee.ingredients)
    unsafe self.steps = copier.messages(c.pointee.n_steps, c.pointee.steps)
    unsafe self.tags = copier.strings(c.pointee.n_tags, c.pointee.tags)
    unsafe self.origin = RecipeOrigin(rawValue: c.pointee.origin)
    unsafe self.approval = ApprovalState(rawValue: c.pointee.approval)
    if unsafe c.pointee.has_average_rating != 0 { unsafe self.averageRating = c.pointee.average_rating }
    unsafe self.ratingCount = c.pointee.rating_count
    unsafe self.allergenGroups = copier.enums(c.pointee.n_allergen_groups, c.pointee.allergen_groups)
    unsafe self.excludedDiets = copier.enums(c.pointee.n_excluded_diets, c.pointee.excluded_diets)
    unsafe self.mine = c.pointee.mine != 0
    unsafe self.createTime = copier.message(c.pointee.create_time)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Suggestion__V1__Recipe.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__suggestion__v1__recipe__type()
    if !self.id.isEmpty {
      unsafe c.pointee.has_id = 1
      unsafe c.pointee.id = arena.string(self.id)
    }
    if !self.title.isEmpty {
      unsafe c.pointee.has_title = 1
      unsafe c.pointee.title = arena.string(self.title)
    }
    if !self.description.isEmpty {
      unsafe c.pointee.has_description = 1
      unsafe c.pointee.description = arena.string(self.description)
    }
    if self.method.rawValue != 0 {
      unsafe c.pointee.has_method = 1
      unsafe c.pointee.method = self.method.rawValue
    }
    if !self.cuisine.isEmpty {
      unsafe c.pointee.has_cuisine = 1
      unsafe c.pointee.cuisine = arena.string(self.cuisine)
    }
    if self.servings != 0 {
      unsafe c.pointee.has_servings = 1
      unsafe c.pointee.servings = self.servings
    }
    if self.prepMinutes != 0 {
      unsafe c.pointee.has_prep_minutes = 1
      unsafe c.pointee.prep_minutes = self.prepMinutes
    }
    if self.cookMinutes != 0 {
      unsafe c.pointee.has_cook_minutes = 1
      unsafe c.pointee.cook_minutes = self.cookMinutes
    }
    if self.difficulty.rawValue != 0 {
      unsafe c.pointee.has_difficulty = 1
      unsafe c.pointee.difficulty = self.difficulty.rawValue
    }
    if !self.ingredients.isEmpty {
      unsafe c.pointee.n_ingredients = self.ingredients.count
      unsafe c.pointee.ingredients = arena.messages(self.ingredients)
    }
    if !self.steps.isEmpty {
      unsafe c.pointee.n_steps = self.steps.count
      unsafe c.pointee.steps = arena.messages(self.steps)
    }
    if !self.tags.isEmpty {
      unsafe c.pointee.n_tags = self.tags.count
      unsafe c.pointee.tags = arena.strings(self.tags)
    }
    if self.origin.rawValue != 0 {
      unsafe c.pointee.has_origin = 1
      unsafe c.pointee.origin = self.origin.rawValue
    }
    if self.approval.rawValue != 0 {
      unsafe c.pointee.has_approval = 1
      unsafe c.pointee.approval = self.approval.rawValue
    }
    if let value = self.averageRating {
      unsafe c.pointee.has_average_rating = 1
      unsafe c.pointee.average_rating = value
    }
    if self.ratingCount != 0 {
      unsafe c.pointee.has_rating_count = 1
      unsafe c.pointee.rating_count = self.ratingCount
    }
    if !self.allergenGroups.isEmpty {
      unsafe c.pointee.n_allergen_groups = self.allergenGroups.count
      unsafe c.pointee.allergen_groups = arena.enums(self.allergenGroups)
    }
    if !self.excludedDiets.isEmpty {
      unsafe c.pointee.n_excluded_diets = self.excludedDiets.count
      unsafe c.pointee.excluded_diets = arena.enums(self.excludedDiets)
    }
    if self.mine {
      unsafe c.pointee.has_mine = 1
      unsafe c.pointee.mine = self.mine ? 1 : 0
    }
    if let value = self.createTime { unsafe c.pointee.create_time = arena.message(value) }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension RecipeSummary {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.suggestion.v1.RecipeSummary", smartcooking__suggestion__v1__recipe_summary__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Suggestion__V1__RecipeSummary.self)
    unsafe self.id = copier.string(c.pointee.id)
    unsafe self.title = copier.string(c.pointee.title)
    unsafe self.method = CookingMethod(rawValue: c.pointee.method)
    unsafe self.cuisine = copier.string(c.pointee.cuisine)
    unsafe self.servings = c.pointee.servings
    unsafe self.prepMinutes = c.pointee.prep_minutes
    unsafe self.cookMinutes = c.pointee.cook_minutes
    unsafe self.difficulty = Difficulty(rawValue: c.pointee.difficulty)
    if unsafe c.pointee.has_average_rating != 0 { unsafe self.averageRating = c.pointee.average_rating }
    unsafe self.ratingCount = c.pointee.rating_count
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Suggestion__V1__RecipeSummary.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__suggestion__v1__recipe_summary__type()
    if !self.id.isEmpty {
      unsafe c.pointee.has_id = 1
      unsafe c.pointee.id = arena.string(self.id)
    }
    if !self.title.isEmpty {
      unsafe c.pointee.has_title = 1
      unsafe c.pointee.title = arena.string(self.title)
    }
    if self.method.rawValue != 0 {
      unsafe c.pointee.has_method = 1
      unsafe c.pointee.method = self.method.rawValue
    }
    if !self.cuisine.isEmpty {
      unsafe c.pointee.has_cuisine = 1
      unsafe c.pointee.cuisine = arena.string(self.cuisine)
    }
    if self.servings != 0 {
      unsafe c.pointee.has_servings = 1
      unsafe c.pointee.servings = self.servings
    }
    if self.prepMinutes != 0 {
      unsafe c.pointee.has_prep_minutes = 1
      unsafe c.pointee.prep_minutes = self.prepMinutes
    }
    if self.cookMinutes != 0 {
      unsafe c.pointee.has_cook_minutes = 1
      unsafe c.pointee.cook_minutes = self.cookMinutes
    }
    if self.difficulty.rawValue != 0 {
      unsafe c.pointee.has_difficulty = 1
      unsafe c.pointee.difficulty = self.difficulty.rawValue
    }
    if let value = self.averageRating {
      unsafe c.pointee.has_average_rating = 1
      unsafe c.pointee.average_rating = value
    }
    if self.ratingCount != 0 {
      unsafe c.pointee.has_rating_count = 1
      unsafe c.pointee.rating_count = self.ratingCount
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension RecipeDraft {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.suggestion.v1.RecipeDraft", smartcooking__suggestion__v1__recipe_draft__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Suggestion__V1__RecipeDraft.self)
    unsafe self.title = copier.string(c.pointee.title)
    unsafe self.description = copier.string(c.pointee.description)
    unsafe self.method = CookingMethod(rawValue: c.pointee.method)
    unsafe self.cuisine = copier.string(c.pointee.cuisine)
    unsafe self.servings = c.pointee.servings
    unsafe self.prepMinutes = c.pointee.prep_minutes
    unsafe self.cookMinutes = c.pointee.cook_minutes
    unsafe self.difficulty = Difficulty(rawValue: c.pointee.difficulty)
    unsafe self.ingredients = copier.messages(c.pointee.n_ingredients, c.pointee.ingredients)
    unsafe self.steps = copier.messages(c.pointee.n_steps, c.pointee.steps)
    unsafe self.tags = copier.strings(c.pointee.n_tags, c.pointee.tags)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Suggestion__V1__RecipeDraft.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__suggestion__v1__recipe_draft__type()
    if !self.title.isEmpty {
      unsafe c.pointee.has_title = 1
      unsafe c.pointee.title = arena.string(self.title)
    }
    if !self.description.isEmpty {
      unsafe c.pointee.has_description = 1
      unsafe c.pointee.description = arena.string(self.description)
    }
    if self.method.rawValue != 0 {
      unsafe c.pointee.has_method = 1
      unsafe c.pointee.method = self.method.rawValue
    }
    if !self.cuisine.isEmpty {
      unsafe c.pointee.has_cuisine = 1
      unsafe c.pointee.cuisine = arena.string(self.cuisine)
    }
    if self.servings != 0 {
      unsafe c.pointee.has_servings = 1
      unsafe c.pointee.servings = self.servings
    }
    if self.prepMinutes != 0 {
      unsafe c.pointee.has_prep_minutes = 1
      unsafe c.pointee.prep_minutes = self.prepMinutes
    }
    if self.cookMinutes != 0 {
      unsafe c.pointee.has_cook_minutes = 1
      unsafe c.pointee.cook_minutes = self.cookMinutes
    }
    if self.difficulty.rawValue != 0 {
      unsafe c.pointee.has_difficulty = 1
      unsafe c.pointee.difficulty = self.difficulty.rawValue
    }
    if !self.ingredients.isEmpty {
      unsafe c.pointee.n_ingredients = self.ingredients.count
      unsafe c.pointee.ingredients = arena.messages(self.ingredients)
    }
    if !self.steps.isEmpty {
      unsafe c.pointee.n_steps = self.steps.count
      unsafe c.pointee.steps = arena.messages(self.steps)
    }
    if !self.tags.isEmpty {
      unsafe c.pointee.n_tags = self.tags.count
      unsafe c.pointee.tags = arena.strings(self.tags)
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension RecipeDraft.Ingredient {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.suggestion.v1.RecipeDraft.Ingredient", smartcooking__suggestion__v1__recipe_draft__ingredient__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Suggestion__V1__RecipeDraft__Ingredient.self)
    unsafe self.name = copier.string(c.pointee.name)
    unsafe self.quantity = c.pointee.quantity
    unsafe self.unit = copier.string(c.pointee.unit)
    unsafe self.optional = c.pointee.optional != 0
    unsafe self.note = copier.string(c.pointee.note)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Suggestion__V1__RecipeDraft__Ingredient.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__suggestion__v1__recipe_draft__ingredient__type()
    if !self.name.isEmpty {
      unsafe c.pointee.has_name = 1
      unsafe c.pointee.name = arena.string(self.name)
    }
    if self.quantity.bitPattern != 0 {
      unsafe c.pointee.has_quantity = 1
      unsafe c.pointee.quantity = self.quantity
    }
    if !self.unit.isEmpty {
      unsafe c.pointee.has_unit = 1
      unsafe c.pointee.unit = arena.string(self.unit)
    }
    if self.optional {
      unsafe c.pointee.has_optional = 1
      unsafe c.pointee.optional = self.optional ? 1 : 0
    }
    if !self.note.isEmpty {
      unsafe c.pointee.has_note = 1
      unsafe c.pointee.note = arena.string(self.note)
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}
