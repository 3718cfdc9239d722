/// When a name is near enough, in whole numbers so that a limit is met exactly.
///
/// The similarity of two names is 1 - edits / characters of the longer one.
enum Similarity {
  /// From here on a clear winner is taken for what was meant: 0.80.
  static func isNear(edits: Int, length: Int) -> Bool { 5 * edits <= length }

  /// From here on a food is worth suggesting: 0.60.
  static func isSuggested(edits: Int, length: Int) -> Bool { 5 * edits <= 2 * length }

  /// Most edits at which a name of this length is still suggested.
  static func editsMax(length: Int) -> Int { 2 * length / 5 }

  /// The longest name that is still suggested for one of this length: every character more is an
  /// edit.
  static func lengthMax(near length: Int) -> Int { 5 * length / 3 }
}
