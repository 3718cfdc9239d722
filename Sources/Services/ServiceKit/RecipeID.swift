/// The form of a recipe's id: a slug of the cookbook (`thit-kho-trung`) or a UUIDv7.
package enum RecipeID {
  private static let bytesMax = 100

  /// False for a text that no recipe can have as its id.
  ///
  /// Asked before an id from outside becomes part of a key, so that it never holds a separator.
  package static func isPossible(_ text: String) -> Bool {
    (1...bytesMax).contains(text.utf8.count)
      && text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
          UInt8(ascii: "-"), UInt8(ascii: "_"):
          true
        default: false
        }
      }
  }
}
