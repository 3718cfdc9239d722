import Contracts
import Protobuf

extension Rating {
  init(_ record: RatingRecord, caller: String) {
    self.init()
    recipeId = record.recipeID
    stars = Int32(record.stars)
    comment = record.comment
    verified = record.verification == .cooked
    mine = record.user == caller
    createTime = Google_Protobuf_Timestamp(milliseconds: record.createdAt)
    updateTime = Google_Protobuf_Timestamp(milliseconds: record.updatedAt)
  }
}

extension RatingSummary {
  init(_ totals: RatingTotals, recipe: String) {
    self.init()
    recipeId = recipe
    average = totals.averageTenths.map { Double($0) / 10 }
    count = Int32(clamping: totals.count)
    sum = Int32(clamping: totals.sum)
    verifiedCount = Int32(clamping: totals.verifiedCount)
    for (index, count) in totals.byStars.enumerated() where count > 0 {
      countByStars[Int32(index + 1)] = Int32(clamping: count)
    }
    approval = totals.approval.map { ApprovalState($0.state) } ?? .unspecified
  }
}

extension ApplyRatingRequest {
  init(_ totals: RatingTotals, recipe: String) {
    self.init()
    recipeId = recipe
    version = totals.version
    sum = Int32(clamping: totals.sum)
    count = Int32(clamping: totals.count)
    verifiedSum = Int32(clamping: totals.verifiedSum)
    verifiedCount = Int32(clamping: totals.verifiedCount)
    approval = totals.approval.map { ApprovalState($0.state) } ?? .unspecified
  }
}

extension ApprovalState {
  init(_ state: Approval.State) {
    switch state {
    case .pending: self = .pending
    case .approved: self = .approved
    case .rejected: self = .rejected
    }
  }
}

extension Approval.State {
  /// Nil when it is not said, or a number that the contract has no name for.
  init?(_ state: ApprovalState) {
    switch state {
    case .pending: self = .pending
    case .approved: self = .approved
    case .rejected: self = .rejected
    case .unspecified, .unrecognized: return nil
    }
  }
}

extension Approval {
  /// What holds for a recipe before anybody rates it or an admin decides.
  init(initialOf recipe: Recipe) {
    guard recipe.origin != .curated else {
      self.init(state: .approved, decider: .cookbook)
      return
    }
    self.init(state: State(recipe.approval) ?? .pending, decider: .ratings)
  }

  /// An admin's decision; given back, it is the ratings' again, or the cookbook's.
  init(_ state: State, onOverrideOf recipe: Recipe) {
    switch state {
    case .approved, .rejected: self.init(state: state, decider: .admin)
    case .pending where recipe.origin == .curated:
      self.init(state: .approved, decider: .cookbook)
    case .pending: self.init(state: .pending, decider: .ratings)
    }
  }
}

extension Google_Protobuf_Timestamp {
  /// - Parameter milliseconds: since 1970, UTC.
  init(milliseconds: Int64) {
    let (seconds, rest) = milliseconds.quotientAndRemainder(dividingBy: 1_000)
    self.init()
    self.seconds = seconds
    self.nanos = Int32(rest) * 1_000_000
  }
}
