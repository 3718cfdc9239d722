import SingleTable
import Testing
import TestTables

/// Conditions, evaluated by the table on a stored item and on one that is missing.
@Suite("Every table: conditions")
struct ConditionContractTests {
  private static let key = Key("RECIPE#pho", "METADATA")

  private static let item = Item(
    key,
    [
      "title": "phở bò", "stars": 4, "price": .number(Number("2.50") ?? 0), "draft": false,
      "none": .null, "raw": .binary([1, 2, 3]), "tags": .stringSet(["soup", "noodle"]),
      "sizes": .numberSet([1, 2]), "steps": ["boil", "serve", ["minutes": 10]],
      "name": ["vi": "phở", "en": "pho"], "floor": 3,
    ]
  )

  struct Case: Sendable, CustomTestStringConvertible {
    let condition: Condition
    /// For the item above, and for no item.
    let holds: (present: Bool, missing: Bool)
    /// What moto does instead.
    var deviation: MotoDeviation?
    var testDescription: String { "\(condition)" }

    init(_ condition: Condition, _ present: Bool, missing: Bool = false) {
      self.condition = condition
      holds = (present, missing)
    }
  }

  private static func peer(_ deviation: MotoDeviation, _ example: Case) -> Case {
    var example = example
    example.deviation = deviation
    return example
  }

  static let cases: [Case] = [
    Case(.exists("title"), true), Case(.exists("nope"), false), Case(.exists("none"), true),
    Case(.notExists("title"), false, missing: true),
    Case(.notExists("nope"), true, missing: true),
    Case(.itemExists, true), Case(.itemNotExists, false, missing: true),
    Case(.attributeType("stars", .number), true), Case(.attributeType("stars", .string), false),
    Case(.attributeType("tags", .stringSet), true), Case(.attributeType("none", .null), true),

    Case(.equal("title", "phở bò"), true), Case(.equal("title", "pho bo"), false),
    Case(.equal("stars", 4), true), Case(.equal("stars", "4"), false),
    Case(.equal("price", .number(Number("2.5") ?? 0)), true), Case(.equal("draft", false), true),
    peer(.missingIsNull, Case(.equal("none", .null), true)),
    Case(.equal("raw", .binary([1, 2, 3])), true),
    Case(.equal("tags", .stringSet(["noodle", "soup"])), true),
    Case(.equal("steps", ["boil", "serve", ["minutes": 10]]), true),
    Case(.equal("nope", 1), false),
    Case(.notEqual("stars", 4), false, missing: true),
    Case(.notEqual("stars", 5), true, missing: true),
    Case(.notEqual("stars", "4"), true, missing: true),
    Case(.notEqual("nope", 1), true, missing: true),

    Case(.less("stars", 5), true), Case(.less("stars", 4), false), Case(.less("nope", 5), false),
    peer(.orderOfTypes, Case(.less("stars", "5"), false)),
    Case(.less("title", "phở c"), true),
    Case(.lessOrEqual("stars", 4), true), Case(.lessOrEqual("stars", 3), false),
    Case(.lessOrEqual("nope", 3), false),
    Case(.greater("stars", 3), true), Case(.greater("stars", 4), false),
    Case(.greater("raw", .binary([1, 2])), true), Case(.greater("title", "phở"), true),
    Case(.greaterOrEqual("stars", 4), true), Case(.greaterOrEqual("stars", 5), false),
    Case(.greaterOrEqual("price", .number(Number("2.49") ?? 0)), true),
    Case(.between("stars", 4, 5), true), Case(.between("stars", 1, 4), true),
    Case(.between("stars", 5, 9), false), Case(.between("nope", 1, 9), false),
    Case(.in("stars", [1, 4]), true), Case(.in("stars", [1, 5]), false),
    Case(.in("stars", ["4"]), false), Case(.in("nope", [1]), false),

    Case(.beginsWith("title", "phở"), true), Case(.beginsWith("title", "bò"), false),
    Case(.beginsWith("stars", "4"), false), Case(.beginsWith("title", ""), true),
    Case(.contains("title", "ở b"), true), Case(.contains("title", "cơm"), false),
    Case(.contains("tags", "soup"), true), Case(.contains("tags", "so"), false),
    Case(.contains("sizes", 2), true), Case(.contains("sizes", 3), false),
    Case(.contains("steps", "serve"), true), Case(.contains("steps", ["minutes": 10]), true),
    Case(.contains("steps", "eat"), false), Case(.contains("nope", "x"), false),

    peer(.sizeInCharacters, Case(.size("title", .equal, 9), true)),
    peer(.sizeOfMissing, Case(.size("tags", .equal, 2), true)),
    peer(.sizeOfMissing, Case(.size("steps", .greater, 2), true)),
    peer(.sizeOfMissing, Case(.size("name", .lessOrEqual, 1), false)),
    peer(.sizeOfMissing, Case(.size("raw", .notEqual, 3), false, missing: true)),
    peer(.sizeOfMissing, Case(.size("stars", .greater, 0), false)),
    peer(.sizeOfMissing, Case(.size("nope", .less, 9), false)),

    Case(.equal(AttributePath("name").field("vi"), "phở"), true),
    Case(.exists(AttributePath("name").field("fr")), false),
    Case(.equal(AttributePath("steps").at(1), "serve"), true),
    Case(.equal(AttributePath("steps").at(2).field("minutes"), 10), true),
    Case(.exists(AttributePath("steps").at(3)), false),
    Case(.exists("name.vi"), false),
    Case(.compare(.path("stars"), .greater, .path("floor")), true),
    peer(.sizeOfMissing, Case(.compare(.path("floor"), .equal, .size("steps")), true)),
    peer(.rangeOfMissing, Case(.between(.value(4), .path("floor"), .path("stars")), true)),

    Case(.exists("title") && .equal("stars", 4), true),
    Case(.exists("title") && .equal("stars", 5), false),
    Case(.exists("nope") || .equal("stars", 4), true),
    Case(.exists("nope") || .equal("stars", 5), false),
    Case(!.exists("nope"), true, missing: true), Case(!.equal("stars", 4), false, missing: true),
    Case(.version(nil), false, missing: true), Case(.version(1), false),
  ]

