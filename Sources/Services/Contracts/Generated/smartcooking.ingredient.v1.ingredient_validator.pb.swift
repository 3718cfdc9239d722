// Written by protoc-gen-smart-cooking from smartcooking/ingredient/v1/ingredient_validator.proto. Do not edit.
// swift-format-ignore-file

import CContracts
import CProtobufC
package import Protobuf

/// Names to understand.
package struct ValidateIngredientsRequest: Message {
  /// 1 to 20 names as people type them, in Vietnamese or English, with or without diacritics. Each
  /// is trimmed and should have 2 to 100 characters, a letter among them.
  package var names: [String] = []

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    names: [String] = []
  ) {
    self.names = names
  }
}

/// What the names were understood as.
package struct ValidateIngredientsResponse: Message {
  /// One result for each name, in the order of the names.
  package var results: [IngredientResult] = []

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    results: [IngredientResult] = []
  ) {
    self.results = results
  }
}

/// A search in the master list.
package struct SearchIngredientsRequest: Message {
  /// Part of a name in either language, with or without diacritics, at most 100 characters; empty
  /// for all.
  package var q: String = ""

  /// This category alone; unspecified for all.
  package var category: IngredientCategory = IngredientCategory()

  /// Most foods to answer: 1 to 100, more counts as 100, 0 as 20.
  package var pageSize: Int32 = 0

  /// `next_page_token` of the page before; empty for the first page. All else must be as it was
  /// then.
  package var pageToken: String = ""

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    q: String = "",
    category: IngredientCategory = IngredientCategory(),
    pageSize: Int32 = 0,
    pageToken: String = ""
  ) {
    self.q = q
    self.category = category
    self.pageSize = pageSize
    self.pageToken = pageToken
  }
}

/// A page of foods.
package struct SearchIngredientsResponse: Message {
  /// The foods: nearest first with `q`, else by name.
  package var ingredients: [Ingredient] = []

  /// Opens the next page; empty on the last one.
  package var nextPageToken: String = ""

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    ingredients: [Ingredient] = [],
    nextPageToken: String = ""
  ) {
    self.ingredients = ingredients
    self.nextPageToken = nextPageToken
  }
}

/// Names a food.
package struct GetIngredientRequest: Message {
  /// Its id, such as `pork_belly`.
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

/// Carries a food.
package struct GetIngredientResponse: Message {
  /// The food.
  package var ingredient: Ingredient?

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    ingredient: Ingredient? = nil
  ) {
    self.ingredient = ingredient
  }
}

/// Asks for the categories.
package struct ListCategoriesRequest: Message {
  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}
}

/// Carries the categories.
package struct ListCategoriesResponse: Message {
  /// All of them; there are no further pages.
  package var categories: [IngredientCategoryInfo] = []

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    categories: [IngredientCategoryInfo] = []
  ) {
    self.categories = categories
  }
}

/// A food for the pantry.
package struct AddPantryItemRequest: Message {
  /// Id of the food.
  package var ingredientId: String = ""

  /// How much there is, above 0, in `unit`; may be left out.
  package var quantity: Double?

  /// Unit of the quantity: g, ml, piece, tbsp, tsp, clove, slice, bunch, stalk, sheet, can, pinch
  /// or cup.
  package var unit: String = ""

  /// Best before; may be left out.
  package var expireTime: Google_Protobuf_Timestamp?

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    ingredientId: String = "",
    quantity: Double? = nil,
    unit: String = "",
    expireTime: Google_Protobuf_Timestamp? = nil
  ) {
    self.ingredientId = ingredientId
    self.quantity = quantity
    self.unit = unit
    self.expireTime = expireTime
  }
}

/// The pantry's new content for one food.
package struct AddPantryItemResponse: Message {
  /// The item as it is now.
  package var item: PantryItem?

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    item: PantryItem? = nil
  ) {
    self.item = item
  }
}

/// Asks for a page of the pantry.
package struct ListPantryRequest: Message {
  /// Most items to answer: 1 to 100, more counts as 100, 0 as 20.
  package var pageSize: Int32 = 0

  /// `next_page_token` of the page before; empty for the first page.
  package var pageToken: String = ""

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    pageSize: Int32 = 0,
    pageToken: String = ""
  ) {
    self.pageSize = pageSize
    self.pageToken = pageToken
  }
}

