/// Why wire bytes are not a message.
@usableFromInline
package struct DecodeError: Error, Equatable, CustomStringConvertible {
  package enum Rule: String, Sendable, Error {
    case truncated = "ends in the middle of a field"
    case invalidVarint = "holds a varint of more than ten bytes"
    case invalidTag = "holds a field number or wire type that does not exist"
    case invalidLength = "holds a length that points past its end"
    case unmatchedGroup = "holds a group that is not closed by its own end"
    case invalidPacked = "holds a packed array that is cut inside an element"
    case invalidUTF8 = "holds a string that is not UTF-8"
    case tooDeep = "is nested too deep"
    case tooManyElements = "has too many elements"
    case overBudget = "needs more memory than a message may"
  }

  package let rule: Rule
  /// Full name of the message that was decoded.
  package let message: String
  /// Byte at which the rule was broken, where the scan knows it.
  package let offset: Int?

  package init(_ rule: Rule, message: String, offset: Int? = nil) {
    self.rule = rule
    self.message = message
    self.offset = offset
  }

  @usableFromInline
  package var description: String {
    let place = offset.map { " at byte \($0)" } ?? ""
    return "\(message) \(rule.rawValue)\(place)"
  }
}
