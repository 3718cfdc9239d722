import Contracts
import Logging
import PageTokens
import RPC
import SeedData
import ServiceKit
import SingleTable
import Testing

@testable import IngredientValidator

@Suite("The master list")
struct MasterListTests {
  private func start(_ table: any Table, seed: [UInt8], _ foods: [Food]) async throws -> MasterList
  {
    let list = MasterList(IngredientStore(table: table), logger: TestLog().logger)
    try await list.start(seed: seed) { _ in foods }
    return list
  }

  private let foods = (0..<250).map { Food("food_\($0)", "món số \($0)", "dish \($0)") }

  @Test("the seed is loaded once: the next start writes nothing and does not read it")
  func once() async throws {
    let table = try await ObservedTable()
    let first = try await start(table, seed: [1], foods)
    #expect(first.index.foods.count == 250)
    let writes = table.writeCount
    let list = MasterList(IngredientStore(table: table), logger: TestLog().logger)
    try await list.start(seed: [1]) { _ in
      Issue.record("read again")
      return []
    }
    #expect(list.index.foods == first.index.foods)
    #expect(table.writeCount == writes)
  }

  // 50 foods and the version are one transaction, which is written whole or not at all.
  @Test("a start that dies while it loads is repeated by the next one", arguments: [0, 102, 255])
  func killed(afterWrites count: Int) async throws {
    let table = try await ObservedTable()
    table.fail(afterWrites: count)
    await #expect(throws: TableError.self) { try await start(table, seed: [1], foods) }
    table.fail(afterWrites: nil)
    let before = table.writeCount
    #expect(try await start(table, seed: [1], foods).index.foods.count == 250)
    #expect(table.writeCount - before == 255 - count + 1)
  }

  @Test("another seed writes what has changed alone")
  func changed() async throws {
    let table = try await ObservedTable()
    _ = try await start(table, seed: [1], foods)
    var changed = foods
    changed[3].aliases = ["món ba"]
    let before = table.writeCount
    let list = try await start(table, seed: [2], changed + [Food("new", "món mới", "new dish")])
    #expect(table.writeCount - before == 5, "two foods, two versions, the seed's digest")
    #expect(list.index.foods.count == 251)
    #expect(list.index.food("food_3")?.aliases == ["món ba"])
  }

  @Test("processes that start together load one list")
  func together() async throws {
    let table = try await ObservedTable()
    let counts = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<4 {
        group.addTask { try await start(table, seed: [1], foods).index.foods.count }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(counts == [250, 250, 250, 250])
    let version = try await IngredientStore(table: table).version()
    #expect(version?.number == 6 && version?.foodCount == 250, "nothing is counted twice")
  }

  @Test("a new version is loaded, an old one is not loaded again")
  func refresh() async throws {
    let table = try await ObservedTable()
    let list = try await start(table, seed: [1], foods)
    let before = list.index
    try await list.refresh()
    #expect(list.index === before)
    _ = try await start(table, seed: [2], foods + [Food("new", "món mới", "new dish")])
    #expect(list.index === before)
    try await list.refresh()
    #expect(list.index.describe("mon moi") == "valid new")
    #expect(before.describe("mon moi") != "valid new")
  }

  @Test("the list is followed until cancelled, also past a table that fails")
  func follow() async throws {
    let table = try await ObservedTable()
    let list = try await start(table, seed: [1], foods)
    var looks = 0
    await list.follow {
      looks += 1
      if looks == 2 {
        _ = try await start(table, seed: [2], [Food("new", "món mới", "new dish")])
      }
      if looks == 4 { throw CancellationError() }
      if looks == 3 { throw TableError.unavailable(stage: "test", reason: "refused") }
    }
    #expect(looks == 4)
    #expect(list.index.food("new") != nil)
  }

  @Test("a food comes back from the table as it went in")
  func roundTrip() throws {
    for food in try Foods.seed.get() {
      let item = food.item()
      try item.validate()
      #expect(try Food(ItemReader(item)) == food)
    }
  }

  @Test("the wiring makes a service that is ready, within its slice")
  func wiring() async throws {
    let wiring = IngredientValidatorService.wiring { Seed.ingredients }
    let parts = try await wiring.make(
      ServiceNeeds(
        table: TableSlice(try await ObservedTable(), prefixes: wiring.slice),
        channels: [:],
        pageTokens: PageTokenSealer(secret: Array(repeating: 7, count: 32)),
        clock: ServiceClock { 1_800_000_000_000 },
        ids: UUIDv7Generator(),
        logger: TestLog().logger,
        settings: [:]
      )
    )
    #expect(wiring.contracts == [parts.definition.name])
    #expect(parts.background != nil)
  }

  @Test("the seed has the foods that the product promises")
  func seed() throws {
    let foods = try Foods.seed.get()
    #expect(foods.count >= 500)
    #expect(foods.reduce(0) { $0 + $1.aliases.count } >= 1000)
    #expect(Set(foods.map(\.category.rawValue)) == Set(1...11))
  }

  @Test(
    "a line that is no food stops the start, and the error says which and why",
    arguments: [
      ("{}", "line 2 of the ingredient seed: id must be 1 to 64 of a-z, 0-9 and _"),
      (
        #"{"id":"Beef"}"#, "line 2 of the ingredient seed: id must be 1 to 64 of a-z, 0-9 and _"
      ),
      (
        #"{"id":"egg","name":{"vi":"trứng"}}"#,
        "line 2 of the ingredient seed: name.en must be 2 to 100 characters, a letter among them"
      ),
      (
        #"{"id":"egg","name":{"vi":"trứng","en":"egg"}}"#,
        "line 2 of the ingredient seed: category must be a category"
      ),
      (Self.beef, "line 2 of the ingredient seed: the id beef is there already"),
    ]
  )
  func badSeed(_ line: String, _ error: String) {
    #expect {
      try Food.parse(lines: Array("\(Self.beef)\n\(line)\n".utf8))
    } throws: {
      "\($0)" == error
    }
  }

  private static let beef =
    #"{"id":"beef","name":{"vi":"bò","en":"beef"},"category":"INGREDIENT_CATEGORY_MEAT"}"#
}