  @Test("each operator holds exactly where it should", arguments: Backend.allCases)
  func operators(_ backend: Backend) async throws {
    let test = try await TestTable(backend)
    try await test.table.put(Self.item)
    let missing = Key("RECIPE#none", "METADATA")
    for example in Self.cases where backend != .dynamodb || example.deviation == nil {
      let present = try await holds(test.table, Self.key, example.condition)
      #expect(present == example.holds.present, "\(example.condition)")
      let absent = try await holds(test.table, missing, example.condition)
      #expect(absent == example.holds.missing, "missing: \(example.condition)")
    }
    #expect(try await test.table.get(Self.key) == Self.item)
  }

  @Test("where moto differs it still does so", arguments: cases.filter { $0.deviation != nil })
  func deviations(_ example: Case) async throws {
    let test = try await TestTable(.dynamodb)
    try await test.table.put(Self.item)
    let missing = Key("RECIPE#none", "METADATA")
    // A peer that has learned better is worth a shorter list.
    let present = await outcome(test.table, Self.key, example.condition)
    let absent = await outcome(test.table, missing, example.condition)
    #expect(present != example.holds.present || absent != example.holds.missing)
  }

  /// Whether the condition holds; nil when the table did not even answer that.
  private func outcome(_ table: any Table, _ key: Key, _ condition: Condition) async -> Bool? {
    do throws(TableError) {
      try await table.transactWrite([.check(key, condition)])
      return true
    } catch {
      guard case .transactionCancelled(let reasons) = error else { return nil }
      return reasons.contains(where: \.isConditionFailed) ? false : nil
    }
  }

  /// Asks by a transaction that only checks.
  private func holds(
    _ table: any Table,
    _ key: Key,
    _ condition: Condition
  ) async throws -> Bool {
    do {
      try await table.transactWrite([.check(key, condition)])
      return true
    } catch .transactionCancelled(let reasons) {
      #expect(reasons == [.conditionFailed(old: key == Self.key ? Self.item : nil)])
      return false
    }
  }

  @Test("conditions without sense are refused before anything is read")
  func senseless() async throws {
    let test = try await TestTable(.sqlite)
    let conditions: [Condition] = [
      .less("a", true), .between("a", .null, 3), .in("a", []), .and([]), .or([]),
      !.greater("a", []), .in("a", Array(repeating: 1, count: 101)),
      .exists(AttributePath("a").at(-1)), .compare(.path("a"), .equal, .path("a")),
    ]
    for condition in conditions {
      let error = await #expect(throws: TableError.self) {
        try await test.table.put(Self.item, if: condition)
      }
      guard case .validation? = error else {
        Issue.record("\(condition): \(String(describing: error))")
        continue
      }
    }
    #expect(try await test.table.get(Self.key) == nil)
  }
}
