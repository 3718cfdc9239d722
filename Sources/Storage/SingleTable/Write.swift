/// One write of one item, on its own or in a transaction.
package enum Write: Sendable {
  /// Replaces the whole item.
  case put(Item, if: Condition? = nil)
  case update(Key, Update, if: Condition? = nil)
  case delete(Key, if: Condition? = nil)
  /// Writes nothing, but lets the transaction go through only if the condition holds.
  case check(Key, Condition)
}

extension Write {
  package var key: Key? {
    switch self {
    case .put(let item, _): item.key
    case .update(let key, _, _), .delete(let key, _), .check(let key, _): key
    }
  }

  package var condition: Condition? {
    switch self {
    case .put(_, let condition), .update(_, _, let condition), .delete(_, let condition): condition
    case .check(_, let condition): condition
    }
  }

  /// The item as this write leaves it: nil when there is none; `old` is what is there before.
  ///
  /// The caller has evaluated `condition` on `old`.
  package func apply(to old: Item?) throws(TableError) -> Item? {
    switch self {
    case .put(let item, _): item
    case .update(let key, let update, _): try update.apply(to: old, key: key)
    case .delete: nil
    case .check: old
    }
  }
}

/// One write of `Table.batchWrite`: unconditional, and not atomic with its neighbours.
package enum BatchWrite: Sendable {
  case put(Item)
  case delete(Key)

  package var write: Write {
    switch self {
    case .put(let item): .put(item)
    case .delete(let key): .delete(key)
    }
  }
}

/// Which state of the item a write answers with.
package enum ReturnValues: Sendable {
  case none
  case old
  case new
}

/// Whether a read sees every write acknowledged before it.
package enum Consistency: Sendable {
  /// Half the price on DynamoDB, and possibly a moment old.
  case eventual
  case strong
}
