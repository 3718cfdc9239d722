import SingleTable

extension Update {
  /// The update in DynamoDB's language.
  ///
  ///     SET #0 = :0, #1 = if_not_exists(#1, :1) + :2 REMOVE #2 ADD #3 :3
  ///
  /// Numbers are added by SET: ADD takes no nested paths.
  func expression(in scope: inout ExpressionScope) -> String {
    var clauses: [Clause: [String]] = [:]
    for action in actions {
      let (clause, text) = action.expression(in: &scope)
      clauses[clause, default: []].append(text)
    }
    return Clause.allCases.compactMap { clause in
      clauses[clause].map { "\(clause.rawValue) \($0.joined(separator: ", "))" }
    }.joined(separator: " ")
  }

  fileprivate enum Clause: String, CaseIterable {
    case set = "SET"
    case remove = "REMOVE"
    case add = "ADD"
    case delete = "DELETE"
  }
}

extension Update.Action {
  fileprivate func expression(in scope: inout ExpressionScope) -> (Update.Clause, String) {
    let place = scope.path(path)
    switch self {
    case .set(_, let value): return (.set, "\(place) = \(scope.value(value))")
    case .setIfNotExists(_, let value):
      return (.set, "\(place) = if_not_exists(\(place), \(scope.value(value)))")
    case .append(_, let values):
      let (empty, more) = (scope.value(.list([])), scope.value(.list(values)))
      return (.set, "\(place) = list_append(if_not_exists(\(place), \(empty)), \(more))")
    case .addNumber(_, let number):
      let (zero, addend) = (scope.value(0), scope.value(.number(number)))
      return (.set, "\(place) = if_not_exists(\(place), \(zero)) + \(addend)")
    case .remove: return (.remove, place)
    case .addMembers(_, let members): return (.add, "\(place) \(scope.value(members))")
    case .deleteMembers(_, let members): return (.delete, "\(place) \(scope.value(members))")
    }
  }
}
