// Written by protoc-gen-smart-cooking from smartcooking/rating/v1/rating_handler.proto. Do not edit.
// swift-format-ignore-file

import CContracts
import CProtobufC
package import Protobuf

/// The caller's rating of a recipe.
package struct RateRecipeRequest: Message {
  /// The recipe.
  package var recipeId: String = ""

  /// A whole number, 1 (poor) to 5 (wonderful).
  package var stars: Int32 = 0

  /// Up to 500 characters; empty for none. It replaces an earlier comment, also when it is empty.
  package var comment: String = ""

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    recipeId: String = "",
    stars: Int32 = 0,
    comment: String = ""
  ) {
    self.recipeId = recipeId
    self.stars = stars
    self.comment = comment
  }
}

/// The rating as it is stored.
package struct RateRecipeResponse: Message {
  /// The caller's rating.
  package var rating: Rating?

  /// What all raters think together, this rating among them.
  package var summary: RatingSummary?

  /// The caller had not rated the recipe before.
  package var created: Bool = false

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    rating: Rating? = nil,
    summary: RatingSummary? = nil,
    created: Bool = false
  ) {
    self.rating = rating
    self.summary = summary
    self.created = created
  }
}

/// Names the rated recipe.
package struct GetMyRatingRequest: Message {
  /// The recipe.
  package var recipeId: String = ""

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    recipeId: String = ""
  ) {
    self.recipeId = recipeId
  }
}

/// Carries the caller's rating.
package struct GetMyRatingResponse: Message {
  /// The rating.
  package var rating: Rating?

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    rating: Rating? = nil
  ) {
    self.rating = rating
  }
}

/// Names the rated recipe.
package struct DeleteRatingRequest: Message {
  /// The recipe.
  package var recipeId: String = ""

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    recipeId: String = ""
  ) {
    self.recipeId = recipeId
  }
}

/// The rating is gone.
package struct DeleteRatingResponse: Message {
  /// What the other raters think together.
  package var summary: RatingSummary?

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    summary: RatingSummary? = nil
  ) {
    self.summary = summary
  }
}

/// Asks for a page of a recipe's ratings.
package struct ListRecipeRatingsRequest: Message {
  /// The recipe.
  package var recipeId: String = ""

  /// Most ratings to answer: 1 to 100, more counts as 100, 0 as 20.
  package var pageSize: Int32 = 0

  /// `next_page_token` of the page before; empty for the first page.
  package var pageToken: String = ""

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    recipeId: String = "",
    pageSize: Int32 = 0,
    pageToken: String = ""
  ) {
    self.recipeId = recipeId
    self.pageSize = pageSize
    self.pageToken = pageToken
  }
}

/// A page of a recipe's ratings.
package struct ListRecipeRatingsResponse: Message {
  /// The ratings.
  package var ratings: [Rating] = []

  /// Opens the next page; empty on the last one.
  package var nextPageToken: String = ""

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    ratings: [Rating] = [],
    nextPageToken: String = ""
  ) {
    self.ratings = ratings
    self.nextPageToken = nextPageToken
  }
}

/// Asks for a page of the caller's ratings.
package struct ListMyRatingsRequest: Message {
  /// Most ratings to answer: 1 to 100, more counts as 100, 0 as 20.
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

/// A page of the caller's ratings.
package struct ListMyRatingsResponse: Message {
  /// The ratings, the latest change first.
  package var ratings: [Rating] = []

  /// Opens the next page; empty on the last one.
  package var nextPageToken: String = ""

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    ratings: [Rating] = [],
    nextPageToken: String = ""
  ) {
    self.ratings = ratings
    self.nextPageToken = nextPageToken
  }
}

/// Names the rated recipe.
package struct GetRatingSummaryRequest: Message {
  /// The recipe.
  package var recipeId: String = ""

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    recipeId: String = ""
  ) {
    self.recipeId = recipeId
  }
}

/// Carries what all raters think together.
package struct GetRatingSummaryResponse: Message {
  /// The summary.
  package var summary: RatingSummary?

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    summary: RatingSummary? = nil
  ) {
    self.summary = summary
  }
}

