// Written by protoc-gen-smart-cooking from smartcooking/cooking/v1/cooking_history.proto. Do not edit.
// swift-format-ignore-file

import CContracts
import CProtobufC
package import Protobuf

/// What to cook.
package struct StartCookingRequest: Message {
  /// The recipe.
  package var recipeId: String = ""

  /// Makes the call safe to repeat: 1 to 128 visible ASCII characters, a UUID by choice; may be
  /// left out. May come as metadata (header) `idempotency-key` instead; when both come they must be
  /// equal.
  package var idempotencyKey: String = ""

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    recipeId: String = "",
    idempotencyKey: String = ""
  ) {
    self.recipeId = recipeId
    self.idempotencyKey = idempotencyKey
  }
}

/// Cooking goes on.
package struct StartCookingResponse: Message {
  /// The session, with its recipe.
  package var session: CookingSession?

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    session: CookingSession? = nil
  ) {
    self.session = session
  }
}

/// Names a session.
package struct GetSessionRequest: Message {
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

/// Carries a session.
package struct GetSessionResponse: Message {
  /// The session, with its recipe.
  package var session: CookingSession?

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    session: CookingSession? = nil
  ) {
    self.session = session
  }
}

/// Asks for a page of the caller's sessions.
package struct ListSessionsRequest: Message {
  /// Sessions with this status alone; unspecified for all.
  package var status: CookingStatus = CookingStatus()

  /// Sessions of this recipe alone; empty for all.
  package var recipeId: String = ""

  /// Most sessions to answer: 1 to 100, more counts as 100, 0 as 20.
  package var pageSize: Int32 = 0

  /// `next_page_token` of the page before; empty for the first page. All else must be as it was
  /// then.
  package var pageToken: String = ""

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    status: CookingStatus = CookingStatus(),
    recipeId: String = "",
    pageSize: Int32 = 0,
    pageToken: String = ""
  ) {
    self.status = status
    self.recipeId = recipeId
    self.pageSize = pageSize
    self.pageToken = pageToken
  }
}

/// A page of sessions.
package struct ListSessionsResponse: Message {
  /// The sessions, the newest first, without their recipes.
  package var sessions: [CookingSession] = []

  /// Opens the next page; empty on the last one.
  package var nextPageToken: String = ""

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    sessions: [CookingSession] = [],
    nextPageToken: String = ""
  ) {
    self.sessions = sessions
    self.nextPageToken = nextPageToken
  }
}

/// Names the session that is done.
package struct CompleteCookingRequest: Message {
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

/// The dish was cooked.
package struct CompleteCookingResponse: Message {
  /// The session, with its recipe.
  package var session: CookingSession?

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    session: CookingSession? = nil
  ) {
    self.session = session
  }
}

/// Names the session that is given up.
package struct AbandonCookingRequest: Message {
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

/// The dish was given up.
package struct AbandonCookingResponse: Message {
  /// The session, with its recipe.
  package var session: CookingSession?

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    session: CookingSession? = nil
  ) {
    self.session = session
  }
}

/// Names the session to forget.
package struct DeleteSessionRequest: Message {
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

/// The session is gone.
package struct DeleteSessionResponse: Message {
  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}
}

/// Names a recipe.
package struct SetFavoriteRequest: Message {
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

/// The recipe is a favourite.
package struct SetFavoriteResponse: Message {
  /// The favourite.
  package var favorite: Favorite?

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    favorite: Favorite? = nil
  ) {
    self.favorite = favorite
  }
}

/// Names a recipe.
package struct RemoveFavoriteRequest: Message {
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

/// The recipe is no favourite.
package struct RemoveFavoriteResponse: Message {
  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}
}

/// Asks for a page of the caller's favourites.
package struct ListFavoritesRequest: Message {
  /// Most favourites to answer: 1 to 100, more counts as 100, 0 as 20.
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

/// A page of favourites.
package struct ListFavoritesResponse: Message {
  /// The favourites, the newest first.
  package var favorites: [Favorite] = []

  /// Opens the next page; empty on the last one.
  package var nextPageToken: String = ""

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    favorites: [Favorite] = [],
    nextPageToken: String = ""
  ) {
    self.favorites = favorites
    self.nextPageToken = nextPageToken
  }
}

/// Asks for the caller's numbers.
package struct GetCookingStatsRequest: Message {
  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}
}

/// Carries the caller's numbers.
package struct GetCookingStatsResponse: Message {
  /// All zero for somebody who has not cooked yet.
  package var stats: CookingStats?

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    stats: CookingStats? = nil
  ) {
    self.stats = stats
  }
}

