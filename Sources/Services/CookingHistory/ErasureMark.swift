import SingleTable

/// Says that a user was forgotten, so that news of before bring nothing back.
struct ErasureMark: Equatable {
  let user: String
  /// Versions of ratings of before are not above it.
  let ratingVersion: Int64
  /// Epoch seconds.
  let at: Int64

  private static let version = AttributePath("ratingVersion")

  /// Holds for a rating that was given after its user was forgotten, if that ever was.
  static func permits(_ rating: PersonalRating) -> Condition {
    .notExists(version) || .less(version, .int(rating.version))
  }

  /// Holds unless there is a mark of later.
  var isNew: Condition {
    .notExists(Self.version) || .lessOrEqual(Self.version, .int(ratingVersion))
  }

  static func key(user: String) -> Key { Key(CookingKey.partition(user), "ERASED") }

  func item() -> Item {
    Item(
      Self.key(user: user),
      [
        "ratingVersion": .int(ratingVersion),
        AttributeName.ttl: .int(at + Limits.erasureMarkSeconds),
      ]
    )
  }
}
