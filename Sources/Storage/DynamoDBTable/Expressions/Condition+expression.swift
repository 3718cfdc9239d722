import SingleTable

extension Condition {
  /// The condition in DynamoDB's language, with names and values as aliases of `scope`.
  func expression(in scope: inout ExpressionScope) -> String {
    switch self {
    case .attributeExists(let path): return "attribute_exists(\(scope.path(path)))"
    case .attributeNotExists(let path): return "attribute_not_exists(\(scope.path(path)))"
    case .attributeType(let path, let type):
      return "attribute_type(\(scope.path(path)), \(scope.value(.string(type.rawValue))))"
    case .beginsWith(let path, let prefix):
      return "begins_with(\(scope.path(path)), \(scope.value(.string(prefix))))"
    case .contains(let path, let value):
      return "contains(\(scope.path(path)), \(scope.value(value)))"
    case .compare(let left, let comparator, let right):
      guard !paths.isEmpty else { return constant(in: &scope) }
      return "\(left.expression(in: &scope)) \(comparator.rawValue) \(right.expression(in: &scope))"
    case .between(let operand, let low, let high):
      guard !paths.isEmpty, !Self.isEmptyRange(low, high) else { return constant(in: &scope) }
      let bounds = (low.expression(in: &scope), high.expression(in: &scope))
      return "\(operand.expression(in: &scope)) BETWEEN \(bounds.0) AND \(bounds.1)"
    case .oneOf(let operand, let values):
      guard !paths.isEmpty else { return constant(in: &scope) }
      let list = values.map { scope.value($0) }.joined(separator: ", ")
      return "\(operand.expression(in: &scope)) IN (\(list))"
    case .and(let conditions): return Self.joined(conditions, " AND ", in: &scope)
    case .or(let conditions): return Self.joined(conditions, " OR ", in: &scope)
    case .not(let condition): return "NOT (\(condition.expression(in: &scope)))"
    }
  }

  private static func joined(
    _ conditions: [Condition],
    _ separator: String,
    in scope: inout ExpressionScope
  ) -> String {
    conditions.map { "(\($0.expression(in: &scope)))" }.joined(separator: separator)
  }

  /// A condition whose outcome no item can change, in a form that filters may have as well.
  ///
  /// DynamoDB refuses comparisons of values alone, and ranges that hold nothing.
  private func constant(in scope: inout ExpressionScope) -> String {
    let name = scope.name(AttributeName.ttl)
    let word = evaluate(nil) ? "OR" : "AND"
    return "(attribute_exists(\(name)) \(word) attribute_not_exists(\(name)))"
  }

  private static func isEmptyRange(_ low: Operand, _ high: Operand) -> Bool {
    guard case .value(let low) = low, case .value(let high) = high else { return false }
    return !Comparator.lessOrEqual.holds(low, high)
  }
}

extension Condition.Operand {
  fileprivate func expression(in scope: inout ExpressionScope) -> String {
    switch self {
    case .path(let path): scope.path(path)
    case .size(let path): "size(\(scope.path(path)))"
    case .value(let value): scope.value(value)
    }
  }
}
