/// Why JSON text is not a message, or a message has no JSON form.
package struct JSONError: Error, Equatable, CustomStringConvertible {
  /// Where: `ingredients[2].quantity`, as the text writes the names; empty for the whole.
  package let path: String
  /// What has to hold there: `must be a number`.
  package let rule: String

  package init(path: String, rule: String) {
    self.path = path
    self.rule = rule
  }

  package var description: String { path.isEmpty ? rule : "\(path): \(rule)" }
}

/// Where a transcoder stands, to name the place of an error.
struct JSONPath {
  enum Step {
    case field(String)
    case index(Int)
    case key(String)
  }

  private var steps: [Step] = []

  mutating func push(_ step: Step) { steps.append(step) }
  mutating func pop() { steps.removeLast() }

  func error(_ rule: String) -> JSONError {
    var path = ""
    for step in steps {
      switch step {
      case .field(let name): path += path.isEmpty ? Self.short(name) : "." + Self.short(name)
      case .index(let index): path += "[\(index)]"
      case .key(let key): path += "[\"\(Self.short(key))\"]"
      }
    }
    return JSONError(path: path, rule: rule)
  }

  /// A name that the text made up may be as long as the text; no declared one is this long.
  private static func short(_ name: String) -> String {
    name.utf8.count <= 64 ? name : String(name.unicodeScalars.prefix(60)) + "…"
  }
}
