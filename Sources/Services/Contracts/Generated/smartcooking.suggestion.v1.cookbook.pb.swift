// Written by protoc-gen-smart-cooking from smartcooking/suggestion/v1/cookbook.proto. Do not edit.
// swift-format-ignore-file

import CContracts
import CProtobufC
package import Protobuf

/// Names a recipe.
package struct GetRecipeRequest: Message {
  /// Its id.
  package var id: String = ""

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    id: String = ""
  ) {
    self.id = id
  }
}

/// Carries a recipe.
package struct GetRecipeResponse: Message {
  /// The recipe.
  package var recipe: Recipe?

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    recipe: Recipe? = nil
  ) {
    self.recipe = recipe
  }
}

/// A search in the cookbook.
package struct SearchRecipesRequest: Message {
  /// Part of a title in either language, with or without diacritics, at most 100 characters; empty
  /// for all.
  package var q: String = ""

  /// This method alone; unspecified for all.
  package var method: CookingMethod = CookingMethod()

  /// This cuisine alone, such as `vietnamese`; empty for all.
  package var cuisine: String = ""

  /// Recipes with this food alone: its id, such as `pork_belly`; empty for all.
  package var ingredient: String = ""

  /// Most recipes to answer: 1 to 100, more counts as 100, 0 as 20.
  package var pageSize: Int32 = 0

  /// `next_page_token` of the page before; empty for the first page. All else must be as it was
  /// then.
  package var pageToken: String = ""

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    q: String = "",
    method: CookingMethod = CookingMethod(),
    cuisine: String = "",
    ingredient: String = "",
    pageSize: Int32 = 0,
    pageToken: String = ""
  ) {
    self.q = q
    self.method = method
    self.cuisine = cuisine
    self.ingredient = ingredient
    self.pageSize = pageSize
    self.pageToken = pageToken
  }
}

/// A page of recipes.
package struct SearchRecipesResponse: Message {
  /// The recipes, the best rated first.
  package var recipes: [RecipeSummary] = []

  /// Opens the next page; empty on the last one.
  package var nextPageToken: String = ""

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    recipes: [RecipeSummary] = [],
    nextPageToken: String = ""
  ) {
    self.recipes = recipes
    self.nextPageToken = nextPageToken
  }
}

/// A recipe to store.
package struct CreateRecipeRequest: Message {
  /// The recipe; required.
  package var recipe: RecipeDraft?

  /// Makes the call safe to repeat: 1 to 128 visible ASCII characters, a UUID by choice; may be
  /// left out. May come as metadata (header) `idempotency-key` instead; when both come they must be
  /// equal.
  package var idempotencyKey: String = ""

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    recipe: RecipeDraft? = nil,
    idempotencyKey: String = ""
  ) {
    self.recipe = recipe
    self.idempotencyKey = idempotencyKey
  }
}

/// The recipe is stored.
package struct CreateRecipeResponse: Message {
  /// The recipe, with its id.
  package var recipe: Recipe?

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    recipe: Recipe? = nil
  ) {
    self.recipe = recipe
  }
}

/// Names several recipes.
package struct BatchGetRecipesRequest: Message {
  /// 1 to 100 ids; one given twice is answered once.
  package var ids: [String] = []

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    ids: [String] = []
  ) {
    self.ids = ids
  }
}

/// Carries several recipes.
package struct BatchGetRecipesResponse: Message {
  /// The recipes by id. An id that no recipe has is not among the keys.
  package var recipes: [String: BatchGetRecipesResponse.Entry] = [:]

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    recipes: [String: BatchGetRecipesResponse.Entry] = [:]
  ) {
    self.recipes = recipes
  }

  /// A recipe and what services alone may know of it.
  package struct Entry: Message {
    /// The recipe.
    package var record: RecipeRecord?

    /// Who wrote it.
    package var origin: RecipeOrigin = RecipeOrigin()

    /// The user who wrote it, or asked for it when it was generated; empty for the cookbook's own.
    package var authorId: String = ""

    /// Whether it belongs to the cookbook.
    package var approval: ApprovalState = ApprovalState()

    /// Fields this contract does not know, kept for the next reader.
    package var unknownFields = UnknownFields()

    package init() {}

    package init(
      record: RecipeRecord? = nil,
      origin: RecipeOrigin = RecipeOrigin(),
      authorId: String = "",
      approval: ApprovalState = ApprovalState()
    ) {
      self.record = record
      self.origin = origin
      self.authorId = authorId
      self.approval = approval
    }
  }
}

