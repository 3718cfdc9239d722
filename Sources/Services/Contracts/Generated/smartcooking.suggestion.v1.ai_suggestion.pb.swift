// Written by protoc-gen-smart-cooking from smartcooking/suggestion/v1/ai_suggestion.proto. Do not edit.
// swift-format-ignore-file

import CContracts
import CProtobufC
package import Protobuf

/// What is there, and what is wished for.
package struct SuggestRequest: Message {
  /// 1 to 20 names as people type them, in Vietnamese or English, with or without diacritics;
  /// together 2 to 10 different foods.
  package var ingredients: [String] = []

  /// Recipes wanted, 1 to 5; 1 when it is left out.
  package var recipeCount: Int32?

  /// Methods that come first, before those of the caller's preferences.
  package var preferredMethods: [CookingMethod] = []

  /// Cuisine that comes first, such as `vietnamese`, at most 50 characters; may be left out.
  package var cuisine: String = ""

  /// Longest time from start to table, 1 to 1440 minutes; any when it is left out.
  package var maxMinutes: Int32?

  /// Diets to respect beside those of the caller's preferences, for guests say.
  package var diets: [Diet] = []

  /// Allergies to respect beside those of the caller's preferences; none of those is ever lifted.
  package var allergies: [AllergenGroup] = []

  /// Makes the call safe to repeat: 1 to 128 visible ASCII characters, a UUID by choice; may be
  /// left out. May come as metadata (header) `idempotency-key` instead; when both come they must be
  /// equal.
  package var idempotencyKey: String = ""

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    ingredients: [String] = [],
    recipeCount: Int32? = nil,
    preferredMethods: [CookingMethod] = [],
    cuisine: String = "",
    maxMinutes: Int32? = nil,
    diets: [Diet] = [],
    allergies: [AllergenGroup] = [],
    idempotencyKey: String = ""
  ) {
    self.ingredients = ingredients
    self.recipeCount = recipeCount
    self.preferredMethods = preferredMethods
    self.cuisine = cuisine
    self.maxMinutes = maxMinutes
    self.diets = diets
    self.allergies = allergies
    self.idempotencyKey = idempotencyKey
  }
}

/// What can be cooked.
package struct SuggestResponse: Message {
  /// The suggestion.
  package var suggestion: Suggestion?

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    suggestion: Suggestion? = nil
  ) {
    self.suggestion = suggestion
  }
}

/// What is there, and what is wished for.
package struct StreamSuggestRequest: Message {
  /// As for Suggest.
  package var request: SuggestRequest?

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    request: SuggestRequest? = nil
  ) {
    self.request = request
  }
}

/// A part of a suggestion: the ingredients first, recipes and warnings as they come, the whole at
/// last.
package struct StreamSuggestResponse: Message {
  /// At most one of the cases.
  package var event: Event?

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    event: Event? = nil
  ) {
    self.event = event
  }

  /// The cases of `event`.
  package enum Event: Sendable, Equatable {
    /// What the names were understood as; first and once.
    case ingredients(StreamSuggestResponse.Ingredients)
    /// A recipe.
    case recipe(SuggestedRecipe)
    /// A warning.
    case warning(SuggestionWarning)
    /// The suggestion as it is stored, with all that was sent before; last and once.
    case suggestion(Suggestion)
  }

  /// What the names were understood as.
  package struct Ingredients: Message {
    /// In the order of the names.
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
}

/// Asks for a page of the caller's suggestions.
package struct ListSuggestionsRequest: Message {
  /// Most suggestions to answer: 1 to 100, more counts as 100, 0 as 20.
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

/// A page of suggestions.
package struct ListSuggestionsResponse: Message {
  /// The suggestions, the newest first.
  package var suggestions: [Suggestion] = []

  /// Opens the next page; empty on the last one.
  package var nextPageToken: String = ""

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    suggestions: [Suggestion] = [],
    nextPageToken: String = ""
  ) {
    self.suggestions = suggestions
    self.nextPageToken = nextPageToken
  }
}

/// Names a suggestion.
package struct GetSuggestionRequest: Message {
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

/// Carries a suggestion.
package struct GetSuggestionResponse: Message {
  /// The suggestion.
  package var suggestion: Suggestion?

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    suggestion: Suggestion? = nil
  ) {
    self.suggestion = suggestion
  }
}

/// What the caller thought.
package struct SubmitFeedbackRequest: Message {
  /// The suggestion.
  package var suggestionId: String = ""

  /// The feedback; required.
  package var feedback: SuggestionFeedback?

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    suggestionId: String = "",
    feedback: SuggestionFeedback? = nil
  ) {
    self.suggestionId = suggestionId
    self.feedback = feedback
  }
}

