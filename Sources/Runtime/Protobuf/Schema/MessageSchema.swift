/// A message as declared.
///
/// Messages refer to each other in circles, so the registry makes all of them first and completes
/// them after; they live as long as the process.
@usableFromInline
package final class MessageSchema: @unchecked Sendable {
  // SAFETY: written once by `complete`, before the registry that makes it is visible to anyone.
  package let fullName: String
  /// Names of the messages it is nested in, outermost first, and its own.
  package let path: [String]
  package let file: Int
  package let isMapEntry: Bool
  package let comment: String
  package let options: SchemaOptions
  /// Names of the oneofs; `optional` fields have none here.
  package let oneofs: [String]
  let index: Int
  let wellKnownType: WellKnownType?

  /// In the order of the declaration.
  package private(set) var fields: [FieldSchema] = []
  private var positionOfNumber: [Int: Int] = [:]
  private var positionOfName: [ExactText: Int] = [:]

  package var name: String { path.last ?? "" }

  init(_ declaration: MessageDeclaration, index: Int) {
    fullName = declaration.fullName
    path = declaration.path
    file = declaration.file
    isMapEntry = declaration.isMapEntry
    comment = declaration.comment
    options = declaration.options
    oneofs = declaration.oneofs
    self.index = index
    wellKnownType = WellKnownType(declaration.fullName)
  }

  func complete(_ fields: [FieldSchema]) {
    self.fields = fields
    for (position, field) in fields.enumerated() {
      positionOfNumber[field.number] = position
      positionOfName[ExactText(field.name)] = position
    }
    // The JSON name of one field may be the declared name of another, which comes first.
    for (position, field) in fields.enumerated() {
      let name = ExactText(field.jsonName)
      if positionOfName[name] == nil { positionOfName[name] = position }
    }
  }

  package func field(number: Int) -> FieldSchema? {
    positionOfNumber[number].map { fields[$0] }
  }

  /// The field with this name, as declared or as JSON writes it.
  package func field(named name: String) -> FieldSchema? {
    position(named: name).map { fields[$0] }
  }

  func position(number: Int) -> Int? { positionOfNumber[number] }
  func position(named name: String) -> Int? { positionOfName[ExactText(name)] }
}

/// An enum as declared.
package final class EnumSchema: Sendable {
  package struct Value: Sendable {
    package let name: String
    package let number: Int32
    package let comment: String
  }

  package let fullName: String
  package let path: [String]
  package let file: Int
  /// In the order of the declaration, aliases included.
  package let values: [Value]
  package let comment: String
  private let nameOfNumber: [Int32: String]
  private let numberOfName: [ExactText: Int32]

  package var name: String { path.last ?? "" }

  init(fullName: String, path: [String], file: Int, values: [Value], comment: String) {
    self.fullName = fullName
    self.path = path
    self.file = file
    self.values = values
    self.comment = comment
    nameOfNumber = Dictionary(values.map { ($0.number, $0.name) }) { first, _ in first }
    numberOfName = Dictionary(values.map { (ExactText($0.name), $0.number) }) { first, _ in first
    }
  }

  package func name(of number: Int32) -> String? { nameOfNumber[number] }
  package func number(of name: String) -> Int32? { numberOfName[ExactText(name)] }
}
