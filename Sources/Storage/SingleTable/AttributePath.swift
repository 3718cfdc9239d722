/// Where a condition or an update looks: an attribute, or a place inside its lists and maps.
///
/// A string literal is always one attribute's whole name; dots are not split:
/// `"title"`, `AttributePath("title").field("vi")`, `AttributePath("steps").at(0)`.
package struct AttributePath: Sendable {
  package enum Step: Sendable, Equatable {
    case field(String)
    case at(Int)

    package static func == (left: Step, right: Step) -> Bool {
      switch (left, right) {
      case (.field(let a), .field(let b)): String.areSame(a, b)
      case (.at(let a), .at(let b)): a == b
      default: false
      }
    }
  }

  package let name: String
  package private(set) var steps: [Step] = []

  package init(_ name: String) { self.name = name }

  package func field(_ name: String) -> AttributePath { appending(.field(name)) }
  package func at(_ index: Int) -> AttributePath { appending(.at(index)) }

  private func appending(_ step: Step) -> AttributePath {
    var path = self
    path.steps.append(step)
    return path
  }

  /// Whether one path is the other or lies inside it.
  package func overlaps(_ other: AttributePath) -> Bool {
    String.areSame(name, other.name) && zip(steps, other.steps).allSatisfy { $0 == $1 }
  }
}

extension AttributePath: Equatable {
  package static func == (left: AttributePath, right: AttributePath) -> Bool {
    String.areSame(left.name, right.name) && left.steps == right.steps
  }
}

extension AttributePath: ExpressibleByStringLiteral, CustomStringConvertible {
  package init(stringLiteral value: String) { self.init(value) }

  package var description: String {
    steps.reduce(name) { text, step in
      switch step {
      case .field(let name): "\(text).\(name)"
      case .at(let index): "\(text)[\(index)]"
      }
    }
  }
}

extension Item {
  package func value(at path: AttributePath) -> AttributeValue? {
    var value = self[path.name]
    for step in path.steps {
      switch (step, value) {
      case (.field(let name), .map(let map)?): value = map[name]
      case (.at(let index), .list(let list)?):
        value = list.indices.contains(index) ? list[index] : nil
      default: return nil
      }
    }
    return value
  }
}
