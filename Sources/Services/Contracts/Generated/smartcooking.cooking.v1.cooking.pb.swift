// Written by protoc-gen-smart-cooking from smartcooking/cooking/v1/cooking.proto. Do not edit.
// swift-format-ignore-file

import CContracts
import CProtobufC
package import Protobuf

/// How far a session is.
///
///     cooking --> completed
///        |
///        +------> abandoned
package enum CookingStatus: MessageEnum {
  /// Not said.
  case unspecified
  /// Going on.
  case cooking
  /// The dish was cooked.
  case completed
  /// Given up.
  case abandoned
  /// A number this contract has no name for.
  case unrecognized(Int32)

  package init() { self = .unspecified }

  package init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unspecified
    case 1: self = .cooking
    case 2: self = .completed
    case 3: self = .abandoned
    default: self = .unrecognized(rawValue)
    }
  }

  package var rawValue: Int32 {
    switch self {
    case .unspecified: 0
    case .cooking: 1
    case .completed: 2
    case .abandoned: 3
    case .unrecognized(let number): number
    }
  }

  package var name: String {
    switch self {
    case .unspecified: "COOKING_STATUS_UNSPECIFIED"
    case .cooking: "COOKING_STATUS_COOKING"
    case .completed: "COOKING_STATUS_COMPLETED"
    case .abandoned: "COOKING_STATUS_ABANDONED"
    case .unrecognized(let number): String(number)
    }
  }

  /// Every value that has a name.
  package static let allCases: [CookingStatus] = [
    .unspecified,
    .cooking,
    .completed,
    .abandoned,
  ]
}

/// A recipe as it was when cooking started, in the language of that call. What happens to the recipe
/// later does not change it.
package struct RecipeSnapshot: Message {
  /// Id of the recipe.
  package var recipeId: String = ""

  /// What the dish is called.
  package var title: String = ""

  /// How it is cooked.
  package var method: CookingMethod = CookingMethod()

  /// People it feeds.
  package var servings: Int32 = 0

  /// Minutes before the heat is on.
  package var prepMinutes: Int32 = 0

  /// Minutes after that.
  package var cookMinutes: Int32 = 0

  /// What goes in.
  package var ingredients: [RecipeSnapshot.Ingredient] = []

  /// What to do, in order.
  package var steps: [RecipeSnapshot.Step] = []

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    recipeId: String = "",
    title: String = "",
    method: CookingMethod = CookingMethod(),
    servings: Int32 = 0,
    prepMinutes: Int32 = 0,
    cookMinutes: Int32 = 0,
    ingredients: [RecipeSnapshot.Ingredient] = [],
    steps: [RecipeSnapshot.Step] = []
  ) {
    self.recipeId = recipeId
    self.title = title
    self.method = method
    self.servings = servings
    self.prepMinutes = prepMinutes
    self.cookMinutes = cookMinutes
    self.ingredients = ingredients
    self.steps = steps
  }

  /// An ingredient of the recipe.
  package struct Ingredient: Message {
    /// Id of the food.
    package var ingredientId: String = ""

    /// Name of the food.
    package var name: String = ""

    /// How much, in `unit`.
    package var quantity: Double = 0

    /// Unit of the quantity, such as g, ml or piece.
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

  /// A step of the recipe.
  package struct Step: Message {
    /// What to do.
    package var text: String = ""

    /// How long it takes; 0 when it was not said.
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
}

/// Somebody cooks a recipe once. Only its owner can see it.
package struct CookingSession: Message {
  /// UUIDv7: sorts by start.
  package var id: String = ""

  /// The recipe.
  package var recipeId: String = ""

  /// What the dish is called.
  package var recipeTitle: String = ""

  /// How far it is.
  package var status: CookingStatus = CookingStatus()

  /// When cooking started.
  package var startTime: Google_Protobuf_Timestamp?

  /// When it was completed or abandoned; absent while cooking.
  package var endTime: Google_Protobuf_Timestamp?

  /// Whole minutes from start to end, rounded down; absent while cooking.
  package var minutes: Int32?

  /// The recipe as it was at the start; absent in lists.
  package var recipe: RecipeSnapshot?

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    id: String = "",
    recipeId: String = "",
    recipeTitle: String = "",
    status: CookingStatus = CookingStatus(),
    startTime: Google_Protobuf_Timestamp? = nil,
    endTime: Google_Protobuf_Timestamp? = nil,
    minutes: Int32? = nil,
    recipe: RecipeSnapshot? = nil
  ) {
    self.id = id
    self.recipeId = recipeId
    self.recipeTitle = recipeTitle
    self.status = status
    self.startTime = startTime
    self.endTime = endTime
    self.minutes = minutes
    self.recipe = recipe
  }
}