/// A page of the pantry.
package struct ListPantryResponse: Message {
  /// The items, by ingredient id.
  package var items: [PantryItem] = []

  /// Opens the next page; empty on the last one.
  package var nextPageToken: String = ""

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    items: [PantryItem] = [],
    nextPageToken: String = ""
  ) {
    self.items = items
    self.nextPageToken = nextPageToken
  }
}

/// Names a food in the pantry.
package struct RemovePantryItemRequest: Message {
  /// Id of the food.
  package var ingredientId: String = ""

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    ingredientId: String = ""
  ) {
    self.ingredientId = ingredientId
  }
}

/// The food is not in the pantry.
package struct RemovePantryItemResponse: Message {
  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}
}

/// Asks for a page of unknown names.
package struct ListUnknownIngredientsRequest: Message {
  /// Most names to answer: 1 to 100, more counts as 100, 0 as 20.
  package var pageSize: Int32 = 0

  /// `next_page_token` of the page before; empty for the first page.
  package var pageToken: String = ""

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    pageSize: Int32 = 0,
    pageToken: String = ""
  ) {
    self.pageSize = pageSize
    self.pageToken = pageToken
  }
}

/// A page of unknown names.
package struct ListUnknownIngredientsResponse: Message {
  /// The names, those with most reporters first.
  package var unknownIngredients: [UnknownIngredient] = []

  /// Opens the next page; empty on the last one.
  package var nextPageToken: String = ""

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    unknownIngredients: [UnknownIngredient] = [],
    nextPageToken: String = ""
  ) {
    self.unknownIngredients = unknownIngredients
    self.nextPageToken = nextPageToken
  }
}

/// A decision on an unknown name.
package struct ResolveUnknownIngredientRequest: Message {
  /// The name, as in `UnknownIngredient.folded_name`.
  package var foldedName: String = ""

  /// At most one of the cases.
  package var resolution: Resolution?

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    foldedName: String = "",
    resolution: Resolution? = nil
  ) {
    self.foldedName = foldedName
    self.resolution = resolution
  }

  /// The cases of `resolution`.
  package enum Resolution: Sendable, Equatable {
    /// A food of its own. The name becomes an alias of it, unless it is its name already.
    case addAsNew(IngredientRecord)
    /// Another name of a food.
    case aliasOf(ResolveUnknownIngredientRequest.AliasOf)
    /// Nothing to cook with.
    case ignore(ResolveUnknownIngredientRequest.Ignore)
  }

  /// The name becomes another name of a food.
  package struct AliasOf: Message {
    /// Id of the food.
    package var ingredientId: String = ""

    /// Fields this contract does not know, kept for the next reader.
    package var unknownFields = UnknownFields()

    package init() {}

    package init(
      ingredientId: String = ""
    ) {
      self.ingredientId = ingredientId
    }
  }

  /// The name is nothing to cook with, and is not reported again.
  package struct Ignore: Message {
    /// Why, at most 500 characters; may be left out.
    package var reason: String = ""

    /// Fields this contract does not know, kept for the next reader.
    package var unknownFields = UnknownFields()

    package init() {}

    package init(
      reason: String = ""
    ) {
      self.reason = reason
    }
  }
}

/// The name is decided.
package struct ResolveUnknownIngredientResponse: Message {
  /// The food that now has the name; absent when it is ignored.
  package var ingredient: IngredientRecord?

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    ingredient: IngredientRecord? = nil
  ) {
    self.ingredient = ingredient
  }
}

/// Names several foods.
package struct BatchGetIngredientsRequest: Message {
  /// 1 to 200 ids; one given twice is answered once.
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

/// Carries several foods.
package struct BatchGetIngredientsResponse: Message {
  /// The foods by id. An id that no food has is not among the keys.
  package var ingredients: [String: IngredientRecord] = [:]

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    ingredients: [String: IngredientRecord] = [:]
  ) {
    self.ingredients = ingredients
  }
}

/// One message of an import.
package struct ImportIngredientsRequest: Message {
  /// A food.
  package var ingredient: IngredientRecord?

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    ingredient: IngredientRecord? = nil
  ) {
    self.ingredient = ingredient
  }
}

