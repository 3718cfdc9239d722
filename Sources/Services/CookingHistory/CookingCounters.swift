import SingleTable

/// What a user has cooked so far, in numbers that only ever change by addition.
struct CookingCounters: Equatable {
  var sessions = 0
  var completed = 0
  var abandoned = 0
  /// Of the completed sessions together.
  var minutes = 0
  var favorites = 0
  var ratingSum = 0
  var ratings = 0

  /// Minutes of a completed session in the mean, in tenths.
  var averageMinutesTenths: Int? { Self.tenths(of: minutes, over: completed) }

  /// Stars in the mean, in tenths.
  var averageRatingTenths: Int? { Self.tenths(of: ratingSum, over: ratings) }

  /// The mean times ten, halves rounded up; nil over nothing.
  static func tenths(of sum: Int, over count: Int) -> Int? {
    guard count > 0 else { return nil }
    return (20 * sum + count) / (2 * count)
  }
}

// MARK: - What changes them

extension CookingCounters {
  static func started() -> CookingCounters { CookingCounters(sessions: 1) }

  /// The change when a session ends.
  static func ended(_ session: SessionRecord) -> CookingCounters {
    switch session.status {
    case .cooking: CookingCounters()
    case .completed: CookingCounters(completed: 1, minutes: session.end?.minutes ?? 0)
    case .abandoned: CookingCounters(abandoned: 1)
    }
  }

  /// The change when a session is forgotten: all that it ever added.
  static func forgotten(_ session: SessionRecord) -> CookingCounters {
    let ended = ended(session)
    return CookingCounters(
      sessions: -1,
      completed: -ended.completed,
      abandoned: -ended.abandoned,
      minutes: -ended.minutes
    )
  }

  /// The change when the stars for a recipe change; nil is no rating.
  static func rated(from old: Int?, to new: Int?) -> CookingCounters {
    CookingCounters(
      ratingSum: (new ?? 0) - (old ?? 0),
      ratings: (new == nil ? 0 : 1) - (old == nil ? 0 : 1)
    )
  }
}

// MARK: - As an item

extension CookingCounters {
  private typealias Counter = any WritableKeyPath<Self, Int> & Sendable
  private static let attributes: [(name: String, path: Counter)] = [
    ("sessions", \.sessions), ("completed", \.completed), ("abandoned", \.abandoned),
    ("minutes", \.minutes), (favoritesAttribute, \.favorites), ("ratingSum", \.ratingSum),
    ("ratings", \.ratings),
  ]
  static let favoritesAttribute = "favorites"

  static func key(user: String) -> Key { Key(CookingKey.partition(user), "STATS") }

  /// Nil: nothing was counted yet.
  init(_ item: Item?) throws(TableError) {
    self.init()
    guard let item else { return }
    let reader = ItemReader(item)
    for attribute in Self.attributes {
      self[keyPath: attribute.path] = try reader.optionalInt(attribute.name) ?? 0
    }
  }

  /// Adds this change to the user's counters.
  func write(user: String, if condition: Condition? = nil) -> Write {
    var update = Update()
    for attribute in Self.attributes where self[keyPath: attribute.path] != 0 {
      update = update.add(AttributePath(attribute.name), Number(self[keyPath: attribute.path]))
    }
    return .update(Self.key(user: user), update, if: condition)
  }
}