/// What people think of a recipe, as of a version.
package struct ApplyRatingRequest: Message {
  /// The recipe.
  package var recipeId: String = ""

  /// Above 0, and higher with every change of the recipe's ratings or approval.
  package var version: Int64 = 0

  /// Sum of the stars.
  package var sum: Int32 = 0

  /// Ratings.
  package var count: Int32 = 0

  /// Sum of the stars of verified raters other than the author.
  package var verifiedSum: Int32 = 0

  /// Ratings of verified raters other than the author.
  package var verifiedCount: Int32 = 0

  /// The recipe's approval; unspecified leaves it as it is.
  package var approval: ApprovalState = ApprovalState()

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    recipeId: String = "",
    version: Int64 = 0,
    sum: Int32 = 0,
    count: Int32 = 0,
    verifiedSum: Int32 = 0,
    verifiedCount: Int32 = 0,
    approval: ApprovalState = ApprovalState()
  ) {
    self.recipeId = recipeId
    self.version = version
    self.sum = sum
    self.count = count
    self.verifiedSum = verifiedSum
    self.verifiedCount = verifiedCount
    self.approval = approval
  }
}

/// The state is known.
package struct ApplyRatingResponse: Message {
  /// False when a version as high was known before, and nothing changed.
  package var applied: Bool = false

  /// The recipe's approval now.
  package var approval: ApprovalState = ApprovalState()

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    applied: Bool = false,
    approval: ApprovalState = ApprovalState()
  ) {
    self.applied = applied
    self.approval = approval
  }
}

/// One message of an import.
package struct ImportRecipesRequest: Message {
  /// A recipe.
  package var recipe: RecipeRecord?

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    recipe: RecipeRecord? = nil
  ) {
    self.recipe = recipe
  }
}

/// What an import did.
package struct ImportRecipesResponse: Message {
  /// Recipes that were not there before.
  package var createdCount: Int32 = 0

  /// Recipes that were there and have changed.
  package var updatedCount: Int32 = 0

  /// Recipes that were there just so.
  package var unchangedCount: Int32 = 0

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    createdCount: Int32 = 0,
    updatedCount: Int32 = 0,
    unchangedCount: Int32 = 0
  ) {
    self.createdCount = createdCount
    self.updatedCount = updatedCount
    self.unchangedCount = unchangedCount
  }
}