/// A decision by hand.
package struct OverrideApprovalRequest: Message {
  /// The recipe.
  package var recipeId: String = ""

  /// APPROVED or REJECTED; PENDING gives the decision back to the ratings, which decide at the next
  /// one.
  package var approval: ApprovalState = ApprovalState()

  /// Why, at most 500 characters; kept with the decision. May be left out.
  package var reason: String = ""

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    recipeId: String = "",
    approval: ApprovalState = ApprovalState(),
    reason: String = ""
  ) {
    self.recipeId = recipeId
    self.approval = approval
    self.reason = reason
  }
}

/// The decision holds.
package struct OverrideApprovalResponse: Message {
  /// The summary with the new approval.
  package var summary: RatingSummary?

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    summary: RatingSummary? = nil
  ) {
    self.summary = summary
  }
}

/// Asks for all that is kept of the caller.
package struct ExportMyDataRequest: Message {
  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}
}

/// A piece of what is kept.
package struct ExportMyDataResponse: Message {
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
    /// A rating.
    case rating(Rating)
    /// Numbers, a session or a favourite.
    case cooking(ExportHistoryResponse)
    /// Preferences, quota, a suggestion or a recipe.
    case suggestion(ExportSuggestionDataResponse)
    /// A food in the pantry or an unknown name.
    case ingredient(ExportIngredientDataResponse)
  }
}

/// Asks to be forgotten.
package struct EraseMyDataRequest: Message {
  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}
}

/// The wish is stored.
package struct EraseMyDataResponse: Message {
  /// Everything is forgotten already; false while a service is still to be reached.
  package var complete: Bool = false

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    complete: Bool = false
  ) {
    self.complete = complete
  }
}