/// The feedback is stored.
package struct SubmitFeedbackResponse: Message {
  /// The suggestion with its feedback.
  package var suggestion: Suggestion?

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    suggestion: Suggestion? = nil
  ) {
    self.suggestion = suggestion
  }
}

/// Names the user whose data is asked for.
package struct ExportSuggestionDataRequest: Message {
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
package struct ExportSuggestionDataResponse: Message {
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
    /// The preferences; absent when none were ever set.
    case preferences(Preferences)
    /// The calls of this month; absent when there were none.
    case quota(ExportSuggestionDataResponse.Quota)
    /// A suggestion.
    case suggestion(Suggestion)
    /// A recipe that the user wrote, or had generated.
    case recipe(Recipe)
  }

  /// Calls that the quota has counted.
  package struct Quota: Message {
    /// The calendar month in UTC, such as `2026-11`.
    package var month: String = ""

    /// Calls so far.
    package var callCount: Int32 = 0

    /// Fields this contract does not know, kept for the next reader.
    package var unknownFields = UnknownFields()

    package init() {}

    package init(
      month: String = "",
      callCount: Int32 = 0
    ) {
      self.month = month
      self.callCount = callCount
    }
  }
}

/// Names the user to forget.
package struct EraseSuggestionDataRequest: Message {
  /// The user, as in the subject of the user's token.
  package var userId: String = ""

  /// When above 0, milliseconds since 1970: the user was forgotten then, and only recipes of until
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
package struct EraseSuggestionDataResponse: Message {
  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}
}