/// Asks for all that is kept of the caller.
package struct ExportHistoryRequest: Message {
  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}
}

/// A piece of what is kept.
package struct ExportHistoryResponse: Message {
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
    /// The numbers; first and once.
    case stats(CookingStats)
    /// A session, with its recipe.
    case session(CookingSession)
    /// A favourite.
    case favorite(Favorite)
  }
}

/// Who may have cooked what.
package struct VerifyCookRequest: Message {
  /// The user, as in the subject of the user's token.
  package var userId: String = ""

  /// The recipe.
  package var recipeId: String = ""

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    userId: String = "",
    recipeId: String = ""
  ) {
    self.userId = userId
    self.recipeId = recipeId
  }
}

/// Whether the user has cooked it.
package struct VerifyCookResponse: Message {
  /// There is a completed session of the recipe.
  package var verified: Bool = false

  /// End of the latest one; absent when there is none.
  package var completeTime: Google_Protobuf_Timestamp?

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    verified: Bool = false,
    completeTime: Google_Protobuf_Timestamp? = nil
  ) {
    self.verified = verified
    self.completeTime = completeTime
  }
}

/// A user's own rating of a recipe.
package struct SetPersonalRatingRequest: Message {
  /// The user, as in the subject of the user's token.
  package var userId: String = ""

  /// The recipe.
  package var recipeId: String = ""

  /// 1 to 5; absent when the user took the rating back.
  package var stars: Int32?

  /// Above 0, and higher with every change of this user's rating of this recipe.
  package var version: Int64 = 0

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    userId: String = "",
    recipeId: String = "",
    stars: Int32? = nil,
    version: Int64 = 0
  ) {
    self.userId = userId
    self.recipeId = recipeId
    self.stars = stars
    self.version = version
  }
}

/// The rating is known.
package struct SetPersonalRatingResponse: Message {
  /// False when a version as high was known before, and nothing changed.
  package var applied: Bool = false

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    applied: Bool = false
  ) {
    self.applied = applied
  }
}

/// Names the user to forget.
package struct EraseCookingDataRequest: Message {
  /// The user, as in the subject of the user's token.
  package var userId: String = ""

  /// News of ratings up to this version, as in SetPersonalRating, are of before.
  package var ratingVersion: Int64 = 0

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    userId: String = "",
    ratingVersion: Int64 = 0
  ) {
    self.userId = userId
    self.ratingVersion = ratingVersion
  }
}

/// Nothing is kept of the user.
package struct EraseCookingDataResponse: Message {
  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}
}

