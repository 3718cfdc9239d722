/// A JSON document, as services of AWS speak it.
///
/// Numbers keep the text they came in, so that no digit is lost; names compare by their bytes.
package enum JSON: Sendable, Equatable {
  package struct Member: Sendable {
    package let name: String
    package let value: JSON

    package init(name: String, value: JSON) {
      self.name = name
      self.value = value
    }
  }

  case object([Member])
  case array([JSON])
  case string(String)
  case number(String)
  case bool(Bool)
  case null
}

extension JSON.Member: Equatable {
  package static func == (left: Self, right: Self) -> Bool {
    left.name.utf8.elementsEqual(right.name.utf8) && left.value == right.value
  }
}

extension JSON {
  /// The first member of that name; nil also when this is no object.
  package subscript(name: String) -> JSON? {
    members?.first { $0.name.utf8.elementsEqual(name.utf8) }?.value
  }

  package var members: [Member]? { if case .object(let members) = self { members } else { nil } }
  package var elements: [JSON]? { if case .array(let elements) = self { elements } else { nil } }
  package var string: String? { if case .string(let text) = self { text } else { nil } }
  package var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
  package var double: Double? { if case .number(let text) = self { Double(text) } else { nil } }
  package var int: Int? { if case .number(let text) = self { Int(text) } else { nil } }
}
