// Written by protoc-gen-smart-cooking from smartcooking/rating/v1/rating.proto. Do not edit.
// swift-format-ignore-file

import CContracts
import CProtobufC
package import Protobuf

/// What one person thinks of a recipe; there is one for each user and recipe. Who it was is not
/// told.
package struct Rating: Message {
  /// The recipe.
  package var recipeId: String = ""

  /// 1 (poor) to 5 (wonderful).
  package var stars: Int32 = 0

  /// Up to 500 characters; may be empty.
  package var comment: String = ""

  /// The rater had completed a session of this recipe.
  package var verified: Bool = false

  /// Given by the caller.
  package var mine: Bool = false

  /// First rating.
  package var createTime: Google_Protobuf_Timestamp?

  /// Latest change; the create time if there was none.
  package var updateTime: Google_Protobuf_Timestamp?

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    recipeId: String = "",
    stars: Int32 = 0,
    comment: String = "",
    verified: Bool = false,
    mine: Bool = false,
    createTime: Google_Protobuf_Timestamp? = nil,
    updateTime: Google_Protobuf_Timestamp? = nil
  ) {
    self.recipeId = recipeId
    self.stars = stars
    self.comment = comment
    self.verified = verified
    self.mine = mine
    self.createTime = createTime
    self.updateTime = updateTime
  }
}

/// What all raters think of a recipe together. Sum, counts and approval change in one transaction
/// with the rating that moves them.
package struct RatingSummary: Message {
  /// The recipe.
  package var recipeId: String = ""

  /// Mean stars, rounded to one decimal, halves up; absent when there is no rating.
  package var average: Double?

  /// Ratings.
  package var count: Int32 = 0

  /// Sum of their stars.
  package var sum: Int32 = 0

  /// Ratings of people who completed a session of the recipe, its author not among them.
  package var verifiedCount: Int32 = 0

  /// Ratings for each number of stars, 1 to 5; a number that nobody gave is not among the keys.
  package var countByStars: [Int32: Int32] = [:]

  /// Whether the recipe belongs to the cookbook; unspecified while nobody has rated it and no admin
  /// has decided.
  package var approval: ApprovalState = ApprovalState()

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    recipeId: String = "",
    average: Double? = nil,
    count: Int32 = 0,
    sum: Int32 = 0,
    verifiedCount: Int32 = 0,
    countByStars: [Int32: Int32] = [:],
    approval: ApprovalState = ApprovalState()
  ) {
    self.recipeId = recipeId
    self.average = average
    self.count = count
    self.sum = sum
    self.verifiedCount = verifiedCount
    self.countByStars = countByStars
    self.approval = approval
  }
}

extension Rating {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.rating.v1.Rating", smartcooking__rating__v1__rating__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Rating__V1__Rating.self)
    unsafe self.recipeId = copier.string(c.pointee.recipe_id)
    unsafe self.stars = c.pointee.stars
    unsafe self.comment = copier.string(c.pointee.comment)
    unsafe self.verified = c.pointee.verified != 0
    unsafe self.mine = c.pointee.mine != 0
    unsafe self.createTime = copier.message(c.pointee.create_time)
    unsafe self.updateTime = copier.message(c.pointee.update_time)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Rating__V1__Rating.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__rating__v1__rating__type()
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
    if self.verified {
      unsafe c.pointee.has_verified = 1
      unsafe c.pointee.verified = self.verified ? 1 : 0
    }
    if self.mine {
      unsafe c.pointee.has_mine = 1
      unsafe c.pointee.mine = self.mine ? 1 : 0
    }
    if let value = self.createTime { unsafe c.pointee.create_time = arena.message(value) }
    if let value = self.updateTime { unsafe c.pointee.update_time = arena.message(value) }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension RatingSummary {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.rating.v1.RatingSummary", smartcooking__rating__v1__rating_summary__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Rating__V1__RatingSummary.self)
    unsafe self.recipeId = copier.string(c.pointee.recipe_id)
    if unsafe c.pointee.has_average != 0 { unsafe self.average = c.pointee.average }
    unsafe self.count = c.pointee.count
    unsafe self.sum = c.pointee.sum
    unsafe self.verifiedCount = c.pointee.verified_count
    unsafe self.countByStars = copier.map(c.pointee.n_count_by_stars, c.pointee.count_by_stars) { entry, copier in
      unsafe (entry.key, entry.value)
    }
    unsafe self.approval = ApprovalState(rawValue: c.pointee.approval)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Rating__V1__RatingSummary.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__rating__v1__rating_summary__type()
    if !self.recipeId.isEmpty {
      unsafe c.pointee.has_recipe_id = 1
      unsafe c.pointee.recipe_id = arena.string(self.recipeId)
    }
    if let value = self.average {
      unsafe c.pointee.has_average = 1
      unsafe c.pointee.average = value
    }
    if self.count != 0 {
      unsafe c.pointee.has_count = 1
      unsafe c.pointee.count = self.count
    }
    if self.sum != 0 {
      unsafe c.pointee.has_sum = 1
      unsafe c.pointee.sum = self.sum
    }
    if self.verifiedCount != 0 {
      unsafe c.pointee.has_verified_count = 1
      unsafe c.pointee.verified_count = self.verifiedCount
    }
    if !self.countByStars.isEmpty {
      unsafe c.pointee.n_count_by_stars = self.countByStars.count
      unsafe c.pointee.count_by_stars = arena.map(self.countByStars) { key, value, entry, arena in
        unsafe entry.base.descriptor = smartcooking__rating__v1__rating_summary__count_by_stars_entry__type()
        unsafe entry.has_key = 1
        unsafe entry.key = key
        unsafe entry.has_value = 1
        unsafe entry.value = value
      }
    }
    if self.approval.rawValue != 0 {
      unsafe c.pointee.has_approval = 1
      unsafe c.pointee.approval = self.approval.rawValue
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}
