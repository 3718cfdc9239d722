/// What forgetting people allows itself.
enum ErasureLimits {
  /// Between rounds over the wishes that wait for a service.
  static let round: Duration = .seconds(5)
  /// Wishes and ratings read at once.
  static let pageRows = 50
  /// A service that takes longer is asked again in the next round.
  static let callTimeout: Duration = .seconds(3)
  /// An index may lag behind what was written before a wish; a second is much, this is beyond all.
  static let indexLag: Duration = .seconds(60)
  /// Looks at the ratings of somebody who goes on rating while being forgotten.
  static let looksMax = 20
}
