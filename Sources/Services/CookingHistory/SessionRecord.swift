import SingleTable

/// Somebody cooks a recipe once, from a snapshot of it.
///
///     cooking --complete--> completed
///        |
///        +-----abandon----> abandoned
struct SessionRecord: Equatable {
  enum Status: String, Sendable {
    case cooking, completed, abandoned
  }

  struct End: Equatable {
    /// Milliseconds since 1970.
    let at: Int64
    /// Whole minutes since the start.
    let minutes: Int
  }

  let user: String
  let id: String
  let recipeID: String
  let recipeTitle: String
  /// Milliseconds since 1970.
  let startedAt: Int64
  private(set) var status: Status
  /// Nil while cooking.
  private(set) var end: End?
  /// The serialized `RecipeSnapshot`; nil when the record was read for a list.
  let snapshot: [UInt8]?

  /// A session that begins.
  init(
    user: String,
    id: String,
    recipeID: String,
    recipeTitle: String,
    snapshot: [UInt8],
    startedAt: Int64
  ) {
    self.user = user
    self.id = id
    self.recipeID = recipeID
    self.recipeTitle = recipeTitle
    self.snapshot = snapshot
    self.startedAt = startedAt
    self.status = .cooking
  }

  /// The session after it ended; a clock that stepped back gives 0 minutes.
  ///
  /// - Precondition: `status` is not `cooking`.
  func ended(as status: Status, at now: Int64) throws(SessionHasEnded) -> SessionRecord {
    precondition(status != .cooking, "a session ends completed or abandoned")
    guard self.status == .cooking else { throw SessionHasEnded(status: self.status) }
    let at = max(now, startedAt)
    var session = self
    session.status = status
    session.end = End(at: at, minutes: Int((at - startedAt) / 60_000))
    return session
  }
}

/// A session ends once.
struct SessionHasEnded: Error, Equatable {
  let status: SessionRecord.Status
}

extension SessionRecord: ItemRecord {
  static let sortPrefix = "SESSION#"
  /// All that a list shows.
  static let listAttributes = [
    "user", "id", "recipe", "title", "status", "startedAt", "endedAt", "minutes",
  ]

  static func key(user: String, id: String) -> Key {
    Key(CookingKey.partition(user), sortPrefix + id)
  }

  init(_ reader: ItemReader) throws(TableError) {
    user = try reader.string("user")
    id = try reader.string("id")
    recipeID = try reader.string("recipe")
    recipeTitle = try reader.string("title")
    startedAt = Int64(try reader.int("startedAt"))
    status = try reader.value("status", "a status") { $0.stringValue.flatMap(Status.init) }
    if status != .cooking {
      end = End(at: Int64(try reader.int("endedAt")), minutes: try reader.int("minutes"))
    }
    snapshot = try reader.optionalBytes("snapshot")
  }

  func item() -> Item {
    var item = Item(Self.key(user: user, id: id))
    item["user"] = .string(user)
    item["id"] = .string(id)
    item["recipe"] = .string(recipeID)
    item["title"] = .string(recipeTitle)
    item["startedAt"] = .int(startedAt)
    item["status"] = .string(status.rawValue)
    item["endedAt"] = end.map { .int($0.at) }
    item["minutes"] = end.map { .int($0.minutes) }
    item["snapshot"] = snapshot.map { .binary($0) }
    item.setIndex(.gsi2, partition: CookingKey.recipe(recipeID, of: user), sort: id)
    return item
  }
}