extension RateRecipeRequest {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.rating.v1.RateRecipeRequest", smartcooking__rating__v1__rate_recipe_request__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Rating__V1__RateRecipeRequest.self)
    unsafe self.recipeId = copier.string(c.pointee.recipe_id)
    unsafe self.stars = c.pointee.stars
    unsafe self.comment = copier.string(c.pointee.comment)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Rating__V1__RateRecipeRequest.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__rating__v1__rate_recipe_request__type()
    if !self.recipeId.isEmpty {
      unsafe c.pointee.has_recipe_id = 1
      unsafe c.pointee.recipe_id = arena.string(self.recipeId)
    }
    if self.stars != 0 {
      unsafe c.pointee.has_stars = 1
      unsafe c.pointee.stars = self.stars
    }
    if !self.comment.isEmpty {
      unsafe c.pointee.has_comment = 1
      unsafe c.pointee.comment = arena.string(self.comment)
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension RateRecipeResponse {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.rating.v1.RateRecipeResponse", smartcooking__rating__v1__rate_recipe_response__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Rating__V1__RateRecipeResponse.self)
    unsafe self.rating = copier.message(c.pointee.rating)
    unsafe self.summary = copier.message(c.pointee.summary)
    unsafe self.created = c.pointee.created != 0
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Rating__V1__RateRecipeResponse.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__rating__v1__rate_recipe_response__type()
    if let value = self.rating { unsafe c.pointee.rating = arena.message(value) }
    if let value = self.summary { unsafe c.pointee.summary = arena.message(value) }
    if self.created {
      unsafe c.pointee.has_created = 1
      unsafe c.pointee.created = self.created ? 1 : 0
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension GetMyRatingRequest {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.rating.v1.GetMyRatingRequest", smartcooking__rating__v1__get_my_rating_request__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Rating__V1__GetMyRatingRequest.self)
    unsafe self.recipeId = copier.string(c.pointee.recipe_id)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Rating__V1__GetMyRatingRequest.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__rating__v1__get_my_rating_request__type()
    if !self.recipeId.isEmpty {
      unsafe c.pointee.has_recipe_id = 1
      unsafe c.pointee.recipe_id = arena.string(self.recipeId)
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension GetMyRatingResponse {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.rating.v1.GetMyRatingResponse", smartcooking__rating__v1__get_my_rating_response__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Rating__V1__GetMyRatingResponse.self)
    unsafe self.rating = copier.message(c.pointee.rating)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Rating__V1__GetMyRatingResponse.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__rating__v1__get_my_rating_response__type()
    if let value = self.rating { unsafe c.pointee.rating = arena.message(value) }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension DeleteRatingRequest {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.rating.v1.DeleteRatingRequest", smartcooking__rating__v1__delete_rating_request__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Rating__V1__DeleteRatingRequest.self)
    unsafe self.recipeId = copier.string(c.pointee.recipe_id)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Rating__V1__DeleteRatingRequest.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__rating__v1__delete_rating_request__type()
    if !self.recipeId.isEmpty {
      unsafe c.pointee.has_recipe_id = 1
      unsafe c.pointee.recipe_id = arena.string(self.recipeId)
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension DeleteRatingResponse {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.rating.v1.DeleteRatingResponse", smartcooking__rating__v1__delete_rating_response__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Rating__V1__DeleteRatingResponse.self)
    unsafe self.summary = copier.message(c.pointee.summary)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Rating__V1__DeleteRatingResponse.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__rating__v1__delete_rating_response__type()
    if let value = self.summary { unsafe c.pointee.summary = arena.message(value) }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension ListRecipeRatingsRequest {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.rating.v1.ListRecipeRatingsRequest", smartcooking__rating__v1__list_recipe_ratings_request__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Rating__V1__ListRecipeRatingsRequest.self)
    unsafe self.recipeId = copier.string(c.pointee.recipe_id)
    unsafe self.pageSize = c.pointee.page_size
    unsafe self.pageToken = copier.string(c.pointee.page_token)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Rating__V1__ListRecipeRatingsRequest.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__rating__v1__list_recipe_ratings_request__type()
    if !self.recipeId.isEmpty {
      unsafe c.pointee.has_recipe_id = 1
      unsafe c.pointee.recipe_id = arena.string(self.recipeId)
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

extension ListRecipeRatingsResponse {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.rating.v1.ListRecipeRatingsResponse", smartcooking__rating__v1__list_recipe_ratings_response__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Rating__V1__ListRecipeRatingsResponse.self)
    unsafe self.ratings = copier.messages(c.pointee.n_ratings, c.pointee.ratings)
    unsafe self.nextPageToken = copier.string(c.pointee.next_page_token)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Rating__V1__ListRecipeRatingsResponse.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__rating__v1__list_recipe_ratings_response__type()
    if !self.ratings.isEmpty {
      unsafe c.pointee.n_ratings = self.ratings.count
      unsafe c.pointee.ratings = arena.messages(self.ratings)
    }
    if !self.nextPageToken.isEmpty {
      unsafe c.pointee.has_next_page_token = 1
      unsafe c.pointee.next_page_token = arena.string(self.nextPageToken)
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension ListMyRatingsRequest {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.rating.v1.ListMyRatingsRequest", smartcooking__rating__v1__list_my_ratings_request__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Rating__V1__ListMyRatingsRequest.self)
    unsafe self.pageSize = c.pointee.page_size
    unsafe self.pageToken = copier.string(c.pointee.page_token)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Rating__V1__ListMyRatingsRequest.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__rating__v1__list_my_ratings_request__type()
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

extension ListMyRatingsResponse {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.rating.v1.ListMyRatingsResponse", smartcooking__rating__v1__list_my_ratings_response__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Rating__V1__ListMyRatingsResponse.self)
    unsafe self.ratings = copier.messages(c.pointee.n_ratings, c.pointee.ratings)
    unsafe self.nextPageToken = copier.string(c.pointee.next_page_token)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Rating__V1__ListMyRatingsResponse.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__rating__v1__list_my_ratings_response__type()
    if !self.ratings.isEmpty {
      unsafe c.pointee.n_ratings = self.ratings.count
      unsafe c.pointee.ratings = arena.messages(self.ratings)
    }
    if !self.nextPageToken.isEmpty {
      unsafe c.pointee.has_next_page_token = 1
      unsafe c.pointee.next_page_token = arena.string(self.nextPageToken)
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension GetRatingSummaryRequest {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.rating.v1.GetRatingSummaryRequest", smartcooking__rating__v1__get_rating_summary_request__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Rating__V1__GetRatingSummaryRequest.self)
    unsafe self.recipeId = copier.string(c.pointee.recipe_id)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Rating__V1__GetRatingSummaryRequest.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__rating__v1__get_rating_summary_request__type()
    if !self.recipeId.isEmpty {
      unsafe c.pointee.has_recipe_id = 1
      unsafe c.pointee.recipe_id = arena.string(self.recipeId)
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension GetRatingSummaryResponse {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.rating.v1.GetRatingSummaryResponse", smartcooking__rating__v1__get_rating_summary_response__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Rating__V1__GetRatingSummaryResponse.self)
    unsafe self.summary = copier.message(c.pointee.summary)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Rating__V1__GetRatingSummaryResponse.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__rating__v1__get_rating_summary_response__type()
    if let value = self.summary { unsafe c.pointee.summary = arena.message(value) }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension OverrideApprovalRequest {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.rating.v1.OverrideApprovalRequest", smartcooking__rating__v1__override_approval_request__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Rating__V1__OverrideApprovalRequest.self)
    unsafe self.recipeId = copier.string(c.pointee.recipe_id)
    unsafe self.approval = ApprovalState(rawValue: c.pointee.approval)
    unsafe self.reason = copier.string(c.pointee.reason)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Rating__V1__OverrideApprovalRequest.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__rating__v1__override_approval_request__type()
    if !self.recipeId.isEmpty {
      unsafe c.pointee.has_recipe_id = 1
      unsafe c.pointee.recipe_id = arena.string(self.recipeId)
    }
    if self.approval.rawValue != 0 {
      unsafe c.pointee.has_approval = 1
      unsafe c.pointee.approval = self.approval.rawValue
    }
    if !self.reason.isEmpty {
      unsafe c.pointee.has_reason = 1
      unsafe c.pointee.reason = arena.string(self.reason)
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension OverrideApprovalResponse {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.rating.v1.OverrideApprovalResponse", smartcooking__rating__v1__override_approval_response__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Rating__V1__OverrideApprovalResponse.self)
    unsafe self.summary = copier.message(c.pointee.summary)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Rating__V1__OverrideApprovalResponse.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__rating__v1__override_approval_response__type()
    if let value = self.summary { unsafe c.pointee.summary = arena.message(value) }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension ExportMyDataRequest {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.rating.v1.ExportMyDataRequest", smartcooking__rating__v1__export_my_data_request__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Rating__V1__ExportMyDataRequest.self)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Rating__V1__ExportMyDataRequest.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__rating__v1__export_my_data_request__type()
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension ExportMyDataResponse {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.rating.v1.ExportMyDataResponse", smartcooking__rating__v1__export_my_data_response__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Rating__V1__ExportMyDataResponse.self)
    switch unsafe c.pointee.entry_case.rawValue {
    case 1: unsafe self.entry = .rating(copier.required(c.pointee.rating))
    case 2: unsafe self.entry = .cooking(copier.required(c.pointee.cooking))
    case 3: unsafe self.entry = .suggestion(copier.required(c.pointee.suggestion))
    case 4: unsafe self.entry = .ingredient(copier.required(c.pointee.ingredient))
    default: break
    }
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Rating__V1__ExportMyDataResponse.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__rating__v1__export_my_data_response__type()
    switch self.entry {
    case .rating(let value):
      unsafe c.pointee.entry_case = .init(rawValue: 1)
      unsafe c.pointee.rating = arena.message(value)
    case .cooking(let value):
      unsafe c.pointee.entry_case = .init(rawValue: 2)
      unsafe c.pointee.cooking = arena.message(value)
    case .suggestion(let value):
      unsafe c.pointee.entry_case = .init(rawValue: 3)
      unsafe c.pointee.suggestion = arena.message(value)
    case .ingredient(let value):
      unsafe c.pointee.entry_case = .init(rawValue: 4)
      unsafe c.pointee.ingredient = arena.message(value)
    case nil: break
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension EraseMyDataRequest {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.rating.v1.EraseMyDataRequest", smartcooking__rating__v1__erase_my_data_request__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Rating__V1__EraseMyDataRequest.self)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Rating__V1__EraseMyDataRequest.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__rating__v1__erase_my_data_request__type()
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension EraseMyDataResponse {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.rating.v1.EraseMyDataResponse", smartcooking__rating__v1__erase_my_data_response__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Rating__V1__EraseMyDataResponse.self)
    unsafe self.complete = c.pointee.complete != 0
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Rating__V1__EraseMyDataResponse.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__rating__v1__erase_my_data_response__type()
    if self.complete {
      unsafe c.pointee.has_complete = 1
      unsafe c.pointee.complete = self.complete ? 1 : 0
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}
