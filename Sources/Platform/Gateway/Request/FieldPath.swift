import Protobuf

/// A field of a request, reached through messages: `preferences.age_band`.
struct FieldPath: Sendable {
  /// From the request inwards; all but the last are single messages.
  let fields: [FieldSchema]

  /// Deeper paths are refused: no contract nests further, and each level costs work.
  static let depthMax = 16

  /// As errors name it: by the names of the contract.
  var name: String { fields.map(\.name).joined(separator: ".") }

  /// A member of the path that may take a value from text: the innermost field.
  var leaf: FieldSchema { fields[fields.count - 1] }

  /// Finds the fields by their declared or JSON names; the error says which part fails and why.
  init(_ path: String, in message: MessageSchema) throws(Failure) {
    var fields: [FieldSchema] = []
    var current: MessageSchema? = message
    let parts = path.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    for part in parts.map({ String(Substring($0)) }) {
      guard let owner = current else { throw Failure("\(fields.last?.name ?? "") has no fields") }
      guard fields.count < Self.depthMax else { throw Failure("is nested too deep") }
      guard let field = owner.field(named: part) else {
        throw Failure("is not a field of \(owner.name)")
      }
      if let last = fields.last, last.isRepeated {
        throw Failure("reaches into \(last.name), which is repeated")
      }
      fields.append(field)
      current = field.message
    }
    self.fields = fields
  }

  /// A rule that the path breaks.
  struct Failure: Error, Equatable {
    let rule: String
    init(_ rule: String) { self.rule = rule }
  }
}
