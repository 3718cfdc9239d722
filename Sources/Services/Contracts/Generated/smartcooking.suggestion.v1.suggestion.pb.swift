// Written by protoc-gen-smart-cooking from smartcooking/suggestion/v1/suggestion.proto. Do not edit.
// swift-format-ignore-file

import CContracts
import CProtobufC
package import Protobuf

/// Where a suggested recipe was taken from.
package enum RecipeSource: MessageEnum {
  /// Not said.
  case unspecified
  /// The shared cookbook: nothing was generated and nothing was paid.
  case cookbook
  /// Generated now by the built-in generator, without a network.
  case modelLocal
  /// Generated now by a model on Amazon Bedrock.
  case modelBedrock
  /// A number this contract has no name for.
  case unrecognized(Int32)

  package init() { self = .unspecified }

  package init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unspecified
    case 1: self = .cookbook
    case 2: self = .modelLocal
    case 3: self = .modelBedrock
    default: self = .unrecognized(rawValue)
    }
  }

  package var rawValue: Int32 {
    switch self {
    case .unspecified: 0
    case .cookbook: 1
    case .modelLocal: 2
    case .modelBedrock: 3
    case .unrecognized(let number): number
    }
  }

  package var name: String {
    switch self {
    case .unspecified: "RECIPE_SOURCE_UNSPECIFIED"
    case .cookbook: "RECIPE_SOURCE_COOKBOOK"
    case .modelLocal: "RECIPE_SOURCE_MODEL_LOCAL"
    case .modelBedrock: "RECIPE_SOURCE_MODEL_BEDROCK"
    case .unrecognized(let number): String(number)
    }
  }

  /// Every value that has a name.
  package static let allCases: [RecipeSource] = [
    .unspecified,
    .cookbook,
    .modelLocal,
    .modelBedrock,
  ]
}

/// Kind of a warning.
package enum SuggestionWarningCode: MessageEnum {
  /// Not said.
  case unspecified
  /// A name was read as another one that is near.
  case ingredientCorrected
  /// A name was not understood and is not cooked with.
  case ingredientSkipped
  /// A food that the caller named is left out for an allergy or a diet.
  case ingredientExcluded
  /// Fewer recipes than were asked for.
  case fewerRecipes
  /// The model failed or timed out; all that is here is from the cookbook.
  case modelUnavailable
  /// The model answered, and some of it was unfit or unsafe and was dropped.
  case modelAnswerDropped
  /// The month's budget for models is used up; all that is here is from the cookbook.
  case budgetExhausted
  /// A number this contract has no name for.
  case unrecognized(Int32)

  package init() { self = .unspecified }

  package init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unspecified
    case 1: self = .ingredientCorrected
    case 2: self = .ingredientSkipped
    case 3: self = .ingredientExcluded
    case 4: self = .fewerRecipes
    case 5: self = .modelUnavailable
    case 6: self = .modelAnswerDropped
    case 7: self = .budgetExhausted
    default: self = .unrecognized(rawValue)
    }
  }

  package var rawValue: Int32 {
    switch self {
    case .unspecified: 0
    case .ingredientCorrected: 1
    case .ingredientSkipped: 2
    case .ingredientExcluded: 3
    case .fewerRecipes: 4
    case .modelUnavailable: 5
    case .modelAnswerDropped: 6
    case .budgetExhausted: 7
    case .unrecognized(let number): number
    }
  }

  package var name: String {
    switch self {
    case .unspecified: "SUGGESTION_WARNING_CODE_UNSPECIFIED"
    case .ingredientCorrected: "SUGGESTION_WARNING_CODE_INGREDIENT_CORRECTED"
    case .ingredientSkipped: "SUGGESTION_WARNING_CODE_INGREDIENT_SKIPPED"
    case .ingredientExcluded: "SUGGESTION_WARNING_CODE_INGREDIENT_EXCLUDED"
    case .fewerRecipes: "SUGGESTION_WARNING_CODE_FEWER_RECIPES"
    case .modelUnavailable: "SUGGESTION_WARNING_CODE_MODEL_UNAVAILABLE"
    case .modelAnswerDropped: "SUGGESTION_WARNING_CODE_MODEL_ANSWER_DROPPED"
    case .budgetExhausted: "SUGGESTION_WARNING_CODE_BUDGET_EXHAUSTED"
    case .unrecognized(let number): String(number)
    }
  }

  /// Every value that has a name.
  package static let allCases: [SuggestionWarningCode] = [
    .unspecified,
    .ingredientCorrected,
    .ingredientSkipped,
    .ingredientExcluded,
    .fewerRecipes,
    .modelUnavailable,
    .modelAnswerDropped,
    .budgetExhausted,
  ]
}

