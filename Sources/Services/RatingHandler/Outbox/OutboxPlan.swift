/// What is to be done for one recipe, from its rows of the outbox.
struct OutboxPlan: Equatable {
  let recipeID: String
  private(set) var verifications: [OutboxRow] = []
  /// The newest news of each rater.
  private(set) var ratings: [OutboxRow] = []
  /// Rows that one call with the totals settles.
  private(set) var totals: [OutboxRow] = []
  /// Ratings that a newer one has overtaken: nothing to do for them.
  private(set) var overtaken: [OutboxRow] = []

  /// A plan for each recipe among the rows that are due, in the order in which they first appear.
  static func plans(for rows: [OutboxRow], at now: Int64) -> [OutboxPlan] {
    var plans: [OutboxPlan] = []
    var places: [String: Int] = [:]
    for row in rows where row.notBefore <= now {
      let place = places[row.recipeID] ?? plans.count
      if place == plans.count {
        places[row.recipeID] = place
        plans.append(OutboxPlan(recipeID: row.recipeID))
      }
      plans[place].add(row)
    }
    return plans
  }

  private init(recipeID: String) { self.recipeID = recipeID }

  private mutating func add(_ row: OutboxRow) {
    switch row.delivery {
    case .totals: totals.append(row)
    case .verification: verifications.append(row)
    case .rating(let user, _, let version):
      let known = ratings.firstIndex {
        if case .rating(user, _, _) = $0.delivery { true } else { false }
      }
      guard let known, case .rating(_, _, let other) = ratings[known].delivery else {
        ratings.append(row)
        return
      }
      overtaken.append(version > other ? ratings[known] : row)
      if version > other { ratings[known] = row }
    }
  }
}