extension StartCookingRequest {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.cooking.v1.StartCookingRequest", smartcooking__cooking__v1__start_cooking_request__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Cooking__V1__StartCookingRequest.self)
    unsafe self.recipeId = copier.string(c.pointee.recipe_id)
    unsafe self.idempotencyKey = copier.string(c.pointee.idempotency_key)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Cooking__V1__StartCookingRequest.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__cooking__v1__start_cooking_request__type()
    if !self.recipeId.isEmpty {
      unsafe c.pointee.has_recipe_id = 1
      unsafe c.pointee.recipe_id = arena.string(self.recipeId)
    }
    if !self.idempotencyKey.isEmpty {
      unsafe c.pointee.has_idempotency_key = 1
      unsafe c.pointee.idempotency_key = arena.string(self.idempotencyKey)
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension StartCookingResponse {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.cooking.v1.StartCookingResponse", smartcooking__cooking__v1__start_cooking_response__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Cooking__V1__StartCookingResponse.self)
    unsafe self.session = copier.message(c.pointee.session)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Cooking__V1__StartCookingResponse.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__cooking__v1__start_cooking_response__type()
    if let value = self.session { unsafe c.pointee.session = arena.message(value) }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension GetSessionRequest {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.cooking.v1.GetSessionRequest", smartcooking__cooking__v1__get_session_request__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Cooking__V1__GetSessionRequest.self)
    unsafe self.id = copier.string(c.pointee.id)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Cooking__V1__GetSessionRequest.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__cooking__v1__get_session_request__type()
    if !self.id.isEmpty {
      unsafe c.pointee.has_id = 1
      unsafe c.pointee.id = arena.string(self.id)
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension GetSessionResponse {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.cooking.v1.GetSessionResponse", smartcooking__cooking__v1__get_session_response__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Cooking__V1__GetSessionResponse.self)
    unsafe self.session = copier.message(c.pointee.session)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Cooking__V1__GetSessionResponse.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__cooking__v1__get_session_response__type()
    if let value = self.session { unsafe c.pointee.session = arena.message(value) }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension ListSessionsRequest {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.cooking.v1.ListSessionsRequest", smartcooking__cooking__v1__list_sessions_request__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Cooking__V1__ListSessionsRequest.self)
    unsafe self.status = CookingStatus(rawValue: c.pointee.status)
    unsafe self.recipeId = copier.string(c.pointee.recipe_id)
    unsafe self.pageSize = c.pointee.page_size
    unsafe self.pageToken = copier.string(c.pointee.page_token)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Cooking__V1__ListSessionsRequest.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__cooking__v1__list_sessions_request__type()
    if self.status.rawValue != 0 {
      unsafe c.pointee.has_status = 1
      unsafe c.pointee.status = self.status.rawValue
    }
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

extension ListSessionsResponse {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.cooking.v1.ListSessionsResponse", smartcooking__cooking__v1__list_sessions_response__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Cooking__V1__ListSessionsResponse.self)
    unsafe self.sessions = copier.messages(c.pointee.n_sessions, c.pointee.sessions)
    unsafe self.nextPageToken = copier.string(c.pointee.next_page_token)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Cooking__V1__ListSessionsResponse.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__cooking__v1__list_sessions_response__type()
    if !self.sessions.isEmpty {
      unsafe c.pointee.n_sessions = self.sessions.count
      unsafe c.pointee.sessions = arena.messages(self.sessions)
    }
    if !self.nextPageToken.isEmpty {
      unsafe c.pointee.has_next_page_token = 1
      unsafe c.pointee.next_page_token = arena.string(self.nextPageToken)
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension CompleteCookingRequest {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.cooking.v1.CompleteCookingRequest", smartcooking__cooking__v1__complete_cooking_request__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Cooking__V1__CompleteCookingRequest.self)
    unsafe self.id = copier.string(c.pointee.id)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Cooking__V1__CompleteCookingRequest.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__cooking__v1__complete_cooking_request__type()
    if !self.id.isEmpty {
      unsafe c.pointee.has_id = 1
      unsafe c.pointee.id = arena.string(self.id)
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension CompleteCookingResponse {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.cooking.v1.CompleteCookingResponse", smartcooking__cooking__v1__complete_cooking_response__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Cooking__V1__CompleteCookingResponse.self)
    unsafe self.session = copier.message(c.pointee.session)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Cooking__V1__CompleteCookingResponse.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__cooking__v1__complete_cooking_response__type()
    if let value = self.session { unsafe c.pointee.session = arena.message(value) }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension AbandonCookingRequest {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.cooking.v1.AbandonCookingRequest", smartcooking__cooking__v1__abandon_cooking_request__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Cooking__V1__AbandonCookingRequest.self)
    unsafe self.id = copier.string(c.pointee.id)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Cooking__V1__AbandonCookingRequest.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__cooking__v1__abandon_cooking_request__type()
    if !self.id.isEmpty {
      unsafe c.pointee.has_id = 1
      unsafe c.pointee.id = arena.string(self.id)
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension AbandonCookingResponse {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.cooking.v1.AbandonCookingResponse", smartcooking__cooking__v1__abandon_cooking_response__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Cooking__V1__AbandonCookingResponse.self)
    unsafe self.session = copier.message(c.pointee.session)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Cooking__V1__AbandonCookingResponse.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__cooking__v1__abandon_cooking_response__type()
    if let value = self.session { unsafe c.pointee.session = arena.message(value) }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension DeleteSessionRequest {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.cooking.v1.DeleteSessionRequest", smartcooking__cooking__v1__delete_session_request__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Cooking__V1__DeleteSessionRequest.self)
    unsafe self.id = copier.string(c.pointee.id)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Cooking__V1__DeleteSessionRequest.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__cooking__v1__delete_session_request__type()
    if !self.id.isEmpty {
      unsafe c.pointee.has_id = 1
      unsafe c.pointee.id = arena.string(self.id)
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension DeleteSessionResponse {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.cooking.v1.DeleteSessionResponse", smartcooking__cooking__v1__delete_session_response__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Cooking__V1__DeleteSessionResponse.self)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Cooking__V1__DeleteSessionResponse.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__cooking__v1__delete_session_response__type()
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension SetFavoriteRequest {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.cooking.v1.SetFavoriteRequest", smartcooking__cooking__v1__set_favorite_request__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Cooking__V1__SetFavoriteRequest.self)
    unsafe self.recipeId = copier.string(c.pointee.recipe_id)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Cooking__V1__SetFavoriteRequest.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__cooking__v1__set_favorite_request__type()
    if !self.recipeId.isEmpty {
      unsafe c.pointee.has_recipe_id = 1
      unsafe c.pointee.recipe_id = arena.string(self.recipeId)
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension SetFavoriteResponse {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.cooking.v1.SetFavoriteResponse", smartcooking__cooking__v1__set_favorite_response__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Cooking__V1__SetFavoriteResponse.self)
    unsafe self.favorite = copier.message(c.pointee.favorite)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Cooking__V1__SetFavoriteResponse.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__cooking__v1__set_favorite_response__type()
    if let value = self.favorite { unsafe c.pointee.favorite = arena.message(value) }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension RemoveFavoriteRequest {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.cooking.v1.RemoveFavoriteRequest", smartcooking__cooking__v1__remove_favorite_request__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Cooking__V1__RemoveFavoriteRequest.self)
    unsafe self.recipeId = copier.string(c.pointee.recipe_id)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Cooking__V1__RemoveFavoriteRequest.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__cooking__v1__remove_favorite_request__type()
    if !self.recipeId.isEmpty {
      unsafe c.pointee.has_recipe_id = 1
      unsafe c.pointee.recipe_id = arena.string(self.recipeId)
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension RemoveFavoriteResponse {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.cooking.v1.RemoveFavoriteResponse", smartcooking__cooking__v1__remove_favorite_response__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Cooking__V1__RemoveFavoriteResponse.self)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Cooking__V1__RemoveFavoriteResponse.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__cooking__v1__remove_favorite_response__type()
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension ListFavoritesRequest {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.cooking.v1.ListFavoritesRequest", smartcooking__cooking__v1__list_favorites_request__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Cooking__V1__ListFavoritesRequest.self)
    unsafe self.pageSize = c.pointee.page_size
    unsafe self.pageToken = copier.string(c.pointee.page_token)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Cooking__V1__ListFavoritesRequest.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__cooking__v1__list_favorites_request__type()
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

extension ListFavoritesResponse {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.cooking.v1.ListFavoritesResponse", smartcooking__cooking__v1__list_favorites_response__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Cooking__V1__ListFavoritesResponse.self)
    unsafe self.favorites = copier.messages(c.pointee.n_favorites, c.pointee.favorites)
    unsafe self.nextPageToken = copier.string(c.pointee.next_page_token)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Cooking__V1__ListFavoritesResponse.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__cooking__v1__list_favorites_response__type()
    if !self.favorites.isEmpty {
      unsafe c.pointee.n_favorites = self.favorites.count
      unsafe c.pointee.favorites = arena.messages(self.favorites)
    }
    if !self.nextPageToken.isEmpty {
      unsafe c.pointee.has_next_page_token = 1
      unsafe c.pointee.next_page_token = arena.string(self.nextPageToken)
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension GetCookingStatsRequest {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.cooking.v1.GetCookingStatsRequest", smartcooking__cooking__v1__get_cooking_stats_request__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Cooking__V1__GetCookingStatsRequest.self)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Cooking__V1__GetCookingStatsRequest.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__cooking__v1__get_cooking_stats_request__type()
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension GetCookingStatsResponse {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.cooking.v1.GetCookingStatsResponse", smartcooking__cooking__v1__get_cooking_stats_response__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Cooking__V1__GetCookingStatsResponse.self)
    unsafe self.stats = copier.message(c.pointee.stats)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Cooking__V1__GetCookingStatsResponse.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__cooking__v1__get_cooking_stats_response__type()
    if let value = self.stats { unsafe c.pointee.stats = arena.message(value) }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension ExportHistoryRequest {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.cooking.v1.ExportHistoryRequest", smartcooking__cooking__v1__export_history_request__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Cooking__V1__ExportHistoryRequest.self)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Cooking__V1__ExportHistoryRequest.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__cooking__v1__export_history_request__type()
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension ExportHistoryResponse {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.cooking.v1.ExportHistoryResponse", smartcooking__cooking__v1__export_history_response__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Cooking__V1__ExportHistoryResponse.self)
    switch unsafe c.pointee.entry_case.rawValue {
    case 1: unsafe self.entry = .stats(copier.required(c.pointee.stats))
    case 2: unsafe self.entry = .session(copier.required(c.pointee.session))
    case 3: unsafe self.entry = .favorite(copier.required(c.pointee.favorite))
    default: break
    }
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Cooking__V1__ExportHistoryResponse.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__cooking__v1__export_history_response__type()
    switch self.entry {
    case .stats(let value):
      unsafe c.pointee.entry_case = .init(rawValue: 1)
      unsafe c.pointee.stats = arena.message(value)
    case .session(let value):
      unsafe c.pointee.entry_case = .init(rawValue: 2)
      unsafe c.pointee.session = arena.message(value)
    case .favorite(let value):
      unsafe c.pointee.entry_case = .init(rawValue: 3)
      unsafe c.pointee.favorite = arena.message(value)
    case nil: break
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension VerifyCookRequest {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.cooking.v1.VerifyCookRequest", smartcooking__cooking__v1__verify_cook_request__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Cooking__V1__VerifyCookRequest.self)
    unsafe self.userId = copier.string(c.pointee.user_id)
    unsafe self.recipeId = copier.string(c.pointee.recipe_id)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Cooking__V1__VerifyCookRequest.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__cooking__v1__verify_cook_request__type()
    if !self.userId.isEmpty {
      unsafe c.pointee.has_user_id = 1
      unsafe c.pointee.user_id = arena.string(self.userId)
    }
    if !self.recipeId.isEmpty {
      unsafe c.pointee.has_recipe_id = 1
      unsafe c.pointee.recipe_id = arena.string(self.recipeId)
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension VerifyCookResponse {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.cooking.v1.VerifyCookResponse", smartcooking__cooking__v1__verify_cook_response__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Cooking__V1__VerifyCookResponse.self)
    unsafe self.verified = c.pointee.verified != 0
    unsafe self.completeTime = copier.message(c.pointee.complete_time)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Cooking__V1__VerifyCookResponse.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__cooking__v1__verify_cook_response__type()
    if self.verified {
      unsafe c.pointee.has_verified = 1
      unsafe c.pointee.verified = self.verified ? 1 : 0
    }
    if let value = self.completeTime { unsafe c.pointee.complete_time = arena.message(value) }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension SetPersonalRatingRequest {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.cooking.v1.SetPersonalRatingRequest", smartcooking__cooking__v1__set_personal_rating_request__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Cooking__V1__SetPersonalRatingRequest.self)
    unsafe self.userId = copier.string(c.pointee.user_id)
    unsafe self.recipeId = copier.string(c.pointee.recipe_id)
    if unsafe c.pointee.has_stars != 0 { unsafe self.stars = c.pointee.stars }
    unsafe self.version = c.pointee.version
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Cooking__V1__SetPersonalRatingRequest.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__cooking__v1__set_personal_rating_request__type()
    if !self.userId.isEmpty {
      unsafe c.pointee.has_user_id = 1
      unsafe c.pointee.user_id = arena.string(self.userId)
    }
    if !self.recipeId.isEmpty {
      unsafe c.pointee.has_recipe_id = 1
      unsafe c.pointee.recipe_id = arena.string(self.recipeId)
    }
    if let value = self.stars {
      unsafe c.pointee.has_stars = 1
      unsafe c.pointee.stars = value
    }
    if self.version != 0 {
      unsafe c.pointee.has_version = 1
      unsafe c.pointee.version = self.version
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension SetPersonalRatingResponse {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.cooking.v1.SetPersonalRatingResponse", smartcooking__cooking__v1__set_personal_rating_response__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Cooking__V1__SetPersonalRatingResponse.self)
    unsafe self.applied = c.pointee.applied != 0
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Cooking__V1__SetPersonalRatingResponse.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__cooking__v1__set_personal_rating_response__type()
    if self.applied {
      unsafe c.pointee.has_applied = 1
      unsafe c.pointee.applied = self.applied ? 1 : 0
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension EraseCookingDataRequest {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.cooking.v1.EraseCookingDataRequest", smartcooking__cooking__v1__erase_cooking_data_request__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Cooking__V1__EraseCookingDataRequest.self)
    unsafe self.userId = copier.string(c.pointee.user_id)
    unsafe self.ratingVersion = c.pointee.rating_version
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Cooking__V1__EraseCookingDataRequest.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__cooking__v1__erase_cooking_data_request__type()
    if !self.userId.isEmpty {
      unsafe c.pointee.has_user_id = 1
      unsafe c.pointee.user_id = arena.string(self.userId)
    }
    if self.ratingVersion != 0 {
      unsafe c.pointee.has_rating_version = 1
      unsafe c.pointee.rating_version = self.ratingVersion
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension EraseCookingDataResponse {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.cooking.v1.EraseCookingDataResponse", smartcooking__cooking__v1__erase_cooking_data_response__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Cooking__V1__EraseCookingDataResponse.self)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Cooking__V1__EraseCookingDataResponse.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__cooking__v1__erase_cooking_data_response__type()
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}
