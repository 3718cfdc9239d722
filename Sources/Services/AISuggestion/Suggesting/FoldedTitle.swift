import Contracts
import VietnameseText

/// A recipe's title as it is compared with others: without case and marks, in both languages.
struct FoldedTitle: Sendable, Equatable {
  private let vietnamese: [UInt16]
  private let english: [UInt16]

  init(_ title: LocalizedText?) {
    vietnamese = FoldedName(title?.vi ?? "").units
    english = FoldedName(title?.en ?? "").units
  }

  /// Whether the two name nearly the same dish: similarity above 0.8.
  ///
  /// In every language that both have: `gà kho gừng` and `cá kho gừng` are one letter apart
  /// without marks, ginger-braised chicken and fish are not.
  func isNear(_ other: FoldedTitle) -> Bool {
    let pairs = pairs(with: other)
    return !pairs.isEmpty && pairs.allSatisfy(Self.areNear)
  }

  /// Whether the two are equal in every language that both have.
  func isSame(_ other: FoldedTitle) -> Bool {
    let pairs = pairs(with: other)
    return !pairs.isEmpty && pairs.allSatisfy { $0 == $1 }
  }

  private func pairs(with other: FoldedTitle) -> [([UInt16], [UInt16])] {
    [(vietnamese, other.vietnamese), (english, other.english)].filter {
      !$0.0.isEmpty && !$0.1.isEmpty
    }
  }

  /// Similarity is 1 - edits / length of the longer one, in whole numbers.
  private static func areNear(_ left: [UInt16], _ right: [UInt16]) -> Bool {
    let length = max(left.count, right.count)
    let editsMax = (length - 1) / 5
    guard abs(left.count - right.count) <= editsMax else { return false }
    return EditDistance(to: left).distance(right.span, atMost: editsMax) != nil
  }
}