/// A recipe and why it was suggested.
package struct SuggestedRecipe: Message {
  /// The recipe.
  package var recipe: Recipe?

  /// Where it was taken from.
  package var source: RecipeSource = RecipeSource()

  /// Share of its required ingredients that the caller has, staples apart; 0 to 1.
  package var coverage: Double = 0

  /// Required ingredients that the caller did not name, staples apart.
  package var missingIngredients: [RecipeIngredient] = []

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    recipe: Recipe? = nil,
    source: RecipeSource = RecipeSource(),
    coverage: Double = 0,
    missingIngredients: [RecipeIngredient] = []
  ) {
    self.recipe = recipe
    self.source = source
    self.coverage = coverage
    self.missingIngredients = missingIngredients
  }
}

/// What the caller should know beside the recipes.
package struct SuggestionWarning: Message {
  /// Kind, for programs.
  package var code: SuggestionWarningCode = SuggestionWarningCode()

  /// The warning in the caller's language.
  package var message: String = ""

  /// The ingredient name that it is about, as it was given; empty when it is about none.
  package var ingredient: String = ""

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    code: SuggestionWarningCode = SuggestionWarningCode(),
    message: String = "",
    ingredient: String = ""
  ) {
    self.code = code
    self.message = message
    self.ingredient = ingredient
  }
}

/// An answer to "what can I cook with this". Kept for 90 days.
package struct Suggestion: Message {
  /// UUIDv7: sorts by time.
  package var id: String = ""

  /// The recipes, best first; each cooked by another method while there is another.
  package var recipes: [SuggestedRecipe] = []

  /// Recipes that were asked for, 1 to 5.
  package var requestedCount: Int32 = 0

  /// Recipes from the cookbook.
  package var fromCookbook: Int32 = 0

  /// Recipes from a model, whichever.
  package var fromModel: Int32 = 0

  /// What the models cost, in millionths of a US dollar. A string in JSON, as all 64-bit numbers.
  package var costMicroUsd: Int64 = 0

  /// What the ingredient names were understood as, in the order of the names.
  package var ingredients: [IngredientResult] = []

  /// What else the caller should know.
  package var warnings: [SuggestionWarning] = []

  /// When it was made.
  package var createTime: Google_Protobuf_Timestamp?

  /// When it will be forgotten.
  package var expireTime: Google_Protobuf_Timestamp?

  /// What the caller thought of it; absent when nothing was said.
  package var feedback: SuggestionFeedback?

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    id: String = "",
    recipes: [SuggestedRecipe] = [],
    requestedCount: Int32 = 0,
    fromCookbook: Int32 = 0,
    fromModel: Int32 = 0,
    costMicroUsd: Int64 = 0,
    ingredients: [IngredientResult] = [],
    warnings: [SuggestionWarning] = [],
    createTime: Google_Protobuf_Timestamp? = nil,
    expireTime: Google_Protobuf_Timestamp? = nil,
    feedback: SuggestionFeedback? = nil
  ) {
    self.id = id
    self.recipes = recipes
    self.requestedCount = requestedCount
    self.fromCookbook = fromCookbook
    self.fromModel = fromModel
    self.costMicroUsd = costMicroUsd
    self.ingredients = ingredients
    self.warnings = warnings
    self.createTime = createTime
    self.expireTime = expireTime
    self.feedback = feedback
  }
}

/// What the caller thought of a suggestion.
package struct SuggestionFeedback: Message {
  /// It helped.
  package var helpful: Bool = false

  /// In words, at most 500 characters; may be empty.
  package var comment: String = ""

  /// The recipe that was chosen, one of the suggestion; empty for none.
  package var chosenRecipeId: String = ""

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    helpful: Bool = false,
    comment: String = "",
    chosenRecipeId: String = ""
  ) {
    self.helpful = helpful
    self.comment = comment
    self.chosenRecipeId = chosenRecipeId
  }
}

