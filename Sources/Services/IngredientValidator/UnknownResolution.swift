import SingleTable

/// What an admin decides that a name is.
enum UnknownResolution: Sendable, Equatable {
  /// A food of its own.
  case new(Food)
  /// Another name of the food with this id.
  case alias(of: String)
  /// Nothing to cook with.
  case ignored(reason: String)

  static let reasonCharactersMax = 500

  /// The food that has the name then.
  var foodID: String? {
    switch self {
    case .new(let food): food.id
    case .alias(let id): id
    case .ignored: nil
    }
  }
}

extension UnknownResolution {
  /// What the decision writes beside the report: the food, and that the list has changed.
  ///
  /// `alias` is the name as it was typed.
  func writes(naming alias: String) -> [Write] {
    switch self {
    case .new(var food):
      if !food.isCalled(alias) { food.addedAliases = [alias] }
      return [.put(food.item(), if: .itemNotExists), IngredientStore.changed(createdCount: 1)]
    case .alias(let id):
      return [IngredientStore.add(alias, to: id), IngredientStore.changed(createdCount: 0)]
    case .ignored: return []
    }
  }
}

extension UnknownReport {
  /// Takes the report from those that wait; fails when it waits no more.
  func decide(_ resolution: UnknownResolution, by admin: String, at milliseconds: Int64) -> Write {
    var update = Update()
      .set("state", .string(State.decided.rawValue))
      .set("decidedBy", .string(admin))
      .set("decidedAt", .int(milliseconds))
      .clearIndex(.gsi1)
      .set("food", orRemove: resolution.foodID.map { .string($0) })
    if case .ignored(let reason) = resolution, !reason.isEmpty {
      update = update.set("reason", .string(reason))
    }
    return .update(
      UnknownReportStore.summaryKey(name),
      update,
      if: .equal("state", .string(State.pending.rawValue))
    )
  }

  /// The name as it becomes an alias: as it was first typed, with single spaces.
  var alias: String {
    sample.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
