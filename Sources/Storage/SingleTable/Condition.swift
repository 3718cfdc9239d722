/// What must hold for a write to happen, or for a queried item to be returned.
///
/// Evaluated by `evaluate(_:)` in every backend that does not evaluate it itself, so that all of
/// them agree.
package indirect enum Condition: Sendable, Equatable {
  case attributeExists(AttributePath)
  case attributeNotExists(AttributePath)
  case attributeType(AttributePath, AttributeType)
  case compare(Operand, Comparator, Operand)
  case between(Operand, Operand, Operand)
  case oneOf(Operand, [AttributeValue])
  case beginsWith(AttributePath, String)
  case contains(AttributePath, AttributeValue)
  case and([Condition])
  case or([Condition])
  case not(Condition)

  package enum Comparator: String, Sendable {
    case equal = "="
    case notEqual = "<>"
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
  }

  package enum Operand: Sendable, Equatable {
    case path(AttributePath)
    case size(AttributePath)
    case value(AttributeValue)
  }
}

extension Condition {
  /// The item does not exist yet.
  package static let itemNotExists = Condition.attributeNotExists(
    AttributePath(AttributeName.partition)
  )

  /// The item exists.
  package static let itemExists = Condition.attributeExists(AttributePath(AttributeName.partition))

  /// The record is still at this version; nil: it does not exist yet.
  package static func version(_ expected: Int?) -> Condition {
    guard let expected else { return .itemNotExists }
    return .equal(AttributePath(AttributeName.version), .int(expected))
  }

  package static func exists(_ path: AttributePath) -> Condition { .attributeExists(path) }
  package static func notExists(_ path: AttributePath) -> Condition { .attributeNotExists(path) }

  package static func equal(_ path: AttributePath, _ value: AttributeValue) -> Condition {
    .compare(.path(path), .equal, .value(value))
  }

  /// True also when the attribute is missing.
  package static func notEqual(_ path: AttributePath, _ value: AttributeValue) -> Condition {
    .compare(.path(path), .notEqual, .value(value))
  }

  package static func less(_ path: AttributePath, _ value: AttributeValue) -> Condition {
    .compare(.path(path), .less, .value(value))
  }

  package static func lessOrEqual(_ path: AttributePath, _ value: AttributeValue) -> Condition {
    .compare(.path(path), .lessOrEqual, .value(value))
  }

  package static func greater(_ path: AttributePath, _ value: AttributeValue) -> Condition {
    .compare(.path(path), .greater, .value(value))
  }

  package static func greaterOrEqual(
    _ path: AttributePath,
    _ value: AttributeValue
  ) -> Condition {
    .compare(.path(path), .greaterOrEqual, .value(value))
  }

  package static func between(
    _ path: AttributePath,
    _ low: AttributeValue,
    _ high: AttributeValue
  ) -> Condition {
    .between(.path(path), .value(low), .value(high))
  }

  package static func `in`(_ path: AttributePath, _ values: [AttributeValue]) -> Condition {
    .oneOf(.path(path), values)
  }

  package static func size(
    _ path: AttributePath,
    _ comparator: Comparator,
    _ count: Int
  ) -> Condition {
    .compare(.size(path), comparator, .value(.int(count)))
  }

  package static func && (left: Condition, right: Condition) -> Condition { .and([left, right]) }
  package static func || (left: Condition, right: Condition) -> Condition { .or([left, right]) }
  package static prefix func ! (condition: Condition) -> Condition { .not(condition) }
}

extension Condition {
  /// Whether the condition holds for `item`; nil is the item that does not exist.
  package func evaluate(_ item: Item?) -> Bool {
    switch self {
    case .attributeExists(let path): item?.value(at: path) != nil
    case .attributeNotExists(let path): item?.value(at: path) == nil
    case .attributeType(let path, let type): item?.value(at: path)?.type == type
    case .compare(let left, let comparator, let right):
      comparator.holds(left.resolve(in: item), right.resolve(in: item))
    case .between(let operand, let low, let high):
      Comparator.lessOrEqual.holds(low.resolve(in: item), operand.resolve(in: item))
        && Comparator.lessOrEqual.holds(operand.resolve(in: item), high.resolve(in: item))
    case .oneOf(let operand, let values):
      operand.resolve(in: item).map { values.contains($0) } ?? false
    case .beginsWith(let path, let prefix):
      item?.value(at: path)?.stringValue?.hasBytePrefix(prefix) ?? false
    case .contains(let path, let value): item?.value(at: path)?.contains(value) ?? false
    case .and(let conditions): conditions.allSatisfy { $0.evaluate(item) }
    case .or(let conditions): conditions.contains { $0.evaluate(item) }
    case .not(let condition): !condition.evaluate(item)
    }
  }

  /// Every attribute that the condition reads.
  package var paths: [AttributePath] {
    switch self {
    case .attributeExists(let path), .attributeNotExists(let path), .attributeType(let path, _),
      .beginsWith(let path, _), .contains(let path, _):
      [path]
    case .compare(let left, _, let right): [left, right].compactMap(\.path)
    case .between(let operand, let low, let high): [operand, low, high].compactMap(\.path)
    case .oneOf(let operand, _): [operand].compactMap(\.path)
    case .and(let conditions), .or(let conditions): conditions.flatMap(\.paths)
    case .not(let condition): condition.paths
    }
  }
}

extension Condition.Operand {
  package var path: AttributePath? {
    switch self {
    case .path(let path), .size(let path): path
    case .value: nil
    }
  }

  package func resolve(in item: Item?) -> AttributeValue? {
    switch self {
    case .path(let path): item?.value(at: path)
    case .size(let path): item?.value(at: path)?.size.map { .int($0) }
    case .value(let value): value
    }
  }
}

extension Condition.Comparator {
  /// An attribute that is missing or of another type differs, and is not ordered either way.
  package func holds(_ left: AttributeValue?, _ right: AttributeValue?) -> Bool {
    switch self {
    case .equal: left != nil && left == right
    case .notEqual: left == nil || left != right
    case .less: AttributeValue.areOrdered(left, right) ?? false
    case .greater: AttributeValue.areOrdered(right, left) ?? false
    case .lessOrEqual: AttributeValue.areOrdered(right, left).map { !$0 } ?? false
    case .greaterOrEqual: AttributeValue.areOrdered(left, right).map { !$0 } ?? false
    }
  }
}

extension AttributeValue {
  /// Whether `left < right`; nil when the two cannot be ordered.
  package static func areOrdered(_ left: AttributeValue?, _ right: AttributeValue?) -> Bool? {
    switch (left, right) {
    case (.string(let a)?, .string(let b)?): String.areAscending(a, b)
    case (.number(let a)?, .number(let b)?): a < b
    case (.binary(let a)?, .binary(let b)?): [UInt8].areAscending(a, b)
    default: nil
    }
  }

  /// A substring, an element of a list, a member of a set.
  package func contains(_ value: AttributeValue) -> Bool {
    switch (self, value) {
    case (.string(let text), .string(let part)): text.hasByteSubstring(part)
    case (.list(let elements), _): elements.contains(value)
    case (.stringSet(let set), .string(let element)): set.contains(element)
    case (.numberSet(let set), .number(let element)): set.contains(element)
    case (.binarySet(let set), .binary(let element)): set.contains(element)
    default: false
    }
  }
}

extension String {
  fileprivate func hasByteSubstring(_ part: String) -> Bool {
    var rest = utf8[...]
    while rest.count >= part.utf8.count {
      if rest.starts(with: part.utf8) { return true }
      rest.removeFirst()
    }
    return part.isEmpty
  }
}
