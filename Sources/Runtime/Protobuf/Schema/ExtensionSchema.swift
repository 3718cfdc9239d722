/// An extension as declared: a field that one file adds to a message of another.
package struct ExtensionSchema: Sendable, Equatable {
  package let fullName: String
  /// Full name of the message it extends.
  package let extendee: String
  package let number: Int
  package let file: Int
}
