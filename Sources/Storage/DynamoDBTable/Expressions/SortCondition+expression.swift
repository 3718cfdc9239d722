import SingleTable

extension SortCondition {
  /// What is left of the condition when it is known which sort keys there can be.
  enum Reduced {
    case everything
    case nothing
    case condition(SortCondition)
  }

  /// DynamoDB refuses empty keys and ranges that hold nothing; no sort key is empty.
  var reduced: Reduced {
    switch self {
    case .equal(""), .less(""), .lessOrEqual(""): .nothing
    case .greater(""), .greaterOrEqual(""), .beginsWith(""): .everything
    case .between(_, ""): .nothing
    case .between("", let high): .condition(.lessOrEqual(high))
    case .between(let low, let high) where String.areAscending(high, low): .nothing
    default: .condition(self)
    }
  }

  func expression(_ name: String, in scope: inout ExpressionScope) -> String {
    switch self {
    case .equal(let text): "\(name) = \(scope.value(.string(text)))"
    case .less(let text): "\(name) < \(scope.value(.string(text)))"
    case .lessOrEqual(let text): "\(name) <= \(scope.value(.string(text)))"
    case .greater(let text): "\(name) > \(scope.value(.string(text)))"
    case .greaterOrEqual(let text): "\(name) >= \(scope.value(.string(text)))"
    case .beginsWith(let prefix): "begins_with(\(name), \(scope.value(.string(prefix))))"
    case .between(let low, let high):
      "\(name) BETWEEN \(scope.value(.string(low))) AND \(scope.value(.string(high)))"
    }
  }
}