/// What an import did.
package struct ImportIngredientsResponse: Message {
  /// Foods that were not there before.
  package var createdCount: Int32 = 0

  /// Foods that were there and have changed.
  package var updatedCount: Int32 = 0

  /// Foods that were there just so.
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

/// Names the user whose data is asked for.
package struct ExportIngredientDataRequest: Message {
  /// The user, as in the subject of the user's token.
  package var userId: String = ""

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    userId: String = ""
  ) {
    self.userId = userId
  }
}

/// A piece of what is kept of a user.
package struct ExportIngredientDataResponse: Message {
  /// At most one of the cases.
  package var entry: Entry?

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    entry: Entry? = nil
  ) {
    self.entry = entry
  }

  /// The cases of `entry`.
  package enum Entry: Sendable, Equatable {
    /// A food in the pantry.
    case pantryItem(PantryItem)
    /// An unknown name.
    case report(ExportIngredientDataResponse.Report)
  }

  /// An unknown name that the user typed.
  package struct Report: Message {
    /// The name without case, diacritics and doubled spaces.
    package var foldedName: String = ""

    /// When the user first typed it.
    package var createTime: Google_Protobuf_Timestamp?

    /// Fields this contract does not know, kept for the next reader.
    package var unknownFields = UnknownFields()

    package init() {}

    package init(
      foldedName: String = "",
      createTime: Google_Protobuf_Timestamp? = nil
    ) {
      self.foldedName = foldedName
      self.createTime = createTime
    }
  }
}

/// Names the user to forget.
package struct EraseIngredientDataRequest: Message {
  /// The user, as in the subject of the user's token.
  package var userId: String = ""

  /// When above 0, milliseconds since 1970: the user was forgotten then, and only reports of until
  /// then, which may have been listed too late, are looked for once more.
  package var untilMilliseconds: Int64 = 0

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    userId: String = "",
    untilMilliseconds: Int64 = 0
  ) {
    self.userId = userId
    self.untilMilliseconds = untilMilliseconds
  }
}

/// Nothing is kept of the user.
package struct EraseIngredientDataResponse: Message {
  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}
}

