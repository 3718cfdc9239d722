import SingleTable
import TestTables

/// Operations on a few keys, so that they meet; what moto does otherwise (`MotoDeviation`) is left
/// out: sizes, null and mixed types in conditions, sums of many digits.
enum RandomProgram {
  static let partitions = ["RECIPE#phở", "RECIPE#a", "USER#lan"]
  private static let sorts = ["A", "A#1", "a", "é", "e\u{301}", "🍜", "Z"]
  private static let start: Int64 = 1_800_000_000

  enum Step: Sendable, CustomStringConvertible {
    case write(Write, ReturnValues)
    case transaction([Write])
    case batch([BatchWrite])
    case get([Key])
    case query(Query)
    case wait(Int64)

    var description: String {
      switch self {
      case .write(let write, let returning): "\(write) returning \(returning)"
      case .transaction(let writes): "transaction \(writes)"
      case .batch(let writes): "batch \(writes)"
      case .get(let keys): "get \(keys)"
      case .query(let query): "query \(query)"
      case .wait(let seconds): "wait \(seconds)"
      }
    }

    /// What the step answers, in a form that both backends share.
    func outcome(on test: TestTable) async -> String {
      do throws(TableError) {
        switch self {
        case .write(let write, let returning):
          return "\(try await test.table.write(write, returning: returning)?.text ?? "nil")"
        case .transaction(let writes):
          try await test.table.transactWrite(writes)
          return "done"
        case .batch(let writes):
          try await test.table.batchWrite(writes)
          return "done"
        case .get(let keys):
          return try await test.table.batchGet(keys).map { $0?.text ?? "nil" }.joined(
            separator: " "
          )
        case .query(let query): return await everything(in: test.table, query)
        case .wait(let seconds):
          test.clock.advance(by: seconds)
          return ""
        }
      } catch { return error.comparable }
    }
  }

  /// The items of a partition, page by page to the end.
  static func everything(in table: any Table, _ index: Index, _ partition: String) async -> String {
    await everything(in: table, Query(index, partition: partition))
  }

  fileprivate static func everything(in table: any Table, _ query: Query) async -> String {
    var items: [String] = []
    do throws(TableError) {
      try await table.forEachPage(query) { page in items += page.items.map(\.text) }
      // Items of one sort key in an index come in no promised order.
      if query.index != .base { items.sort() }
      return items.joined(separator: " ")
    } catch { return error.comparable }
  }

  static func make(steps: Int, using random: inout SeededRandom) -> [Step] {
    var maker = Maker(random: random)
    let program = (0..<steps).map { _ in maker.step() }
    random = maker.random
    return program
  }

  private struct Maker {
    var random: SeededRandom

    mutating func chance(_ outOf: Int) -> Bool { Int.random(in: 0..<outOf, using: &random) == 0 }
    mutating func pick<Value>(_ values: [Value]) -> Value {
      values[Int.random(in: 0..<values.count, using: &random)]
    }

    mutating func step() -> Step {
      switch Int.random(in: 0..<16, using: &random) {
      case 0..<8: .write(write(), pick([.none, .old, .new]))
      case 8..<10: .transaction(distinct(Int.random(in: 1...5, using: &random)))
      case 10: .batch(distinct(4).map { $0.key.map { .delete($0) } ?? .delete(Key("x", "y")) })
      case 11: .batch(keys(4).map { .put(item($0)) })
      case 12: .get(keys(3))
      case 13..<15: .query(query())
      default: .wait(pick([1, 5, 20]))
      }
    }

    mutating func key() -> Key { Key(pick(partitions), pick(sorts)) }

    mutating func keys(_ count: Int) -> [Key] {
      var seen: Set<Key> = []
      return (0..<count).map { _ in key() }.filter { seen.insert($0).inserted }
    }

    mutating func distinct(_ count: Int) -> [Write] { keys(count).map { write($0) } }

    mutating func write(_ key: Key? = nil) -> Write {
      let key = key ?? self.key()
      let condition = chance(2) ? self.condition() : nil
      switch Int.random(in: 0..<4, using: &random) {
      case 0: return .put(item(key), if: condition)
      case 1: return .delete(key, if: condition)
      default: return .update(key, update(), if: condition)
      }
    }

