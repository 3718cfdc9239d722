/// Changes to one item, which is created when it does not exist.
///
///     Update().set("status", "completed").add("minutes", 25).remove("draft")
///
/// Every action sees the item as it was before the update, and no two actions may touch the same
/// place; key attributes cannot be changed.
package struct Update: Sendable, Equatable {
  package enum Action: Sendable, Equatable {
    case set(AttributePath, AttributeValue)
    case setIfNotExists(AttributePath, AttributeValue)
    /// Appends to a list, which is created when missing.
    case append(AttributePath, [AttributeValue])
    case remove(AttributePath)
    /// Adds to a number that counts as 0 when missing.
    case addNumber(AttributePath, Number)
    /// Adds members to a set, which is created when missing.
    case addMembers(AttributePath, AttributeValue)
    /// Takes members out of a set; the last one takes the attribute with it.
    case deleteMembers(AttributePath, AttributeValue)
  }

  package private(set) var actions: [Action] = []

  package init() {}

  package func set(_ path: AttributePath, _ value: AttributeValue) -> Update {
    with(.set(path, value))
  }

  /// Sets the value, or removes the attribute when it is nil.
  package func set(_ path: AttributePath, orRemove value: AttributeValue?) -> Update {
    value.map { set(path, $0) } ?? remove(path)
  }

  package func setIfNotExists(_ path: AttributePath, _ value: AttributeValue) -> Update {
    with(.setIfNotExists(path, value))
  }

  package func append(_ path: AttributePath, _ values: [AttributeValue]) -> Update {
    with(.append(path, values))
  }

  package func remove(_ path: AttributePath) -> Update { with(.remove(path)) }

  package func add(_ path: AttributePath, _ number: Number) -> Update {
    with(.addNumber(path, number))
  }

  package func addMembers(_ path: AttributePath, _ members: ValueSet<String>) -> Update {
    with(.addMembers(path, .stringSet(members)))
  }

  package func addMembers(_ path: AttributePath, _ members: ValueSet<Number>) -> Update {
    with(.addMembers(path, .numberSet(members)))
  }

  package func deleteMembers(_ path: AttributePath, _ members: ValueSet<String>) -> Update {
    with(.deleteMembers(path, .stringSet(members)))
  }

  package func deleteMembers(_ path: AttributePath, _ members: ValueSet<Number>) -> Update {
    with(.deleteMembers(path, .numberSet(members)))
  }

  /// Sets the keys under which `index` lists the item.
  package func setIndex(_ index: Index, partition: String, sort: String) -> Update {
    set(AttributePath(index.partitionName), .string(partition))
      .set(AttributePath(index.sortName), .string(sort))
  }

  /// Takes the item out of `index`.
  package func clearIndex(_ index: Index) -> Update {
    remove(AttributePath(index.partitionName)).remove(AttributePath(index.sortName))
  }

  /// Counts one more write of an optimistically changed record; goes with `Condition.version(_:)`.
  package func nextVersion() -> Update { add(AttributePath(AttributeName.version), 1) }

  private func with(_ action: Action) -> Update {
    var update = self
    update.actions.append(action)
    return update
  }
}

extension Update.Action {
  package var path: AttributePath {
    switch self {
    case .set(let path, _), .setIfNotExists(let path, _), .append(let path, _), .remove(let path),
      .addNumber(let path, _), .addMembers(let path, _), .deleteMembers(let path, _):
      path
    }
  }
}
