/// Whether a recipe belongs to the cookbook, and who says so.
struct Approval: Equatable {
  enum State: String, Sendable {
    case pending, approved, rejected
  }

  enum Decider: String, Sendable {
    /// Ratings change it.
    case ratings
    /// It came with the cookbook: no rating changes it.
    case cookbook
    /// Stays until an admin changes it.
    case admin
  }

  let state: State
  let decider: Decider
}

/// Ratings approve a recipe once, and take it out again when many think little of it.
///
///     pending --(1)--> approved --(2)--> rejected
///
/// 1. At least 3 verified raters other than its author give 4 stars in the mean or more.
/// 2. At least 10 raters, verified or not, give less than 3.5 stars in the mean.
///
/// Both in whole numbers, and both only as far as the ratings are what decides.
enum ApprovalRule {
  static let verifiedCountMin = 3
  static let demotionCountMin = 10

  enum Decision: Equatable {
    case stays, approves, rejects
  }

  /// `sum - 4 x count` of verified raters; approved from 0 on.
  static func approvalMargin(sum: Int, count: Int) -> Int { sum - 4 * count }

  /// `2 x sum - 7 x count` of all raters; rejected below 0.
  static func demotionMargin(sum: Int, count: Int) -> Int { 2 * sum - 7 * count }

  /// What the totals mean for the approval that they hold.
  static func decide(_ totals: RatingTotals) -> Decision {
    guard let approval = totals.approval, approval.decider == .ratings else { return .stays }
    switch approval.state {
    case .pending:
      let margin = approvalMargin(sum: totals.verifiedSum, count: totals.verifiedCount)
      return totals.verifiedCount >= verifiedCountMin && margin >= 0 ? .approves : .stays
    case .approved:
      let margin = demotionMargin(sum: totals.sum, count: totals.count)
      return totals.count >= demotionCountMin && margin < 0 ? .rejects : .stays
    case .rejected: return .stays
    }
  }
}

extension Approval {
  func after(_ decision: ApprovalRule.Decision) -> Approval {
    switch decision {
    case .stays: self
    case .approves: Approval(state: .approved, decider: decider)
    case .rejects: Approval(state: .rejected, decider: decider)
    }
  }
}
