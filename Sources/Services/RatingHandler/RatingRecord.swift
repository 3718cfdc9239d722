import SingleTable

/// What one person thinks of a recipe.
///
/// A rating that was taken back stays as its version for a while, so that the next one of the same
/// person is never older than it.
struct RatingRecord: Equatable {
  enum Verification: String, Sendable {
    /// The rater had completed a session of the recipe.
    case cooked
    /// The rater had not.
    case notCooked
    /// Nobody could say; the outbox goes on asking. Counts as not cooked until then.
    case unknown
  }

  let recipeID: String
  let user: String
  /// 1 to 5.
  let stars: Int
  let comment: String
  var verification: Verification
  /// The rater wrote the recipe, or had it generated.
  let isAuthor: Bool
  /// Milliseconds since 1970.
  let createdAt: Int64
  let updatedAt: Int64
  /// Above 0, and higher with every change of this person's rating of this recipe.
  let version: Int64

  /// Helps to decide whether the recipe joins the cookbook.
  var counts: Bool { verification == .cooked && !isAuthor }
}

// MARK: - Changing it

extension RatingRecord {
  /// What a rating is made of.
  struct Input: Equatable {
    let recipeID: String
    let user: String
    let stars: Int
    let comment: String
    let verification: Verification
    let isAuthor: Bool
  }

  /// The rating after this input, in the place of what is known of the same person.
  init(_ input: Input, replacing known: Known?, at now: Int64) {
    recipeID = input.recipeID
    user = input.user
    stars = input.stars
    comment = input.comment
    // Who had cooked it then has cooked it still.
    verification =
      input.verification == .unknown && known?.rating?.verification == .cooked
      ? .cooked : input.verification
    isAuthor = input.isAuthor
    updatedAt = now
    createdAt = known?.rating?.createdAt ?? now
    version = Self.version(after: known?.version, at: now)
  }

  /// Higher than the one before, and than any that was forgotten, unless the clock stepped back
  /// further than `TakenBack.lifeSeconds`.
  static func version(after known: Int64?, at now: Int64) -> Int64 {
    max((known ?? 0) + 1, now)
  }

  /// What the table knows of one person and recipe.
  enum Known: Equatable {
    case rated(RatingRecord)
    case takenBack(TakenBack)

    var rating: RatingRecord? {
      if case .rated(let rating) = self { rating } else { nil }
    }

    var version: Int64 {
      switch self {
      case .rated(let rating): rating.version
      case .takenBack(let mark): mark.version
      }
    }

    /// Milliseconds since 1970.
    var changedAt: Int64 {
      switch self {
      case .rated(let rating): rating.updatedAt
      case .takenBack(let mark): mark.takenBackAt
      }
    }

    func isTakenBack(by request: String) -> Bool {
      if case .takenBack(let mark) = self { mark.request == request } else { false }
    }
  }

  /// Holds while the table knows this of a person and recipe.
  ///
  /// A verification that comes later changes what a rating counts for, not its version.
  static func unchanged(_ known: Known?) -> Condition {
    let sameVersion = Condition.version(known.map { Int($0.version) })
    guard let rating = known?.rating else { return sameVersion }
    return sameVersion && .equal("verification", .string(rating.verification.rawValue))
  }

  /// The mark of a rating that was taken back.
  struct TakenBack: Equatable {
    static let lifeSeconds: Int64 = 30 * 24 * 60 * 60
    let recipeID: String
    let user: String
    let version: Int64
    /// Epoch seconds.
    let ttl: Int64
    /// Milliseconds since 1970.
    let takenBackAt: Int64
    /// The request that took it back, so that a retry of it is known.
    let request: String

    init(_ rating: RatingRecord, by request: String, at now: Int64) {
      recipeID = rating.recipeID
      user = rating.user
      version = RatingRecord.version(after: rating.version, at: now)
      ttl = now / 1_000 + Self.lifeSeconds
      takenBackAt = now
      self.request = request
    }
  }
}

// MARK: - As an item

extension RatingRecord: ItemRecord {
  static let sortPrefix = "USER#"
  /// Only a rating that stands has stars.
  static let stands = Condition.exists("stars")

  static func key(recipe: String, user: String) -> Key {
    Key(RatingKey.partition(recipe), sortPrefix + user)
  }

  init(_ reader: ItemReader) throws(TableError) {
    recipeID = try reader.string("recipe")
    user = try reader.string("user")
    stars = try reader.int("stars")
    comment = try reader.optionalString("comment") ?? ""
    verification = try reader.value("verification", "a verification") {
      $0.stringValue.flatMap(Verification.init)
    }
    isAuthor = try reader.bool("isAuthor")
    createdAt = Int64(try reader.int("createdAt"))
    updatedAt = Int64(try reader.int("updatedAt"))
    version = Int64(try reader.int(AttributeName.version))
  }

  func item() -> Item {
    var item = Item(Self.key(recipe: recipeID, user: user))
    item["recipe"] = .string(recipeID)
    item["user"] = .string(user)
    item["stars"] = .int(stars)
    item["comment"] = comment.isEmpty ? nil : .string(comment)
    item["verification"] = .string(verification.rawValue)
    item["isAuthor"] = .bool(isAuthor)
    item["createdAt"] = .int(createdAt)
    item["updatedAt"] = .int(updatedAt)
    item[AttributeName.version] = .int(version)
    item.setIndex(
      .gsi1,
      partition: RatingKey.ratings(of: user),
      sort: "\(RatingKey.sortable(updatedAt))#\(recipeID)"
    )
    return item
  }
}

extension RatingRecord.TakenBack {
  func item() -> Item {
    var item = Item(RatingRecord.key(recipe: recipeID, user: user))
    item["recipe"] = .string(recipeID)
    item["user"] = .string(user)
    item[AttributeName.version] = .int(version)
    item[AttributeName.ttl] = .int(ttl)
    item["takenBackAt"] = .int(takenBackAt)
    item["request"] = .string(request)
    // Listed with the person's ratings, so that it is found when the person is to be forgotten.
    item.setIndex(
      .gsi1,
      partition: RatingKey.ratings(of: user),
      sort: "\(RatingKey.sortable(takenBackAt))#\(recipeID)"
    )
    return item
  }

  init(_ reader: ItemReader) throws(TableError) {
    recipeID = try reader.string("recipe")
    user = try reader.string("user")
    version = Int64(try reader.int(AttributeName.version))
    ttl = Int64(try reader.int(AttributeName.ttl))
    takenBackAt = Int64(try reader.int("takenBackAt"))
    request = try reader.optionalString("request") ?? ""
  }
}

extension RatingRecord.Known {
  init?(_ item: Item?) throws(TableError) {
    guard let item else { return nil }
    self =
      RatingRecord.stands.evaluate(item)
      ? .rated(try RatingRecord(ItemReader(item)))
      : .takenBack(try RatingRecord.TakenBack(ItemReader(item)))
  }
}
