import SingleTable
import Testing
import TestTables

@Suite("Every table: updates")
struct UpdateContractTests {
  private static let key = Key("COOKING#lan", "STATS")

  struct Case: Sendable {
    let name: String
    let old: Item?
    let update: Update
    let new: Result<Item, TableError>

    init(_ name: String, _ old: Item?, _ update: Update, _ new: Item) {
      (self.name, self.old, self.update, self.new) = (name, old, update, .success(new))
    }

    init(_ name: String, _ old: Item?, _ update: Update, refused rule: String) {
      (self.name, self.old, self.update) = (name, old, update)
      new = .failure(.validation(rule))
    }
  }

  private static func item(_ attributes: KeyValuePairs<String, AttributeValue>) -> Item {
    Item(key, attributes)
  }

  static let cases: [Case] = [
    Case("creates the item", nil, Update().set("a", 1), item(["a": 1])),
    Case(
      "set replaces",
      item(["a": 1, "b": 2]),
      Update().set("a", "x"),
      item(["a": "x", "b": 2])
    ),
    Case(
      "set if not exists keeps",
      item(["a": 1]),
      Update().setIfNotExists("a", 9).setIfNotExists("b", 2),
      item(["a": 1, "b": 2])
    ),
    Case("remove", item(["a": 1, "b": 2]), Update().remove("a").remove("nope"), item(["b": 2])),
    Case(
      "set or remove by optional",
      item(["a": 1, "b": 2]),
      Update().set("a", orRemove: nil).set("b", orRemove: 3),
      item(["b": 3])
    ),
    Case("add to nothing", nil, Update().add("n", 5), item(["n": 5])),
    Case("add", item(["n": 5]), Update().add("n", -7), item(["n": .number(-2)])),
    Case(
      "add decimals exactly",
      item(["n": .number(Number("0.1") ?? 0)]),
      Update().add("n", Number("0.2") ?? 0),
      item(["n": .number(Number("0.3") ?? 0)])
    ),
    Case("add to text", item(["n": "5"]), Update().add("n", 1), refused: "n: add needs a number"),
    Case(
      "append creates and extends",
      item(["l": [1]]),
      Update().append("l", [2, 3]).append("m", ["x"]),
      item(["l": [1, 2, 3], "m": ["x"]])
    ),
    Case(
      "append to text",
      item(["l": "x"]),
      Update().append("l", [1]),
      refused: "l: append needs a list"
    ),
    Case(
      "members are added once",
      item(["s": .stringSet(["a"])]),
      Update().addMembers("s", ["a", "b"] as ValueSet<String>)
        .addMembers("t", [2, 1] as ValueSet<Number>),
      item(["s": .stringSet(["b", "a"]), "t": .numberSet([1, 2])])
    ),
    Case(
      "members are deleted",
      item(["s": .stringSet(["a", "b", "c"])]),
      Update().deleteMembers("s", ["a", "x"] as ValueSet<String>),
      item(["s": .stringSet(["b", "c"])])
    ),
    Case(
      "the last member takes the attribute with it",
      item(["s": .numberSet([1])]),
      Update().deleteMembers("s", [1] as ValueSet<Number>)
        .deleteMembers("none", [1] as ValueSet<Number>),
      item([:])
    ),
    Case(
      "members of another type",
      item(["s": .stringSet(["a"])]),
      Update().addMembers("s", [1] as ValueSet<Number>),
      refused: "s: members must be of the set's type"
    ),
    Case(
      "inside maps and lists",
      item(["m": ["vi": "a", "l": [1, 2, 3]]]),
      Update().set(AttributePath("m").field("vi"), "b").set(AttributePath("m").field("en"), "c")
        .set(AttributePath("m").field("l").at(1), 9),
      item(["m": ["vi": "b", "en": "c", "l": [1, 9, 3]]])
    ),
    Case(
      "past the end of a list appends",
      item(["l": [1]]),
      Update().set(AttributePath("l").at(7), 2),
      item(["l": [1, 2]])
    ),
    Case(
      "removes an element",
      item(["l": [1, 2, 3]]),
      Update().remove(AttributePath("l").at(0)),
      item(["l": [2, 3]])
    ),
    Case(
      "every index is one of the list before the update",
      item(["l": [0, 1, 2, 3, 4]]),
      Update().remove(AttributePath("l").at(1)).remove(AttributePath("l").at(3))
        .set(AttributePath("l").at(2), "two"),
      item(["l": [0, "two", 4]])
    ),
    Case(
      "into nothing",
      item([:]),
      Update().set(AttributePath("m").field("x"), 1),
      refused: "m.x: the item has no such place"
    ),
    Case(
      "every action sees the item from before",
      item(["a": 1]),
      Update().set("a", 2).setIfNotExists("b", 1),
      item(["a": 2, "b": 1])
    ),
    Case("next version", item([:]), Update().nextVersion(), item(["version": 1])),
    Case("nothing to do", nil, Update(), refused: "an update has at least one action"),
    Case("the key", nil, Update().set("SK", "x"), refused: "SK: an update cannot change the key"),
    Case(
      "one place twice",
      nil,
      Update().set("a", 1).add("a", 1),
      refused: "a: overlaps with a"
    ),
    Case(
      "a place and one inside it",
      nil,
      Update().remove("a").set(AttributePath("a").field("b"), 1),
      refused: "a.b: overlaps with a"
    ),
    Case(
      "an index key that is no text",
      nil,
      Update().add("GSI1PK", 1),
      refused: "GSI1PK: must be a string of 1 to 2048 bytes"
    ),
    Case(
      "too many digits",
      item(["n": .number(Number("1E30") ?? 0)]),
      Update().add("n", Number("1E-30") ?? 0),
      refused: "n: the sum needs more than 38 digits"
    ),
  ]

  @Test("each action does exactly what it says", arguments: Backend.allCases)
  func actions(_ backend: Backend) async throws {
    let test = try await TestTable(backend)
    for example in Self.cases where backend != .dynamodb || example.name != "too many digits" {
      try await test.table.delete(Self.key)
      if let old = example.old { try await test.table.put(old) }
      let result: Result<Item?, TableError>
      do {
        result = .success(try await test.table.update(Self.key, example.update))
      } catch { result = .failure(error) }
      switch (example.new, result) {
      // Each backend words the rule in its own way.
      case (.failure(.validation), .failure(.validation)) where backend != .sqlite: break
      default: #expect(result == example.new.map(Optional.some), "\(example.name)")
      }
      let stored = try await test.table.get(Self.key)
      switch example.new {
      case .success(let new): #expect(stored == new, "\(example.name)")
      case .failure: #expect(stored == example.old, "\(example.name)")
      }
    }
  }

  @Test("of two writers with one version the second is refused", arguments: Backend.allCases)
  func versions(_ backend: Backend) async throws {
    let test = try await TestTable(backend)
    let update = Update().set("a", 1).nextVersion()
    let first = try await test.table.update(Self.key, update, if: .version(nil))
    #expect(first?.version == 1)
    let second = try await test.table.update(Self.key, update, if: .version(first?.version))
    #expect(second?.version == 2)
    await #expect(throws: TableError.conditionFailed(old: second)) {
      try await test.table.update(Self.key, update, if: .version(first?.version))
    }
  }
}