/// A recipe that the caller wants to find again.
package struct Favorite: Message {
  /// The recipe.
  package var recipeId: String = ""

  /// What the dish is called; in the language of the call that made it a favourite when the service
  /// that keeps the recipes does not answer.
  package var recipeTitle: String = ""

  /// When it became a favourite.
  package var createTime: Google_Protobuf_Timestamp?

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    recipeId: String = "",
    recipeTitle: String = "",
    createTime: Google_Protobuf_Timestamp? = nil
  ) {
    self.recipeId = recipeId
    self.recipeTitle = recipeTitle
    self.createTime = createTime
  }
}

/// What the caller has cooked so far. Changes in one transaction with the sessions that it counts.
package struct CookingStats: Message {
  /// Sessions started.
  package var sessionCount: Int32 = 0

  /// Sessions completed.
  package var completedCount: Int32 = 0

  /// Sessions abandoned.
  package var abandonedCount: Int32 = 0

  /// Minutes of the completed sessions together.
  package var totalMinutes: Int32 = 0

  /// Minutes of a completed session in the mean, one decimal; absent when there is none.
  package var averageMinutes: Double?

  /// Favourites.
  package var favoriteCount: Int32 = 0

  /// Absent when nothing was completed.
  package var mostCooked: CookingStats.MostCooked?

  /// Mean of the stars that the caller gave, one decimal; absent when there are none.
  package var averageRating: Double?

  /// Recipes that the caller rated.
  package var ratingCount: Int32 = 0

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    sessionCount: Int32 = 0,
    completedCount: Int32 = 0,
    abandonedCount: Int32 = 0,
    totalMinutes: Int32 = 0,
    averageMinutes: Double? = nil,
    favoriteCount: Int32 = 0,
    mostCooked: CookingStats.MostCooked? = nil,
    averageRating: Double? = nil,
    ratingCount: Int32 = 0
  ) {
    self.sessionCount = sessionCount
    self.completedCount = completedCount
    self.abandonedCount = abandonedCount
    self.totalMinutes = totalMinutes
    self.averageMinutes = averageMinutes
    self.favoriteCount = favoriteCount
    self.mostCooked = mostCooked
    self.averageRating = averageRating
    self.ratingCount = ratingCount
  }

  /// The recipe that was completed most often; of several, the latest.
  package struct MostCooked: Message {
    /// The recipe.
    package var recipeId: String = ""

    /// What the dish is called.
    package var recipeTitle: String = ""

    /// Completed sessions of it.
    package var count: Int32 = 0

    /// Fields this contract does not know, kept for the next reader.
    package var unknownFields = UnknownFields()

    package init() {}

    package init(
      recipeId: String = "",
      recipeTitle: String = "",
      count: Int32 = 0
    ) {
      self.recipeId = recipeId
      self.recipeTitle = recipeTitle
      self.count = count
    }
  }
}