extension GetRecipeRequest {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.suggestion.v1.GetRecipeRequest", smartcooking__suggestion__v1__get_recipe_request__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Suggestion__V1__GetRecipeRequest.self)
    unsafe self.id = copier.string(c.pointee.id)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Suggestion__V1__GetRecipeRequest.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__suggestion__v1__get_recipe_request__type()
    if !self.id.isEmpty {
      unsafe c.pointee.has_id = 1
      unsafe c.pointee.id = arena.string(self.id)
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension GetRecipeResponse {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.suggestion.v1.GetRecipeResponse", smartcooking__suggestion__v1__get_recipe_response__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Suggestion__V1__GetRecipeResponse.self)
    unsafe self.recipe = copier.message(c.pointee.recipe)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Suggestion__V1__GetRecipeResponse.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__suggestion__v1__get_recipe_response__type()
    if let value = self.recipe { unsafe c.pointee.recipe = arena.message(value) }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension SearchRecipesRequest {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.suggestion.v1.SearchRecipesRequest", smartcooking__suggestion__v1__search_recipes_request__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Suggestion__V1__SearchRecipesRequest.self)
    unsafe self.q = copier.string(c.pointee.q)
    unsafe self.method = CookingMethod(rawValue: c.pointee.method)
    unsafe self.cuisine = copier.string(c.pointee.cuisine)
    unsafe self.ingredient = copier.string(c.pointee.ingredient)
    unsafe self.pageSize = c.pointee.page_size
    unsafe self.pageToken = copier.string(c.pointee.page_token)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Suggestion__V1__SearchRecipesRequest.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__suggestion__v1__search_recipes_request__type()
    if !self.q.isEmpty {
      unsafe c.pointee.has_q = 1
      unsafe c.pointee.q = arena.string(self.q)
    }
    if self.method.rawValue != 0 {
      unsafe c.pointee.has_method = 1
      unsafe c.pointee.method = self.method.rawValue
    }
    if !self.cuisine.isEmpty {
      unsafe c.pointee.has_cuisine = 1
      unsafe c.pointee.cuisine = arena.string(self.cuisine)
    }
    if !self.ingredient.isEmpty {
      unsafe c.pointee.has_ingredient = 1
      unsafe c.pointee.ingredient = arena.string(self.ingredient)
    }
    if self.pageSize != 0 {
      unsafe c.pointee.has_page_size = 1
      unsafe c.pointee.page_size = self.pageSize
    }
    if !self.pageToken.isEmpty {
      unsafe c.pointee.has_page_token = 1
      unsafe c.pointee.page_token = arena.string(self.pageToken)
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension SearchRecipesResponse {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.suggestion.v1.SearchRecipesResponse", smartcooking__suggestion__v1__search_recipes_response__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Suggestion__V1__SearchRecipesResponse.self)
    unsafe self.recipes = copier.messages(c.pointee.n_recipes, c.pointee.recipes)
    unsafe self.nextPageToken = copier.string(c.pointee.next_page_token)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Suggestion__V1__SearchRecipesResponse.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__suggestion__v1__search_recipes_response__type()
    if !self.recipes.isEmpty {
      unsafe c.pointee.n_recipes = self.recipes.count
      unsafe c.pointee.recipes = arena.messages(self.recipes)
    }
    if !self.nextPageToken.isEmpty {
      unsafe c.pointee.has_next_page_token = 1
      unsafe c.pointee.next_page_token = arena.string(self.nextPageToken)
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension CreateRecipeRequest {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.suggestion.v1.CreateRecipeRequest", smartcooking__suggestion__v1__create_recipe_request__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Suggestion__V1__CreateRecipeRequest.self)
    unsafe self.recipe = copier.message(c.pointee.recipe)
    unsafe self.idempotencyKey = copier.string(c.pointee.idempotency_key)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Suggestion__V1__CreateRecipeRequest.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__suggestion__v1__create_recipe_request__type()
    if let value = self.recipe { unsafe c.pointee.recipe = arena.message(value) }
    if !self.idempotencyKey.isEmpty {
      unsafe c.pointee.has_idempotency_key = 1
      unsafe c.pointee.idempotency_key = arena.string(self.idempotencyKey)
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension CreateRecipeResponse {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.suggestion.v1.CreateRecipeResponse", smartcooking__suggestion__v1__create_recipe_response__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Suggestion__V1__CreateRecipeResponse.self)
    unsafe self.recipe = copier.message(c.pointee.recipe)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Suggestion__V1__CreateRecipeResponse.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__suggestion__v1__create_recipe_response__type()
    if let value = self.recipe { unsafe c.pointee.recipe = arena.message(value) }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension BatchGetRecipesRequest {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.suggestion.v1.BatchGetRecipesRequest", smartcooking__suggestion__v1__batch_get_recipes_request__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Suggestion__V1__BatchGetRecipesRequest.self)
    unsafe self.ids = copier.strings(c.pointee.n_ids, c.pointee.ids)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Suggestion__V1__BatchGetRecipesRequest.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__suggestion__v1__batch_get_recipes_request__type()
    if !self.ids.isEmpty {
      unsafe c.pointee.n_ids = self.ids.count
      unsafe c.pointee.ids = arena.strings(self.ids)
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension BatchGetRecipesResponse {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.suggestion.v1.BatchGetRecipesResponse", smartcooking__suggestion__v1__batch_get_recipes_response__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Suggestion__V1__BatchGetRecipesResponse.self)
    unsafe self.recipes = copier.map(c.pointee.n_recipes, c.pointee.recipes) { entry, copier in
      unsafe (copier.string(entry.key), copier.required(entry.value))
    }
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Suggestion__V1__BatchGetRecipesResponse.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__suggestion__v1__batch_get_recipes_response__type()
    if !self.recipes.isEmpty {
      unsafe c.pointee.n_recipes = self.recipes.count
      unsafe c.pointee.recipes = arena.map(self.recipes) { key, value, entry, arena in
        unsafe entry.base.descriptor = smartcooking__suggestion__v1__batch_get_recipes_response__recipes_entry__type()
        unsafe entry.has_key = 1
        unsafe entry.key = arena.string(key)
        unsafe entry.value = arena.message(value)
      }
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension BatchGetRecipesResponse.Entry {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.suggestion.v1.BatchGetRecipesResponse.Entry", smartcooking__suggestion__v1__batch_get_recipes_response__entry__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Suggestion__V1__BatchGetRecipesResponse__Entry.self)
    unsafe self.record = copier.message(c.pointee.record)
    unsafe self.origin = RecipeOrigin(rawValue: c.pointee.origin)
    unsafe self.authorId = copier.string(c.pointee.author_id)
    unsafe self.approval = ApprovalState(rawValue: c.pointee.approval)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Suggestion__V1__BatchGetRecipesResponse__Entry.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__suggestion__v1__batch_get_recipes_response__entry__type()
    if let value = self.record { unsafe c.pointee.record = arena.message(value) }
    if self.origin.rawValue != 0 {
      unsafe c.pointee.has_origin = 1
      unsafe c.pointee.origin = self.origin.rawValue
    }
    if !self.authorId.isEmpty {
      unsafe c.pointee.has_author_id = 1
      unsafe c.pointee.author_id = arena.string(self.authorId)
    }
    if self.approval.rawValue != 0 {
      unsafe c.pointee.has_approval = 1
      unsafe c.pointee.approval = self.approval.rawValue
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension ApplyRatingRequest {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.suggestion.v1.ApplyRatingRequest", smartcooking__suggestion__v1__apply_rating_request__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Suggestion__V1__ApplyRatingRequest.self)
    unsafe self.recipeId = copier.string(c.pointee.recipe_id)
    unsafe self.version = c.pointee.version
    unsafe self.sum = c.pointee.sum
    unsafe self.count = c.pointee.count
    unsafe self.verifiedSum = c.pointee.verified_sum
    unsafe self.verifiedCount = c.pointee.verified_count
    unsafe self.approval = ApprovalState(rawValue: c.pointee.approval)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Suggestion__V1__ApplyRatingRequest.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__suggestion__v1__apply_rating_request__type()
    if !self.recipeId.isEmpty {
      unsafe c.pointee.has_recipe_id = 1
      unsafe c.pointee.recipe_id = arena.string(self.recipeId)
    }
    if self.version != 0 {
      unsafe c.pointee.has_version = 1
      unsafe c.pointee.version = self.version
    }
    if self.sum != 0 {
      unsafe c.pointee.has_sum = 1
      unsafe c.pointee.sum = self.sum
    }
    if self.count != 0 {
      unsafe c.pointee.has_count = 1
      unsafe c.pointee.count = self.count
    }
    if self.verifiedSum != 0 {
      unsafe c.pointee.has_verified_sum = 1
      unsafe c.pointee.verified_sum = self.verifiedSum
    }
    if self.verifiedCount != 0 {
      unsafe c.pointee.has_verified_count = 1
      unsafe c.pointee.verified_count = self.verifiedCount
    }
    if self.approval.rawValue != 0 {
      unsafe c.pointee.has_approval = 1
      unsafe c.pointee.approval = self.approval.rawValue
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension ApplyRatingResponse {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.suggestion.v1.ApplyRatingResponse", smartcooking__suggestion__v1__apply_rating_response__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Suggestion__V1__ApplyRatingResponse.self)
    unsafe self.applied = c.pointee.applied != 0
    unsafe self.approval = ApprovalState(rawValue: c.pointee.approval)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Suggestion__V1__ApplyRatingResponse.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__suggestion__v1__apply_rating_response__type()
    if self.applied {
      unsafe c.pointee.has_applied = 1
      unsafe c.pointee.applied = self.applied ? 1 : 0
    }
    if self.approval.rawValue != 0 {
      unsafe c.pointee.has_approval = 1
      unsafe c.pointee.approval = self.approval.rawValue
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension ImportRecipesRequest {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.suggestion.v1.ImportRecipesRequest", smartcooking__suggestion__v1__import_recipes_request__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Suggestion__V1__ImportRecipesRequest.self)
    unsafe self.recipe = copier.message(c.pointee.recipe)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Suggestion__V1__ImportRecipesRequest.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__suggestion__v1__import_recipes_request__type()
    if let value = self.recipe { unsafe c.pointee.recipe = arena.message(value) }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension ImportRecipesResponse {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.suggestion.v1.ImportRecipesResponse", smartcooking__suggestion__v1__import_recipes_response__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Suggestion__V1__ImportRecipesResponse.self)
    unsafe self.createdCount = c.pointee.created_count
    unsafe self.updatedCount = c.pointee.updated_count
    unsafe self.unchangedCount = c.pointee.unchanged_count
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Suggestion__V1__ImportRecipesResponse.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__suggestion__v1__import_recipes_response__type()
    if self.createdCount != 0 {
      unsafe c.pointee.has_created_count = 1
      unsafe c.pointee.created_count = self.createdCount
    }
    if self.updatedCount != 0 {
      unsafe c.pointee.has_updated_count = 1
      unsafe c.pointee.updated_count = self.updatedCount
    }
    if self.unchangedCount != 0 {
      unsafe c.pointee.has_unchanged_count = 1
      unsafe c.pointee.unchanged_count = self.unchangedCount
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}
