import AWS
import ItemJSON
import SingleTable

/// The aliases of one request: every name and every value of an expression stands beside it, so
/// that no name is a reserved word and no value is ever parsed.
///
///     "ConditionExpression": "#0 > :0",
///     "ExpressionAttributeNames": {"#0": "stars"},
///     "ExpressionAttributeValues": {":0": {"N": "4"}}
struct ExpressionScope {
  private var names: [String] = []
  private var values: [AttributeValue] = []

  mutating func name(_ name: String) -> String {
    if let index = names.firstIndex(where: { String.areSame($0, name) }) { return "#\(index)" }
    names.append(name)
    return "#\(names.count - 1)"
  }

  mutating func value(_ value: AttributeValue) -> String {
    values.append(value)
    return ":\(values.count - 1)"
  }

  /// `#0.#1[2]`.
  mutating func path(_ path: AttributePath) -> String {
    var text = name(path.name)
    for step in path.steps {
      switch step {
      case .field(let field): text += "." + name(field)
      case .at(let index): text += "[\(index)]"
      }
    }
    return text
  }

  func write(to json: inout JSONWriter) {
    if !names.isEmpty {
      json.name("ExpressionAttributeNames")
      json.object { json in
        for (index, name) in names.enumerated() { json.member("#\(index)", name) }
      }
    }
    if !values.isEmpty {
      json.name("ExpressionAttributeValues")
      json.object { json in
        for (index, value) in values.enumerated() {
          json.name(":\(index)")
          value.write(to: &json)
        }
      }
    }
  }
}