extension SuggestedRecipe {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.suggestion.v1.SuggestedRecipe", smartcooking__suggestion__v1__suggested_recipe__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Suggestion__V1__SuggestedRecipe.self)
    unsafe self.recipe = copier.message(c.pointee.recipe)
    unsafe self.source = RecipeSource(rawValue: c.pointee.source)
    unsafe self.coverage = c.pointee.coverage
    unsafe self.missingIngredients = copier.messages(c.pointee.n_missing_ingredients, c.pointee.missing_ingredients)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Suggestion__V1__SuggestedRecipe.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__suggestion__v1__suggested_recipe__type()
    if let value = self.recipe { unsafe c.pointee.recipe = arena.message(value) }
    if self.source.rawValue != 0 {
      unsafe c.pointee.has_source = 1
      unsafe c.pointee.source = self.source.rawValue
    }
    if self.coverage.bitPattern != 0 {
      unsafe c.pointee.has_coverage = 1
      unsafe c.pointee.coverage = self.coverage
    }
    if !self.missingIngredients.isEmpty {
      unsafe c.pointee.n_missing_ingredients = self.missingIngredients.count
      unsafe c.pointee.missing_ingredients = arena.messages(self.missingIngredients)
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension SuggestionWarning {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.suggestion.v1.SuggestionWarning", smartcooking__suggestion__v1__suggestion_warning__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Suggestion__V1__SuggestionWarning.self)
    unsafe self.code = SuggestionWarningCode(rawValue: c.pointee.code)
    unsafe self.message = copier.string(c.pointee.message)
    unsafe self.ingredient = copier.string(c.pointee.ingredient)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Suggestion__V1__SuggestionWarning.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__suggestion__v1__suggestion_warning__type()
    if self.code.rawValue != 0 {
      unsafe c.pointee.has_code = 1
      unsafe c.pointee.code = self.code.rawValue
    }
    if !self.message.isEmpty {
      unsafe c.pointee.has_message = 1
      unsafe c.pointee.message = arena.string(self.message)
    }
    if !self.ingredient.isEmpty {
      unsafe c.pointee.has_ingredient = 1
      unsafe c.pointee.ingredient = arena.string(self.ingredient)
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension Suggestion {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.suggestion.v1.Suggestion", smartcooking__suggestion__v1__suggestion__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Suggestion__V1__Suggestion.self)
    unsafe self.id = copier.string(c.pointee.id)
    unsafe self.recipes = copier.messages(c.pointee.n_recipes, c.pointee.recipes)
    unsafe self.requestedCount = c.pointee.requested_count
    unsafe self.fromCookbook = c.pointee.from_cookbook
    unsafe self.fromModel = c.pointee.from_model
    unsafe self.costMicroUsd = c.pointee.cost_micro_usd
    unsafe self.ingredients = copier.messages(c.pointee.n_ingredients, c.pointee.ingredients)
    unsafe self.warnings = copier.messages(c.pointee.n_warnings, c.pointee.warnings)
    unsafe self.createTime = copier.message(c.pointee.create_time)
    unsafe self.expireTime = copier.message(c.pointee.expire_time)
    unsafe self.feedback = copier.message(c.pointee.feedback)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Suggestion__V1__Suggestion.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__suggestion__v1__suggestion__type()
    if !self.id.isEmpty {
      unsafe c.pointee.has_id = 1
      unsafe c.pointee.id = arena.string(self.id)
    }
    if !self.recipes.isEmpty {
      unsafe c.pointee.n_recipes = self.recipes.count
      unsafe c.pointee.recipes = arena.messages(self.recipes)
    }
    if self.requestedCount != 0 {
      unsafe c.pointee.has_requested_count = 1
      unsafe c.pointee.requested_count = self.requestedCount
    }
    if self.fromCookbook != 0 {
      unsafe c.pointee.has_from_cookbook = 1
      unsafe c.pointee.from_cookbook = self.fromCookbook
    }
    if self.fromModel != 0 {
      unsafe c.pointee.has_from_model = 1
      unsafe c.pointee.from_model = self.fromModel
    }
    if self.costMicroUsd != 0 {
      unsafe c.pointee.has_cost_micro_usd = 1
      unsafe c.pointee.cost_micro_usd = self.costMicroUsd
    }
    if !self.ingredients.isEmpty {
      unsafe c.pointee.n_ingredients = self.ingredients.count
      unsafe c.pointee.ingredients = arena.messages(self.ingredients)
    }
    if !self.warnings.isEmpty {
      unsafe c.pointee.n_warnings = self.warnings.count
      unsafe c.pointee.warnings = arena.messages(self.warnings)
    }
    if let value = self.createTime { unsafe c.pointee.create_time = arena.message(value) }
    if let value = self.expireTime { unsafe c.pointee.expire_time = arena.message(value) }
    if let value = self.feedback { unsafe c.pointee.feedback = arena.message(value) }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension SuggestionFeedback {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.suggestion.v1.SuggestionFeedback", smartcooking__suggestion__v1__suggestion_feedback__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Suggestion__V1__SuggestionFeedback.self)
    unsafe self.helpful = c.pointee.helpful != 0
    unsafe self.comment = copier.string(c.pointee.comment)
    unsafe self.chosenRecipeId = copier.string(c.pointee.chosen_recipe_id)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Suggestion__V1__SuggestionFeedback.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__suggestion__v1__suggestion_feedback__type()
    if self.helpful {
      unsafe c.pointee.has_helpful = 1
      unsafe c.pointee.helpful = self.helpful ? 1 : 0
    }
    if !self.comment.isEmpty {
      unsafe c.pointee.has_comment = 1
      unsafe c.pointee.comment = arena.string(self.comment)
    }
    if !self.chosenRecipeId.isEmpty {
      unsafe c.pointee.has_chosen_recipe_id = 1
      unsafe c.pointee.chosen_recipe_id = arena.string(self.chosenRecipeId)
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}
