import Contracts
import Protobuf
import RPC
import SingleTable
import Testing

@testable import IngredientValidator

@Suite("Pantry")
struct PantryTests {
  private func add(
    _ test: TestService,
    _ id: String,
    _ quantity: Double? = nil,
    _ unit: String = "",
    expires: Google_Protobuf_Timestamp? = nil,
    by user: String = "lan"
  ) async throws -> PantryItem? {
    try await test.service.addPantryItem(
      .init(ingredientId: id, quantity: quantity, unit: unit, expireTime: expires),
      context: .test(user: user)
    ).item
  }

  @Test("text that would take minutes to compare is refused", .timeLimit(.minutes(1)))
  func hostileText() async throws {
    let test = try await TestService()
    let marks =
      String(repeating: "\u{301}", count: 1 << 18) + String(repeating: "\u{323}", count: 1 << 18)
    for (id, unit) in [("x" + marks, ""), ("beef", "g" + marks)] {
      await #expect(throws: RPCError.self) { try await add(test, id, 1, unit) }
    }
  }

  private func list(
    _ test: TestService,
    pageSize: Int32 = 0,
    token: String = "",
    by user: String = "lan"
  ) async throws -> ListPantryResponse {
    try await test.service.listPantry(
      .init(pageSize: pageSize, pageToken: token),
      context: .test(user: user)
    )
  }

  private func remove(_ test: TestService, _ id: String, by user: String = "lan") async throws {
    _ = try await test.service.removePantryItem(
      .init(ingredientId: id),
      context: .test(user: user)
    )
  }

  @Test("what was added is listed by id, with what was said of it")
  func addAndList() async throws {
    let test = try await TestService()
    let expires = Google_Protobuf_Timestamp(seconds: 1_900_000_000, nanos: 5)
    _ = try await add(test, "tomato", 0.1, "g", expires: expires)
    let added = try await add(test, "beef")
    #expect(
      added?.updateTime == Google_Protobuf_Timestamp(seconds: 1_800_000_000, nanos: 123_000_000)
    )
    let items = try await list(test).items
    #expect(items.map { $0.ingredient?.id } == ["beef", "tomato"])
    #expect(items.map(\.quantity) == [nil, 0.1])
    #expect(items.map(\.unit) == ["", "g"])
    #expect(items.map(\.expireTime) == [nil, expires])
    #expect(try await list(test, by: "minh").items.isEmpty)
  }

  @Test("adding again replaces, removing twice succeeds")
  func again() async throws {
    let test = try await TestService()
    _ = try await add(test, "beef", 1, "piece")
    _ = try await add(test, "beef", 300, "g")
    #expect(try await list(test).items.map(\.quantity) == [300])
    try await remove(test, "beef", by: "minh")
    #expect(try await list(test).items.count == 1)
    try await remove(test, "beef")
    try await remove(test, "beef")
    #expect(try await list(test).items.isEmpty)
  }

  @Test("a pantry pages through its foods")
  func pages() async throws {
    let test = try await TestService()
    let ids = test.service.list.index.foods.prefix(7).map(\.id)
    for id in ids { _ = try await add(test, id) }
    let first = try await list(test, pageSize: 4)
    let second = try await list(test, pageSize: 4, token: first.nextPageToken)
    #expect((first.items + second.items).map { $0.ingredient?.id } == ids)
    #expect(second.nextPageToken.isEmpty)
    #expect(
      await violations { try await list(test, token: first.nextPageToken, by: "minh") }
        == ["page_token"]
    )
    #expect(await violations { try await list(test, pageSize: -1) } == ["page_size"])
  }

  @Test("the 501st food is refused until one is taken out, also when many come at once")
  func full() async throws {
    let test = try await TestService()
    let ids = test.service.list.index.foods.prefix(504).map(\.id)
    for id in ids.prefix(497) { _ = try await add(test, id) }
    let done = await withTaskGroup(of: StatusCode.self) { group in
      for id in ids.suffix(7) { group.addTask { await code { try await add(test, id) } } }
      return await group.reduce(into: [StatusCode: Int]()) { $0[$1, default: 0] += 1 }
    }
    #expect(done == [.ok: 3, .resourceExhausted: 4])
    #expect(await code { try await add(test, ids[0], 2, "piece") } == .ok)
    try await remove(test, ids[0])
    #expect(await code { try await add(test, ids[0]) } == .ok)
  }

  @Test("what is added by two calls at the same moment is there once, and takes one place")
  func twice() async throws {
    let test = try await TestService()
    test.table.interruptTransaction { #expect(await code { try await add(test, "beef") } == .ok) }
    _ = try await add(test, "beef", 300, "g")
    #expect(try await list(test).items.map(\.quantity) == [300])
    let count = try await test.table.get(Key("PANTRY#lan", "COUNT"))
    #expect(count?["count"]?.intValue == 1)
    test.table.interruptTransaction {
      #expect(await code { try await remove(test, "beef") } == .ok)
    }
    try await remove(test, "beef")
    #expect(try await test.table.get(Key("PANTRY#lan", "COUNT"))?["count"]?.intValue == 0)
  }

  @Test("what breaks a rule is refused by field")
  func refused() async throws {
    let test = try await TestService()
    #expect(await violations { try await add(test, "") } == ["ingredient_id"])
    #expect(await violations { try await add(test, "beef", 0, "g") } == ["quantity"])
    #expect(await violations { try await add(test, "beef", -1, "g") } == ["quantity"])
    #expect(await violations { try await add(test, "beef", .nan, "g") } == ["quantity"])
    #expect(await violations { try await add(test, "beef", .infinity, "g") } == ["quantity"])
    #expect(await violations { try await add(test, "beef", 1) } == ["unit"])
    #expect(await violations { try await add(test, "beef", 1, "pound") } == ["unit"])
    let never = Google_Protobuf_Timestamp(seconds: .max)
    #expect(await violations { try await add(test, "beef", expires: never) } == ["expire_time"])
    #expect(await code { try await add(test, "nothing") } == .notFound)
    #expect(await violations { try await remove(test, "") } == ["ingredient_id"])
    #expect(try await list(test).items.isEmpty)
  }
}
