import Contracts
import RPC
import SingleTable
import Testing

@testable import IngredientValidator

@Suite("Forgetting a user")
struct PrivacyTests {
  @Test("pantry and reports are gone, the number of reporters and everybody else's stay")
  func erase() async throws {
    let test = try await TestService()
    for user in ["lan", "minh"] {
      for id in ["tomato", "beef"] {
        _ = try await test.service.addPantryItem(
          .init(ingredientId: id),
          context: .test(user: user)
        )
      }
      _ = try await test.validate(["xyzzy quux", "quux xyzzy plugh"], by: user)
    }
    for _ in 0..<2 {
      _ = try await test.service.eraseIngredientData(
        .init(userId: "lan"),
        context: .test(user: "rating-handler")
      )
    }
    for (user, count) in [("lan", 0), ("minh", 2)] {
      let pantry = try await test.service.listPantry(.init(), context: .test(user: user))
      #expect(pantry.items.count == count)
      #expect(try await test.service.reports.reports(by: user).items.count == count)
    }
    #expect(try await test.service.reports.report(of: "xyzzy quux")?.reporterCount == 2)
    let count = try await test.table.get(Key("PANTRY#lan", "COUNT"))
    #expect(count == nil)
  }

  @Test("one who was forgotten loses reports of until then, and nothing else")
  func onceMore() async throws {
    let test = try await TestService()
    _ = try await test.service.addPantryItem(
      .init(ingredientId: "tomato"),
      context: .test(user: "lan")
    )
    _ = try await test.validate(["xyzzy quux"], by: "lan")
    let until: Int64 = 1_800_000_000_123
    try await test.table.put(
      UnknownReporter(name: "quux xyzzy plugh", user: "lan", at: until + 1).item()
    )
    _ = try await test.service.eraseIngredientData(
      .init(userId: "lan", untilMilliseconds: until),
      context: .test(user: "rating-handler")
    )
    let left = try await test.service.reports.reports(by: "lan").records(UnknownReporter.self)
    #expect(left.map(\.name) == ["quux xyzzy plugh"])
    let pantry = try await test.service.listPantry(.init(), context: .test(user: "lan"))
    #expect(pantry.items.count == 1)
    let fields = await violations {
      try await test.service.eraseIngredientData(
        .init(userId: "lan", untilMilliseconds: -1),
        context: .test()
      )
    }
    #expect(fields == ["until_milliseconds"])
  }

  @Test("whose data it is must be said")
  func noUser() async throws {
    let test = try await TestService()
    let fields = await violations {
      try await test.service.eraseIngredientData(.init(), context: .test())
    }
    #expect(fields == ["user_id"])
  }

  @Test("a large partition is deleted page by page, and so is what is added meanwhile")
  func adding() async throws {
    let test = try await TestService()
    for number in 0..<250 {
      try await test.table.put(Item(Key("PANTRY#lan", "INGREDIENT#\(number)"), ["user": "lan"]))
    }
    try await test.service.pantry.forget("lan")
    #expect(try await test.table.query(Query(partition: "PANTRY#lan")).items.isEmpty)
  }
}
