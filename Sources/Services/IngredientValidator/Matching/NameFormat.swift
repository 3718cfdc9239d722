import VietnameseText

/// Whether a text can be a name at all.
enum NameFormat {
  static let charactersMin = 2
  static let charactersMax = 100
  /// A character may carry marks and invisible scalars; eight each are more than any name has.
  static let scalarsMax = 8 * charactersMax

  enum Fault: Error, Sendable, Equatable {
    case tooShort
    case tooLong
    case withoutLetter
  }

  /// The folded name, or what is wrong with the text.
  static func check(_ text: String) throws(Fault) -> FoldedName {
    let name = FoldedName(text, scalarsMax: scalarsMax + 1)
    guard name.characterCount <= charactersMax else { throw .tooLong }
    guard text.utf8.count <= scalarsMax || text.unicodeScalars.count <= scalarsMax else {
      throw .tooLong
    }
    guard name.characterCount >= charactersMin else { throw .tooShort }
    guard name.hasLetter else { throw .withoutLetter }
    return name
  }
}