extension ValidateIngredientsRequest {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.ingredient.v1.ValidateIngredientsRequest", smartcooking__ingredient__v1__validate_ingredients_request__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Ingredient__V1__ValidateIngredientsRequest.self)
    unsafe self.names = copier.strings(c.pointee.n_names, c.pointee.names)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Ingredient__V1__ValidateIngredientsRequest.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__ingredient__v1__validate_ingredients_request__type()
    if !self.names.isEmpty {
      unsafe c.pointee.n_names = self.names.count
      unsafe c.pointee.names = arena.strings(self.names)
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension ValidateIngredientsResponse {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.ingredient.v1.ValidateIngredientsResponse", smartcooking__ingredient__v1__validate_ingredients_response__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Ingredient__V1__ValidateIngredientsResponse.self)
    unsafe self.results = copier.messages(c.pointee.n_results, c.pointee.results)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Ingredient__V1__ValidateIngredientsResponse.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__ingredient__v1__validate_ingredients_response__type()
    if !self.results.isEmpty {
      unsafe c.pointee.n_results = self.results.count
      unsafe c.pointee.results = arena.messages(self.results)
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension SearchIngredientsRequest {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.ingredient.v1.SearchIngredientsRequest", smartcooking__ingredient__v1__search_ingredients_request__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Ingredient__V1__SearchIngredientsRequest.self)
    unsafe self.q = copier.string(c.pointee.q)
    unsafe self.category = IngredientCategory(rawValue: c.pointee.category)
    unsafe self.pageSize = c.pointee.page_size
    unsafe self.pageToken = copier.string(c.pointee.page_token)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Ingredient__V1__SearchIngredientsRequest.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__ingredient__v1__search_ingredients_request__type()
    if !self.q.isEmpty {
      unsafe c.pointee.has_q = 1
      unsafe c.pointee.q = arena.string(self.q)
    }
    if self.category.rawValue != 0 {
      unsafe c.pointee.has_category = 1
      unsafe c.pointee.category = self.category.rawValue
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

extension SearchIngredientsResponse {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.ingredient.v1.SearchIngredientsResponse", smartcooking__ingredient__v1__search_ingredients_response__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Ingredient__V1__SearchIngredientsResponse.self)
    unsafe self.ingredients = copier.messages(c.pointee.n_ingredients, c.pointee.ingredients)
    unsafe self.nextPageToken = copier.string(c.pointee.next_page_token)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Ingredient__V1__SearchIngredientsResponse.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__ingredient__v1__search_ingredients_response__type()
    if !self.ingredients.isEmpty {
      unsafe c.pointee.n_ingredients = self.ingredients.count
      unsafe c.pointee.ingredients = arena.messages(self.ingredients)
    }
    if !self.nextPageToken.isEmpty {
      unsafe c.pointee.has_next_page_token = 1
      unsafe c.pointee.next_page_token = arena.string(self.nextPageToken)
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension GetIngredientRequest {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.ingredient.v1.GetIngredientRequest", smartcooking__ingredient__v1__get_ingredient_request__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Ingredient__V1__GetIngredientRequest.self)
    unsafe self.id = copier.string(c.pointee.id)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Ingredient__V1__GetIngredientRequest.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__ingredient__v1__get_ingredient_request__type()
    if !self.id.isEmpty {
      unsafe c.pointee.has_id = 1
      unsafe c.pointee.id = arena.string(self.id)
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension GetIngredientResponse {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.ingredient.v1.GetIngredientResponse", smartcooking__ingredient__v1__get_ingredient_response__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Ingredient__V1__GetIngredientResponse.self)
    unsafe self.ingredient = copier.message(c.pointee.ingredient)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Ingredient__V1__GetIngredientResponse.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__ingredient__v1__get_ingredient_response__type()
    if let value = self.ingredient { unsafe c.pointee.ingredient = arena.message(value) }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension ListCategoriesRequest {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.ingredient.v1.ListCategoriesRequest", smartcooking__ingredient__v1__list_categories_request__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Ingredient__V1__ListCategoriesRequest.self)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Ingredient__V1__ListCategoriesRequest.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__ingredient__v1__list_categories_request__type()
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension ListCategoriesResponse {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.ingredient.v1.ListCategoriesResponse", smartcooking__ingredient__v1__list_categories_response__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Ingredient__V1__ListCategoriesResponse.self)
    unsafe self.categories = copier.messages(c.pointee.n_categories, c.pointee.categories)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Ingredient__V1__ListCategoriesResponse.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__ingredient__v1__list_categories_response__type()
    if !self.categories.isEmpty {
      unsafe c.pointee.n_categories = self.categories.count
      unsafe c.pointee.categories = arena.messages(self.categories)
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension AddPantryItemRequest {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.ingredient.v1.AddPantryItemRequest", smartcooking__ingredient__v1__add_pantry_item_request__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Ingredient__V1__AddPantryItemRequest.self)
    unsafe self.ingredientId = copier.string(c.pointee.ingredient_id)
    if unsafe c.pointee.has_quantity != 0 { unsafe self.quantity = c.pointee.quantity }
    unsafe self.unit = copier.string(c.pointee.unit)
    unsafe self.expireTime = copier.message(c.pointee.expire_time)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Ingredient__V1__AddPantryItemRequest.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__ingredient__v1__add_pantry_item_request__type()
    if !self.ingredientId.isEmpty {
      unsafe c.pointee.has_ingredient_id = 1
      unsafe c.pointee.ingredient_id = arena.string(self.ingredientId)
    }
    if let value = self.quantity {
      unsafe c.pointee.has_quantity = 1
      unsafe c.pointee.quantity = value
    }
    if !self.unit.isEmpty {
      unsafe c.pointee.has_unit = 1
      unsafe c.pointee.unit = arena.string(self.unit)
    }
    if let value = self.expireTime { unsafe c.pointee.expire_time = arena.message(value) }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension AddPantryItemResponse {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.ingredient.v1.AddPantryItemResponse", smartcooking__ingredient__v1__add_pantry_item_response__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Ingredient__V1__AddPantryItemResponse.self)
    unsafe self.item = copier.message(c.pointee.item)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Ingredient__V1__AddPantryItemResponse.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__ingredient__v1__add_pantry_item_response__type()
    if let value = self.item { unsafe c.pointee.item = arena.message(value) }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension ListPantryRequest {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.ingredient.v1.ListPantryRequest", smartcooking__ingredient__v1__list_pantry_request__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Ingredient__V1__ListPantryRequest.self)
    unsafe self.pageSize = c.pointee.page_size
    unsafe self.pageToken = copier.string(c.pointee.page_token)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Ingredient__V1__ListPantryRequest.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__ingredient__v1__list_pantry_request__type()
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

extension ListPantryResponse {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.ingredient.v1.ListPantryResponse", smartcooking__ingredient__v1__list_pantry_response__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Ingredient__V1__ListPantryResponse.self)
    unsafe self.items = copier.messages(c.pointee.n_items, c.pointee.items)
    unsafe self.nextPageToken = copier.string(c.pointee.next_page_token)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Ingredient__V1__ListPantryResponse.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__ingredient__v1__list_pantry_response__type()
    if !self.items.isEmpty {
      unsafe c.pointee.n_items = self.items.count
      unsafe c.pointee.items = arena.messages(self.items)
    }
    if !self.nextPageToken.isEmpty {
      unsafe c.pointee.has_next_page_token = 1
      unsafe c.pointee.next_page_token = arena.string(self.nextPageToken)
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension RemovePantryItemRequest {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.ingredient.v1.RemovePantryItemRequest", smartcooking__ingredient__v1__remove_pantry_item_request__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Ingredient__V1__RemovePantryItemRequest.self)
    unsafe self.ingredientId = copier.string(c.pointee.ingredient_id)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Ingredient__V1__RemovePantryItemRequest.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__ingredient__v1__remove_pantry_item_request__type()
    if !self.ingredientId.isEmpty {
      unsafe c.pointee.has_ingredient_id = 1
      unsafe c.pointee.ingredient_id = arena.string(self.ingredientId)
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension RemovePantryItemResponse {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.ingredient.v1.RemovePantryItemResponse", smartcooking__ingredient__v1__remove_pantry_item_response__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Ingredient__V1__RemovePantryItemResponse.self)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Ingredient__V1__RemovePantryItemResponse.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__ingredient__v1__remove_pantry_item_response__type()
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension ListUnknownIngredientsRequest {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.ingredient.v1.ListUnknownIngredientsRequest", smartcooking__ingredient__v1__list_unknown_ingredients_request__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Ingredient__V1__ListUnknownIngredientsRequest.self)
    unsafe self.pageSize = c.pointee.page_size
    unsafe self.pageToken = copier.string(c.pointee.page_token)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Ingredient__V1__ListUnknownIngredientsRequest.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__ingredient__v1__list_unknown_ingredients_request__type()
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

extension ListUnknownIngredientsResponse {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.ingredient.v1.ListUnknownIngredientsResponse", smartcooking__ingredient__v1__list_unknown_ingredients_response__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Ingredient__V1__ListUnknownIngredientsResponse.self)
    unsafe self.unknownIngredients = copier.messages(c.pointee.n_unknown_ingredients, c.pointee.unknown_ingredients)
    unsafe self.nextPageToken = copier.string(c.pointee.next_page_token)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Ingredient__V1__ListUnknownIngredientsResponse.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__ingredient__v1__list_unknown_ingredients_response__type()
    if !self.unknownIngredients.isEmpty {
      unsafe c.pointee.n_unknown_ingredients = self.unknownIngredients.count
      unsafe c.pointee.unknown_ingredients = arena.messages(self.unknownIngredients)
    }
    if !self.nextPageToken.isEmpty {
      unsafe c.pointee.has_next_page_token = 1
      unsafe c.pointee.next_page_token = arena.string(self.nextPageToken)
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension ResolveUnknownIngredientRequest {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.ingredient.v1.ResolveUnknownIngredientRequest", smartcooking__ingredient__v1__resolve_unknown_ingredient_request__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Ingredient__V1__ResolveUnknownIngredientRequest.self)
    unsafe self.foldedName = copier.string(c.pointee.folded_name)
    switch unsafe c.pointee.resolution_case.rawValue {
    case 2: unsafe self.resolution = .addAsNew(copier.required(c.pointee.add_as_new))
    case 3: unsafe self.resolution = .aliasOf(copier.required(c.pointee.alias_of))
    case 4: unsafe self.resolution = .ignore(copier.required(c.pointee.ignore))
    default: break
    }
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Ingredient__V1__ResolveUnknownIngredientRequest.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__ingredient__v1__resolve_unknown_ingredient_request__type()
    if !self.foldedName.isEmpty {
      unsafe c.pointee.has_folded_name = 1
      unsafe c.pointee.folded_name = arena.string(self.foldedName)
    }
    switch self.resolution {
    case .addAsNew(let value):
      unsafe c.pointee.resolution_case = .init(rawValue: 2)
      unsafe c.pointee.add_as_new = arena.message(value)
    case .aliasOf(let value):
      unsafe c.pointee.resolution_case = .init(rawValue: 3)
      unsafe c.pointee.alias_of = arena.message(value)
    case .ignore(let value):
      unsafe c.pointee.resolution_case = .init(rawValue: 4)
      unsafe c.pointee.ignore = arena.message(value)
    case nil: break
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension ResolveUnknownIngredientRequest.AliasOf {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.ingredient.v1.ResolveUnknownIngredientRequest.AliasOf", smartcooking__ingredient__v1__resolve_unknown_ingredient_request__alias_of__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Ingredient__V1__ResolveUnknownIngredientRequest__AliasOf.self)
    unsafe self.ingredientId = copier.string(c.pointee.ingredient_id)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Ingredient__V1__ResolveUnknownIngredientRequest__AliasOf.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__ingredient__v1__resolve_unknown_ingredient_request__alias_of__type()
    if !self.ingredientId.isEmpty {
      unsafe c.pointee.has_ingredient_id = 1
      unsafe c.pointee.ingredient_id = arena.string(self.ingredientId)
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension ResolveUnknownIngredientRequest.Ignore {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.ingredient.v1.ResolveUnknownIngredientRequest.Ignore", smartcooking__ingredient__v1__resolve_unknown_ingredient_request__ignore__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Ingredient__V1__ResolveUnknownIngredientRequest__Ignore.self)
    unsafe self.reason = copier.string(c.pointee.reason)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Ingredient__V1__ResolveUnknownIngredientRequest__Ignore.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__ingredient__v1__resolve_unknown_ingredient_request__ignore__type()
    if !self.reason.isEmpty {
      unsafe c.pointee.has_reason = 1
      unsafe c.pointee.reason = arena.string(self.reason)
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension ResolveUnknownIngredientResponse {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.ingredient.v1.ResolveUnknownIngredientResponse", smartcooking__ingredient__v1__resolve_unknown_ingredient_response__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Ingredient__V1__ResolveUnknownIngredientResponse.self)
    unsafe self.ingredient = copier.message(c.pointee.ingredient)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Ingredient__V1__ResolveUnknownIngredientResponse.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__ingredient__v1__resolve_unknown_ingredient_response__type()
    if let value = self.ingredient { unsafe c.pointee.ingredient = arena.message(value) }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension BatchGetIngredientsRequest {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.ingredient.v1.BatchGetIngredientsRequest", smartcooking__ingredient__v1__batch_get_ingredients_request__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Ingredient__V1__BatchGetIngredientsRequest.self)
    unsafe self.ids = copier.strings(c.pointee.n_ids, c.pointee.ids)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Ingredient__V1__BatchGetIngredientsRequest.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__ingredient__v1__batch_get_ingredients_request__type()
    if !self.ids.isEmpty {
      unsafe c.pointee.n_ids = self.ids.count
      unsafe c.pointee.ids = arena.strings(self.ids)
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension BatchGetIngredientsResponse {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.ingredient.v1.BatchGetIngredientsResponse", smartcooking__ingredient__v1__batch_get_ingredients_response__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Ingredient__V1__BatchGetIngredientsResponse.self)
    unsafe self.ingredients = copier.map(c.pointee.n_ingredients, c.pointee.ingredients) { entry, copier in
      unsafe (copier.string(entry.key), copier.required(entry.value))
    }
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Ingredient__V1__BatchGetIngredientsResponse.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__ingredient__v1__batch_get_ingredients_response__type()
    if !self.ingredients.isEmpty {
      unsafe c.pointee.n_ingredients = self.ingredients.count
      unsafe c.pointee.ingredients = arena.map(self.ingredients) { key, value, entry, arena in
        unsafe entry.base.descriptor = smartcooking__ingredient__v1__batch_get_ingredients_response__ingredients_entry__type()
        unsafe entry.has_key = 1
        unsafe entry.key = arena.string(key)
        unsafe entry.value = arena.message(value)
      }
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension ImportIngredientsRequest {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.ingredient.v1.ImportIngredientsRequest", smartcooking__ingredient__v1__import_ingredients_request__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Ingredient__V1__ImportIngredientsRequest.self)
    unsafe self.ingredient = copier.message(c.pointee.ingredient)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Ingredient__V1__ImportIngredientsRequest.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__ingredient__v1__import_ingredients_request__type()
    if let value = self.ingredient { unsafe c.pointee.ingredient = arena.message(value) }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension ImportIngredientsResponse {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.ingredient.v1.ImportIngredientsResponse", smartcooking__ingredient__v1__import_ingredients_response__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Ingredient__V1__ImportIngredientsResponse.self)
    unsafe self.createdCount = c.pointee.created_count
    unsafe self.updatedCount = c.pointee.updated_count
    unsafe self.unchangedCount = c.pointee.unchanged_count
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Ingredient__V1__ImportIngredientsResponse.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__ingredient__v1__import_ingredients_response__type()
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

extension ExportIngredientDataRequest {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.ingredient.v1.ExportIngredientDataRequest", smartcooking__ingredient__v1__export_ingredient_data_request__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Ingredient__V1__ExportIngredientDataRequest.self)
    unsafe self.userId = copier.string(c.pointee.user_id)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Ingredient__V1__ExportIngredientDataRequest.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__ingredient__v1__export_ingredient_data_request__type()
    if !self.userId.isEmpty {
      unsafe c.pointee.has_user_id = 1
      unsafe c.pointee.user_id = arena.string(self.userId)
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension ExportIngredientDataResponse {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.ingredient.v1.ExportIngredientDataResponse", smartcooking__ingredient__v1__export_ingredient_data_response__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Ingredient__V1__ExportIngredientDataResponse.self)
    switch unsafe c.pointee.entry_case.rawValue {
    case 1: unsafe self.entry = .pantryItem(copier.required(c.pointee.pantry_item))
    case 2: unsafe self.entry = .report(copier.required(c.pointee.report))
    default: break
    }
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Ingredient__V1__ExportIngredientDataResponse.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__ingredient__v1__export_ingredient_data_response__type()
    switch self.entry {
    case .pantryItem(let value):
      unsafe c.pointee.entry_case = .init(rawValue: 1)
      unsafe c.pointee.pantry_item = arena.message(value)
    case .report(let value):
      unsafe c.pointee.entry_case = .init(rawValue: 2)
      unsafe c.pointee.report = arena.message(value)
    case nil: break
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension ExportIngredientDataResponse.Report {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.ingredient.v1.ExportIngredientDataResponse.Report", smartcooking__ingredient__v1__export_ingredient_data_response__report__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Ingredient__V1__ExportIngredientDataResponse__Report.self)
    unsafe self.foldedName = copier.string(c.pointee.folded_name)
    unsafe self.createTime = copier.message(c.pointee.create_time)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Ingredient__V1__ExportIngredientDataResponse__Report.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__ingredient__v1__export_ingredient_data_response__report__type()
    if !self.foldedName.isEmpty {
      unsafe c.pointee.has_folded_name = 1
      unsafe c.pointee.folded_name = arena.string(self.foldedName)
    }
    if let value = self.createTime { unsafe c.pointee.create_time = arena.message(value) }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension EraseIngredientDataRequest {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.ingredient.v1.EraseIngredientDataRequest", smartcooking__ingredient__v1__erase_ingredient_data_request__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Ingredient__V1__EraseIngredientDataRequest.self)
    unsafe self.userId = copier.string(c.pointee.user_id)
    unsafe self.untilMilliseconds = c.pointee.until_milliseconds
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Ingredient__V1__EraseIngredientDataRequest.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__ingredient__v1__erase_ingredient_data_request__type()
    if !self.userId.isEmpty {
      unsafe c.pointee.has_user_id = 1
      unsafe c.pointee.user_id = arena.string(self.userId)
    }
    if self.untilMilliseconds != 0 {
      unsafe c.pointee.has_until_milliseconds = 1
      unsafe c.pointee.until_milliseconds = self.untilMilliseconds
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension EraseIngredientDataResponse {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.ingredient.v1.EraseIngredientDataResponse", smartcooking__ingredient__v1__erase_ingredient_data_response__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Ingredient__V1__EraseIngredientDataResponse.self)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Ingredient__V1__EraseIngredientDataResponse.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__ingredient__v1__erase_ingredient_data_response__type()
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}
