extension Update {
  /// The item after the update; `old` is nil when there is none yet.
  package func apply(to old: Item?, key: Key) throws(TableError) -> Item {
    var new = old ?? Item(key)
    for action in inOrderOfEffect {
      switch action {
      case .set(let path, let value):
        try new.set(path, value)
      case .setIfNotExists(let path, let value):
        if old?.value(at: path) == nil { try new.set(path, value) }
      case .append(let path, let values):
        guard case .list(let list) = old?.value(at: path) ?? .list([]) else {
          throw .validation("\(path): append needs a list")
        }
        try new.set(path, .list(list + values))
      case .remove(let path):
        try new.remove(path)
      case .addNumber(let path, let number):
        guard case .number(let current) = old?.value(at: path) ?? .number(0) else {
          throw .validation("\(path): add needs a number")
        }
        guard let sum = current.adding(number) else {
          throw .validation("\(path): the sum needs more than \(Number.digitsMax) digits")
        }
        try new.set(path, .number(sum))
      case .addMembers(let path, let members):
        try new.set(path, try Self.union(old?.value(at: path), members, at: path))
      case .deleteMembers(let path, let members):
        guard let current = old?.value(at: path) else { continue }
        if let rest = try Self.difference(current, members, at: path) {
          try new.set(path, rest)
        } else {
          try new.remove(path)
        }
      }
    }
    return new
  }

  /// Removals last, and from the end of lists: every index is one of the item before the update.
  private var inOrderOfEffect: [Action] {
    func isRemoval(_ action: Action) -> Bool { if case .remove = action { true } else { false } }
    let removals = actions.filter(isRemoval).sorted { left, right in
      for case (.at(let a), .at(let b)) in zip(left.path.steps, right.path.steps) where a != b {
        return a > b
      }
      return false
    }
    return actions.filter { !isRemoval($0) } + removals
  }

  /// Refuses what DynamoDB refuses before it looks at an item.
  package func validate() throws(TableError) {
    guard !actions.isEmpty else { throw .validation("an update has at least one action") }
    for (index, action) in actions.enumerated() {
      let path = action.path
      try path.validate()
      try action.validateKeys()
      if path.name == AttributeName.partition || path.name == AttributeName.sort {
        throw .validation("\(path): an update cannot change the key")
      }
      if let other = actions[..<index].first(where: { $0.path.overlaps(path) }) {
        throw .validation("\(path): overlaps with \(other.path)")
      }
    }
  }

  private static func union(
    _ current: AttributeValue?,
    _ members: AttributeValue,
    at path: AttributePath
  ) throws(TableError) -> AttributeValue {
    switch (current, members) {
    case (nil, _): members
    case (.stringSet(let a)?, .stringSet(let b)): .stringSet(a.union(b))
    case (.numberSet(let a)?, .numberSet(let b)): .numberSet(a.union(b))
    case (.binarySet(let a)?, .binarySet(let b)): .binarySet(a.union(b))
    default: throw .validation("\(path): members must be of the set's type")
    }
  }

  private static func difference(
    _ current: AttributeValue,
    _ members: AttributeValue,
    at path: AttributePath
  ) throws(TableError) -> AttributeValue? {
    switch (current, members) {
    case (.stringSet(let a), .stringSet(let b)):
      let rest = a.subtracting(b)
      return rest.isEmpty ? nil : .stringSet(rest)
    case (.numberSet(let a), .numberSet(let b)):
      let rest = a.subtracting(b)
      return rest.isEmpty ? nil : .numberSet(rest)
    case (.binarySet(let a), .binarySet(let b)):
      let rest = a.subtracting(b)
      return rest.isEmpty ? nil : .binarySet(rest)
    default: throw .validation("\(path): members must be of the set's type")
    }
  }
}

extension Update.Action {
  /// Index keys stay strings, and members are added and deleted at the top alone.
  fileprivate func validateKeys() throws(TableError) {
    switch self {
    case .addMembers, .deleteMembers:
      guard path.steps.isEmpty else { throw .validation("\(path): sets inside are not changed") }
    default: break
    }
    for index in Index.secondary {
      let bounds = [
        (index.partitionName, TableLimits.partitionKeyBytesMax),
        (index.sortName, TableLimits.sortKeyBytesMax),
      ]
      for (name, bytesMax) in bounds where String.areSame(name, path.name) {
        switch self {
        case .remove where path.steps.isEmpty: continue
        case .set(_, .string(let text)) where path.steps.isEmpty && isKey(text, bytesMax): continue
        case .setIfNotExists(_, .string(let text))
        where path.steps.isEmpty && isKey(text, bytesMax): continue
        default: throw .validation("\(name): must be a string of 1 to \(bytesMax) bytes")
        }
      }
    }
  }

  private func isKey(_ text: String, _ bytesMax: Int) -> Bool {
    (1...bytesMax).contains(text.utf8.count)
  }
}

extension Item {
  fileprivate mutating func set(
    _ path: AttributePath,
    _ value: AttributeValue
  ) throws(TableError) {
    guard let step = path.steps.first else {
      self[path.name] = value
      return
    }
    guard let parent = self[path.name] else { throw .invalidPath(path) }
    self[path.name] = try parent.setting(
      value,
      at: step,
      then: path.steps.dropFirst(),
      of: path
    )
  }

  fileprivate mutating func remove(_ path: AttributePath) throws(TableError) {
    guard let step = path.steps.first else {
      self[path.name] = nil
      return
    }
    guard let parent = self[path.name] else { throw .invalidPath(path) }
    self[path.name] = try parent.setting(nil, at: step, then: path.steps.dropFirst(), of: path)
  }
}

extension AttributeValue {
  /// This value with `value` put at (or, for nil, taken from) the place below it.
  fileprivate func setting(
    _ value: AttributeValue?,
    at step: AttributePath.Step,
    then rest: ArraySlice<AttributePath.Step>,
    of path: AttributePath
  ) throws(TableError) -> AttributeValue {
    switch (self, step) {
    case (.map(var map), .field(let name)):
      if let next = rest.first {
        guard let child = map[name] else { throw .invalidPath(path) }
        map[name] = try child.setting(value, at: next, then: rest.dropFirst(), of: path)
      } else {
        map[name] = value
      }
      return .map(map)
    case (.list(var list), .at(let index)) where index >= 0:
      if let next = rest.first {
        guard index < list.count else { throw .invalidPath(path) }
        list[index] = try list[index].setting(value, at: next, then: rest.dropFirst(), of: path)
      } else if index < list.count {
        if let value { list[index] = value } else { list.remove(at: index) }
      } else if let value {
        list.append(value)  // DynamoDB: an index past the end appends.
      }
      return .list(list)
    default: throw .invalidPath(path)
    }
  }
}

extension TableError {
  fileprivate static func invalidPath(_ path: AttributePath) -> TableError {
    .validation("\(path): the item has no such place")
  }
}