extension SuggestRequest {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.suggestion.v1.SuggestRequest", smartcooking__suggestion__v1__suggest_request__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Suggestion__V1__SuggestRequest.self)
    unsafe self.ingredients = copier.strings(c.pointee.n_ingredients, c.pointee.ingredients)
    if unsafe c.pointee.has_recipe_count != 0 { unsafe self.recipeCount = c.pointee.recipe_count }
    unsafe self.preferredMethods = copier.enums(c.pointee.n_preferred_methods, c.pointee.preferred_methods)
    unsafe self.cuisine = copier.string(c.pointee.cuisine)
    if unsafe c.pointee.has_max_minutes != 0 { unsafe self.maxMinutes = c.pointee.max_minutes }
    unsafe self.diets = copier.enums(c.pointee.n_diets, c.pointee.diets)
    unsafe self.allergies = copier.enums(c.pointee.n_allergies, c.pointee.allergies)
    unsafe self.idempotencyKey = copier.string(c.pointee.idempotency_key)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Suggestion__V1__SuggestRequest.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__suggestion__v1__suggest_request__type()
    if !self.ingredients.isEmpty {
      unsafe c.pointee.n_ingredients = self.ingredients.count
      unsafe c.pointee.ingredients = arena.strings(self.ingredients)
    }
    if let value = self.recipeCount {
      unsafe c.pointee.has_recipe_count = 1
      unsafe c.pointee.recipe_count = value
    }
    if !self.preferredMethods.isEmpty {
      unsafe c.pointee.n_preferred_methods = self.preferredMethods.count
      unsafe c.pointee.preferred_methods = arena.enums(self.preferredMethods)
    }
    if !self.cuisine.isEmpty {
      unsafe c.pointee.has_cuisine = 1
      unsafe c.pointee.cuisine = arena.string(self.cuisine)
    }
    if let value = self.maxMinutes {
      unsafe c.pointee.has_max_minutes = 1
      unsafe c.pointee.max_minutes = value
    }
    if !self.diets.isEmpty {
      unsafe c.pointee.n_diets = self.diets.count
      unsafe c.pointee.diets = arena.enums(self.diets)
    }
    if !self.allergies.isEmpty {
      unsafe c.pointee.n_allergies = self.allergies.count
      unsafe c.pointee.allergies = arena.enums(self.allergies)
    }
    if !self.idempotencyKey.isEmpty {
      unsafe c.pointee.has_idempotency_key = 1
      unsafe c.pointee.idempotency_key = arena.string(self.idempotencyKey)
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension SuggestResponse {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.suggestion.v1.SuggestResponse", smartcooking__suggestion__v1__suggest_response__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Suggestion__V1__SuggestResponse.self)
    unsafe self.suggestion = copier.message(c.pointee.suggestion)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Suggestion__V1__SuggestResponse.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__suggestion__v1__suggest_response__type()
    if let value = self.suggestion { unsafe c.pointee.suggestion = arena.message(value) }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension StreamSuggestRequest {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.suggestion.v1.StreamSuggestRequest", smartcooking__suggestion__v1__stream_suggest_request__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Suggestion__V1__StreamSuggestRequest.self)
    unsafe self.request = copier.message(c.pointee.request)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Suggestion__V1__StreamSuggestRequest.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__suggestion__v1__stream_suggest_request__type()
    if let value = self.request { unsafe c.pointee.request = arena.message(value) }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension StreamSuggestResponse {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.suggestion.v1.StreamSuggestResponse", smartcooking__suggestion__v1__stream_suggest_response__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Suggestion__V1__StreamSuggestResponse.self)
    switch unsafe c.pointee.event_case.rawValue {
    case 1: unsafe self.event = .ingredients(copier.required(c.pointee.ingredients))
    case 2: unsafe self.event = .recipe(copier.required(c.pointee.recipe))
    case 3: unsafe self.event = .warning(copier.required(c.pointee.warning))
    case 4: unsafe self.event = .suggestion(copier.required(c.pointee.suggestion))
    default: break
    }
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Suggestion__V1__StreamSuggestResponse.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__suggestion__v1__stream_suggest_response__type()
    switch self.event {
    case .ingredients(let value):
      unsafe c.pointee.event_case = .init(rawValue: 1)
      unsafe c.pointee.ingredients = arena.message(value)
    case .recipe(let value):
      unsafe c.pointee.event_case = .init(rawValue: 2)
      unsafe c.pointee.recipe = arena.message(value)
    case .warning(let value):
      unsafe c.pointee.event_case = .init(rawValue: 3)
      unsafe c.pointee.warning = arena.message(value)
    case .suggestion(let value):
      unsafe c.pointee.event_case = .init(rawValue: 4)
      unsafe c.pointee.suggestion = arena.message(value)
    case nil: break
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension StreamSuggestResponse.Ingredients {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.suggestion.v1.StreamSuggestResponse.Ingredients", smartcooking__suggestion__v1__stream_suggest_response__ingredients__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Suggestion__V1__StreamSuggestResponse__Ingredients.self)
    unsafe self.results = copier.messages(c.pointee.n_results, c.pointee.results)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Suggestion__V1__StreamSuggestResponse__Ingredients.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__suggestion__v1__stream_suggest_response__ingredients__type()
    if !self.results.isEmpty {
      unsafe c.pointee.n_results = self.results.count
      unsafe c.pointee.results = arena.messages(self.results)
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension ListSuggestionsRequest {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.suggestion.v1.ListSuggestionsRequest", smartcooking__suggestion__v1__list_suggestions_request__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Suggestion__V1__ListSuggestionsRequest.self)
    unsafe self.pageSize = c.pointee.page_size
    unsafe self.pageToken = copier.string(c.pointee.page_token)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Suggestion__V1__ListSuggestionsRequest.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__suggestion__v1__list_suggestions_request__type()
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

extension ListSuggestionsResponse {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.suggestion.v1.ListSuggestionsResponse", smartcooking__suggestion__v1__list_suggestions_response__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Suggestion__V1__ListSuggestionsResponse.self)
    unsafe self.suggestions = copier.messages(c.pointee.n_suggestions, c.pointee.suggestions)
    unsafe self.nextPageToken = copier.string(c.pointee.next_page_token)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Suggestion__V1__ListSuggestionsResponse.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__suggestion__v1__list_suggestions_response__type()
    if !self.suggestions.isEmpty {
      unsafe c.pointee.n_suggestions = self.suggestions.count
      unsafe c.pointee.suggestions = arena.messages(self.suggestions)
    }
    if !self.nextPageToken.isEmpty {
      unsafe c.pointee.has_next_page_token = 1
      unsafe c.pointee.next_page_token = arena.string(self.nextPageToken)
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension GetSuggestionRequest {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.suggestion.v1.GetSuggestionRequest", smartcooking__suggestion__v1__get_suggestion_request__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Suggestion__V1__GetSuggestionRequest.self)
    unsafe self.id = copier.string(c.pointee.id)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Suggestion__V1__GetSuggestionRequest.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__suggestion__v1__get_suggestion_request__type()
    if !self.id.isEmpty {
      unsafe c.pointee.has_id = 1
      unsafe c.pointee.id = arena.string(self.id)
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension GetSuggestionResponse {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.suggestion.v1.GetSuggestionResponse", smartcooking__suggestion__v1__get_suggestion_response__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Suggestion__V1__GetSuggestionResponse.self)
    unsafe self.suggestion = copier.message(c.pointee.suggestion)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Suggestion__V1__GetSuggestionResponse.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__suggestion__v1__get_suggestion_response__type()
    if let value = self.suggestion { unsafe c.pointee.suggestion = arena.message(value) }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension SubmitFeedbackRequest {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.suggestion.v1.SubmitFeedbackRequest", smartcooking__suggestion__v1__submit_feedback_request__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Suggestion__V1__SubmitFeedbackRequest.self)
    unsafe self.suggestionId = copier.string(c.pointee.suggestion_id)
    unsafe self.feedback = copier.message(c.pointee.feedback)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Suggestion__V1__SubmitFeedbackRequest.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__suggestion__v1__submit_feedback_request__type()
    if !self.suggestionId.isEmpty {
      unsafe c.pointee.has_suggestion_id = 1
      unsafe c.pointee.suggestion_id = arena.string(self.suggestionId)
    }
    if let value = self.feedback { unsafe c.pointee.feedback = arena.message(value) }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension SubmitFeedbackResponse {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.suggestion.v1.SubmitFeedbackResponse", smartcooking__suggestion__v1__submit_feedback_response__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Suggestion__V1__SubmitFeedbackResponse.self)
    unsafe self.suggestion = copier.message(c.pointee.suggestion)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Suggestion__V1__SubmitFeedbackResponse.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__suggestion__v1__submit_feedback_response__type()
    if let value = self.suggestion { unsafe c.pointee.suggestion = arena.message(value) }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension ExportSuggestionDataRequest {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.suggestion.v1.ExportSuggestionDataRequest", smartcooking__suggestion__v1__export_suggestion_data_request__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Suggestion__V1__ExportSuggestionDataRequest.self)
    unsafe self.userId = copier.string(c.pointee.user_id)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Suggestion__V1__ExportSuggestionDataRequest.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__suggestion__v1__export_suggestion_data_request__type()
    if !self.userId.isEmpty {
      unsafe c.pointee.has_user_id = 1
      unsafe c.pointee.user_id = arena.string(self.userId)
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension ExportSuggestionDataResponse {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.suggestion.v1.ExportSuggestionDataResponse", smartcooking__suggestion__v1__export_suggestion_data_response__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Suggestion__V1__ExportSuggestionDataResponse.self)
    switch unsafe c.pointee.entry_case.rawValue {
    case 1: unsafe self.entry = .preferences(copier.required(c.pointee.preferences))
    case 2: unsafe self.entry = .quota(copier.required(c.pointee.quota))
    case 3: unsafe self.entry = .suggestion(copier.required(c.pointee.suggestion))
    case 4: unsafe self.entry = .recipe(copier.required(c.pointee.recipe))
    default: break
    }
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Suggestion__V1__ExportSuggestionDataResponse.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__suggestion__v1__export_suggestion_data_response__type()
    switch self.entry {
    case .preferences(let value):
      unsafe c.pointee.entry_case = .init(rawValue: 1)
      unsafe c.pointee.preferences = arena.message(value)
    case .quota(let value):
      unsafe c.pointee.entry_case = .init(rawValue: 2)
      unsafe c.pointee.quota = arena.message(value)
    case .suggestion(let value):
      unsafe c.pointee.entry_case = .init(rawValue: 3)
      unsafe c.pointee.suggestion = arena.message(value)
    case .recipe(let value):
      unsafe c.pointee.entry_case = .init(rawValue: 4)
      unsafe c.pointee.recipe = arena.message(value)
    case nil: break
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension ExportSuggestionDataResponse.Quota {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.suggestion.v1.ExportSuggestionDataResponse.Quota", smartcooking__suggestion__v1__export_suggestion_data_response__quota__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Suggestion__V1__ExportSuggestionDataResponse__Quota.self)
    unsafe self.month = copier.string(c.pointee.month)
    unsafe self.callCount = c.pointee.call_count
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Suggestion__V1__ExportSuggestionDataResponse__Quota.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__suggestion__v1__export_suggestion_data_response__quota__type()
    if !self.month.isEmpty {
      unsafe c.pointee.has_month = 1
      unsafe c.pointee.month = arena.string(self.month)
    }
    if self.callCount != 0 {
      unsafe c.pointee.has_call_count = 1
      unsafe c.pointee.call_count = self.callCount
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension EraseSuggestionDataRequest {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.suggestion.v1.EraseSuggestionDataRequest", smartcooking__suggestion__v1__erase_suggestion_data_request__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Suggestion__V1__EraseSuggestionDataRequest.self)
    unsafe self.userId = copier.string(c.pointee.user_id)
    unsafe self.untilMilliseconds = c.pointee.until_milliseconds
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Suggestion__V1__EraseSuggestionDataRequest.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__suggestion__v1__erase_suggestion_data_request__type()
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

extension EraseSuggestionDataResponse {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.suggestion.v1.EraseSuggestionDataResponse", smartcooking__suggestion__v1__erase_suggestion_data_response__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Suggestion__V1__EraseSuggestionDataResponse.self)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Suggestion__V1__EraseSuggestionDataResponse.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__suggestion__v1__erase_suggestion_data_response__type()
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}