    mutating func item(_ key: Key) -> Item {
      var item = Item(key)
      for name in ["n", "t", "set", "list", "map", "raw"] where !chance(3) {
        item[name] = value(of: name)
      }
      if chance(4) { item["ttl"] = .int(start + Int64.random(in: 1...40, using: &random)) }
      for index in Index.secondary where chance(3) {
        item.setIndex(index, partition: pick(partitions), sort: pick(sorts))
      }
      return item
    }

    /// An attribute keeps its type, so that no condition compares two.
    mutating func value(of name: String) -> AttributeValue {
      switch name {
      case "n": .number(pick(numbers))
      case "t": .string(pick(["", "phở", "pho", "🍜"]))
      case "set": .stringSet(pick([["a"], ["a", "é"], ["b", "e\u{301}"]]))
      case "list": pick([[], [1, 2, 3], ["x", [true, .null]]])
      case "map": pick([[:], ["a": 1, "b": ["c": "d"]], ["é": .binary([0, 255])]])
      default: .binary(pick([[], [0], [1, 2, 3]]))
      }
    }

    private var numbers: [Number] {
      ["0", "-1", "7", "2.50", "99999999999999999999999999999999999999", "1E-130", "-9.9E+125"]
        .compactMap { Number($0) }
    }

    mutating func condition(depth: Int = 0) -> Condition {
      switch Int.random(in: 0..<(depth < 2 ? 11 : 7), using: &random) {
      case 0: .itemExists
      case 1: .itemNotExists
      case 2: .exists(AttributePath(pick(["n", "t", "nope"])))
      case 3: .greater("n", .number(pick(numbers)))
      case 4: .notEqual("t", value(of: "t"))
      case 5: .contains("set", .string(pick(["a", "e\u{301}"])))
      case 6: .beginsWith("t", pick(["ph", "phở", "🍜"]))
      case 7: .and([condition(depth: depth + 1), condition(depth: depth + 1)])
      case 8: .or([condition(depth: depth + 1), condition(depth: depth + 1)])
      case 9: .not(condition(depth: depth + 1))
      default: .in("n", [.number(pick(numbers)), .number(pick(numbers))])
      }
    }

    mutating func update() -> Update {
      var update = Update()
      if chance(2) { update = update.add("count", Number(Int.random(in: -5...5, using: &random))) }
      if chance(2) { update = update.set("t", value(of: "t")) }
      if chance(3) { update = update.append("list", [.int(Int.random(in: 0...9, using: &random))]) }
      if chance(3) { update = update.addMembers("set", ["a", "new"] as ValueSet<String>) }
      if chance(5) { update = update.setIfNotExists("n", value(of: "n")) }
      if chance(4) { update = update.remove(AttributePath(pick(["raw", "nope", "map"]))) }
      if chance(6) {
        update = update.set("ttl", .int(start + Int64.random(in: 1...40, using: &random)))
      }
      if chance(4) {
        update = update.setIndex(
          pick(Index.secondary),
          partition: pick(partitions),
          sort: pick(sorts)
        )
      }
      return update.actions.isEmpty ? update.nextVersion() : update
    }

    mutating func query() -> Query {
      let sort: SortCondition? = pick([
        nil, .beginsWith("A"), .greater("A"), .lessOrEqual("é"), .between("A#", "e"), .equal("🍜"),
      ])
      return Query(
        pick(Index.allCases),
        partition: pick(partitions),
        sort: sort,
        isReversed: chance(2),
        limit: chance(2) ? nil : Int.random(in: 1...4, using: &random),
        filter: chance(3) ? .exists("n") : nil,
        projection: chance(3) ? ["n", "map"] : nil
      )
    }
  }
}

extension Item {
  /// Attributes in order, readable.
  fileprivate var text: String {
    "{" + attributes.map { "\($0.name.debugDescription): \($0.value)" }.joined(separator: ", ")
      + "}"
  }
}

extension TableError {
  /// What both backends say of the same mistake; rules are worded by each in its own way.
  fileprivate var comparable: String {
    switch self {
    case .validation: "validation"
    case .conditionFailed(let old): "condition failed on \(old?.text ?? "nil")"
    case .transactionCancelled(let reasons):
      "cancelled: "
        + reasons.map { reason in
          guard case .conditionFailed(let old) = reason else { return "\(reason)" }
          return "condition failed on \(old?.text ?? "nil")"
        }.joined(separator: ", ")
    default: "\(self)"
    }
  }
}
