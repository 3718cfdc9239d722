/// A value that breaks a rule, and which variable or flag it stood in.
package struct ConfigurationError: Error, CustomStringConvertible, Equatable {
  package let variable: String
  package let rule: String

  package var description: String { "\(variable): \(rule)" }
}

/// The rule a value breaks, in words.
struct ConfigurationRule: Error, ExpressibleByStringLiteral {
  let text: String

  init(stringLiteral text: String) { self.text = text }
}

/// The variables of ours, taken out one by one; what is left belongs to the services.
struct Variables {
  private static let prefix = "SMART_COOKING_"
  private var values: [String: String] = [:]

  init(_ environment: [String: String]) {
    for (name, value) in environment where name.hasPrefix(Self.prefix) && !value.isEmpty {
      values[String(name.dropFirst(Self.prefix.count))] = value
    }
  }

  /// `ai-suggestion` is told by `SMART_COOKING_AI_SUGGESTION`.
  static func name(of service: String) -> String {
    service.uppercased().replacing("-", with: "_")
  }

  /// Variables that were not taken, as settings: `SMART_COOKING_MODEL_ID` is `model-id`.
  var rest: [String: String] {
    var settings: [String: String] = [:]
    for (name, value) in values {
      settings[name.lowercased().replacing("_", with: "-")] = value
    }
    return settings
  }

  mutating func take(_ name: String) -> String? {
    values.removeValue(forKey: name)
  }

  mutating func take<Value>(
    _ name: String,
    _ parse: (String) throws(ConfigurationRule) -> Value
  ) throws(ConfigurationError) -> Value? {
    guard let text = values.removeValue(forKey: name) else { return nil }
    do {
      return try parse(text)
    } catch {
      throw ConfigurationError(variable: Self.prefix + name, rule: error.text)
    }
  }
}