extension RecipeSnapshot {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.cooking.v1.RecipeSnapshot", smartcooking__cooking__v1__recipe_snapshot__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Cooking__V1__RecipeSnapshot.self)
    unsafe self.recipeId = copier.string(c.pointee.recipe_id)
    unsafe self.title = copier.string(c.pointee.title)
    unsafe self.method = CookingMethod(rawValue: c.pointee.method)
    unsafe self.servings = c.pointee.servings
    unsafe self.prepMinutes = c.pointee.prep_minutes
    unsafe self.cookMinutes = c.pointee.cook_minutes
    unsafe self.ingredients = copier.messages(c.pointee.n_ingredients, c.pointee.ingredients)
    unsafe self.steps = copier.messages(c.pointee.n_steps, c.pointee.steps)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Cooking__V1__RecipeSnapshot.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__cooking__v1__recipe_snapshot__type()
    if !self.recipeId.isEmpty {
      unsafe c.pointee.has_recipe_id = 1
      unsafe c.pointee.recipe_id = arena.string(self.recipeId)
    }
    if !self.title.isEmpty {
      unsafe c.pointee.has_title = 1
      unsafe c.pointee.title = arena.string(self.title)
    }
    if self.method.rawValue != 0 {
      unsafe c.pointee.has_method = 1
      unsafe c.pointee.method = self.method.rawValue
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
    if !self.ingredients.isEmpty {
      unsafe c.pointee.n_ingredients = self.ingredients.count
      unsafe c.pointee.ingredients = arena.messages(self.ingredients)
    }
    if !self.steps.isEmpty {
      unsafe c.pointee.n_steps = self.steps.count
      unsafe c.pointee.steps = arena.messages(self.steps)
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension RecipeSnapshot.Ingredient {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.cooking.v1.RecipeSnapshot.Ingredient", smartcooking__cooking__v1__recipe_snapshot__ingredient__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Cooking__V1__RecipeSnapshot__Ingredient.self)
    unsafe self.ingredientId = copier.string(c.pointee.ingredient_id)
    unsafe self.name = copier.string(c.pointee.name)
    unsafe self.quantity = c.pointee.quantity
    unsafe self.unit = copier.string(c.pointee.unit)
    unsafe self.optional = c.pointee.optional != 0
    unsafe self.note = copier.string(c.pointee.note)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Cooking__V1__RecipeSnapshot__Ingredient.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__cooking__v1__recipe_snapshot__ingredient__type()
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

extension RecipeSnapshot.Step {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.cooking.v1.RecipeSnapshot.Step", smartcooking__cooking__v1__recipe_snapshot__step__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Cooking__V1__RecipeSnapshot__Step.self)
    unsafe self.text = copier.string(c.pointee.text)
    unsafe self.minutes = c.pointee.minutes
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Cooking__V1__RecipeSnapshot__Step.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__cooking__v1__recipe_snapshot__step__type()
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

extension CookingSession {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.cooking.v1.CookingSession", smartcooking__cooking__v1__cooking_session__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Cooking__V1__CookingSession.self)
    unsafe self.id = copier.string(c.pointee.id)
    unsafe self.recipeId = copier.string(c.pointee.recipe_id)
    unsafe self.recipeTitle = copier.string(c.pointee.recipe_title)
    unsafe self.status = CookingStatus(rawValue: c.pointee.status)
    unsafe self.startTime = copier.message(c.pointee.start_time)
    unsafe self.endTime = copier.message(c.pointee.end_time)
    if unsafe c.pointee.has_minutes != 0 { unsafe self.minutes = c.pointee.minutes }
    unsafe self.recipe = copier.message(c.pointee.recipe)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Cooking__V1__CookingSession.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__cooking__v1__cooking_session__type()
    if !self.id.isEmpty {
      unsafe c.pointee.has_id = 1
      unsafe c.pointee.id = arena.string(self.id)
    }
    if !self.recipeId.isEmpty {
      unsafe c.pointee.has_recipe_id = 1
      unsafe c.pointee.recipe_id = arena.string(self.recipeId)
    }
    if !self.recipeTitle.isEmpty {
      unsafe c.pointee.has_recipe_title = 1
      unsafe c.pointee.recipe_title = arena.string(self.recipeTitle)
    }
    if self.status.rawValue != 0 {
      unsafe c.pointee.has_status = 1
      unsafe c.pointee.status = self.status.rawValue
    }
    if let value = self.startTime { unsafe c.pointee.start_time = arena.message(value) }
    if let value = self.endTime { unsafe c.pointee.end_time = arena.message(value) }
    if let value = self.minutes {
      unsafe c.pointee.has_minutes = 1
      unsafe c.pointee.minutes = value
    }
    if let value = self.recipe { unsafe c.pointee.recipe = arena.message(value) }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension Favorite {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.cooking.v1.Favorite", smartcooking__cooking__v1__favorite__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Cooking__V1__Favorite.self)
    unsafe self.recipeId = copier.string(c.pointee.recipe_id)
    unsafe self.recipeTitle = copier.string(c.pointee.recipe_title)
    unsafe self.createTime = copier.message(c.pointee.create_time)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Cooking__V1__Favorite.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__cooking__v1__favorite__type()
    if !self.recipeId.isEmpty {
      unsafe c.pointee.has_recipe_id = 1
      unsafe c.pointee.recipe_id = arena.string(self.recipeId)
    }
    if !self.recipeTitle.isEmpty {
      unsafe c.pointee.has_recipe_title = 1
      unsafe c.pointee.recipe_title = arena.string(self.recipeTitle)
    }
    if let value = self.createTime { unsafe c.pointee.create_time = arena.message(value) }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension CookingStats {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.cooking.v1.CookingStats", smartcooking__cooking__v1__cooking_stats__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Cooking__V1__CookingStats.self)
    unsafe self.sessionCount = c.pointee.session_count
    unsafe self.completedCount = c.pointee.completed_count
    unsafe self.abandonedCount = c.pointee.abandoned_count
    unsafe self.totalMinutes = c.pointee.total_minutes
    if unsafe c.pointee.has_average_minutes != 0 { unsafe self.averageMinutes = c.pointee.average_minutes }
    unsafe self.favoriteCount = c.pointee.favorite_count
    unsafe self.mostCooked = copier.message(c.pointee.most_cooked)
    if unsafe c.pointee.has_average_rating != 0 { unsafe self.averageRating = c.pointee.average_rating }
    unsafe self.ratingCount = c.pointee.rating_count
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Cooking__V1__CookingStats.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__cooking__v1__cooking_stats__type()
    if self.sessionCount != 0 {
      unsafe c.pointee.has_session_count = 1
      unsafe c.pointee.session_count = self.sessionCount
    }
    if self.completedCount != 0 {
      unsafe c.pointee.has_completed_count = 1
      unsafe c.pointee.completed_count = self.completedCount
    }
    if self.abandonedCount != 0 {
      unsafe c.pointee.has_abandoned_count = 1
      unsafe c.pointee.abandoned_count = self.abandonedCount
    }
    if self.totalMinutes != 0 {
      unsafe c.pointee.has_total_minutes = 1
      unsafe c.pointee.total_minutes = self.totalMinutes
    }
    if let value = self.averageMinutes {
      unsafe c.pointee.has_average_minutes = 1
      unsafe c.pointee.average_minutes = value
    }
    if self.favoriteCount != 0 {
      unsafe c.pointee.has_favorite_count = 1
      unsafe c.pointee.favorite_count = self.favoriteCount
    }
    if let value = self.mostCooked { unsafe c.pointee.most_cooked = arena.message(value) }
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

extension CookingStats.MostCooked {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.cooking.v1.CookingStats.MostCooked", smartcooking__cooking__v1__cooking_stats__most_cooked__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Cooking__V1__CookingStats__MostCooked.self)
    unsafe self.recipeId = copier.string(c.pointee.recipe_id)
    unsafe self.recipeTitle = copier.string(c.pointee.recipe_title)
    unsafe self.count = c.pointee.count
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Cooking__V1__CookingStats__MostCooked.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__cooking__v1__cooking_stats__most_cooked__type()
    if !self.recipeId.isEmpty {
      unsafe c.pointee.has_recipe_id = 1
      unsafe c.pointee.recipe_id = arena.string(self.recipeId)
    }
    if !self.recipeTitle.isEmpty {
      unsafe c.pointee.has_recipe_title = 1
      unsafe c.pointee.recipe_title = arena.string(self.recipeTitle)
    }
    if self.count != 0 {
      unsafe c.pointee.has_count = 1
      unsafe c.pointee.count = self.count
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}
