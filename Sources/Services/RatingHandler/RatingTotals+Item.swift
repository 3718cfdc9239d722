import SingleTable

extension RatingTotals {
  /// Nil: nobody has rated the recipe yet.
  init(_ item: Item?) throws(TableError) {
    self.init()
    guard let item else { return }
    let reader = ItemReader(item)
    count = try reader.optionalInt("count") ?? 0
    sum = try reader.optionalInt("sum") ?? 0
    for index in byStars.indices {
      byStars[index] = try reader.optionalInt(Self.starsAttribute(index)) ?? 0
    }
    verifiedCount = try reader.optionalInt("verifiedCount") ?? 0
    verifiedSum = try reader.optionalInt("verifiedSum") ?? 0
    version = Int64(try reader.int(AttributeName.version))
    approval = Approval(
      state: try reader.value("approval", "an approval") {
        $0.stringValue.flatMap(Approval.State.init)
      },
      decider: try reader.value("decider", "a decider") {
        $0.stringValue.flatMap(Approval.Decider.init)
      }
    )
  }

  static func starsAttribute(_ index: Int) -> String { "stars\(index + 1)" }
}

// MARK: - Writing a change

extension RatingTotals {
  /// Adds a change to the totals of a recipe, and takes the decision that it brings about.
  ///
  /// The write goes through only while the decision is the right one for the numbers that it meets,
  /// whatever others added since they were read: so an approval happens in the transaction of the
  /// very rating that earns it, and once. `initial` is the approval of a recipe without totals.
  static func write(
    recipe: String,
    _ change: RatingChange,
    deciding decision: ApprovalRule.Decision,
    initial: Approval
  ) -> Write {
    var update = Update().nextVersion()
    let approvalMargin = ApprovalRule.approvalMargin(
      sum: change.verifiedSum,
      count: change.verifiedCount
    )
    let demotionMargin = ApprovalRule.demotionMargin(sum: change.sum, count: change.count)
    let numbers: [(String, Int)] =
      [
        ("count", change.count), ("sum", change.sum), ("verifiedCount", change.verifiedCount),
        ("verifiedSum", change.verifiedSum),
        // Of the numbers above: a condition compares, and cannot calculate.
        ("approvalMargin", approvalMargin), ("demotionMargin", demotionMargin),
      ] + change.byStars.enumerated().map { (starsAttribute($0), $1) }
    // Also what adds 0: a condition on a number that is not there never holds.
    for (name, delta) in numbers { update = update.add(AttributePath(name), Number(delta)) }
    let approves = Condition.and([
      .equal("approval", "pending"), .equal("decider", "ratings"),
      .greaterOrEqual(
        "verifiedCount",
        .int(ApprovalRule.verifiedCountMin - change.verifiedCount)
      ),
      .greaterOrEqual("approvalMargin", .int(-approvalMargin)),
    ])
    let rejects = Condition.and([
      .equal("approval", "approved"), .equal("decider", "ratings"),
      .greaterOrEqual("count", .int(ApprovalRule.demotionCountMin - change.count)),
      .less("demotionMargin", .int(-demotionMargin)),
    ])
    let condition: Condition
    switch decision {
    case .stays:
      update = update.setIfNotExists("approval", .string(initial.state.rawValue))
        .setIfNotExists("decider", .string(initial.decider.rawValue))
      condition = !approves && !rejects
    case .approves:
      update = update.set("approval", "approved")
      condition = approves
    case .rejects:
      update = update.set("approval", "rejected")
      condition = rejects
    }
    return .update(RatingKey.totals(recipe), update, if: condition)
  }

  /// Decides by hand.
  static func override(
    recipe: String,
    _ approval: Approval,
    by admin: String,
    reason: String
  ) -> Write {
    .update(
      RatingKey.totals(recipe),
      Update().nextVersion()
        .set("approval", .string(approval.state.rawValue))
        .set("decider", .string(approval.decider.rawValue))
        .set("decidedBy", .string(admin))
        .set("reason", orRemove: reason.isEmpty ? nil : .string(reason))
    )
  }
}
