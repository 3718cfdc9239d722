import Contracts
import RPC
import SingleTable
import Testing

@testable import IngredientValidator

@Suite("Unknown names")
struct UnknownTests {
  private func pending(
    _ test: TestService,
    pageSize: Int32 = 0,
    token: String = ""
  ) async throws -> ListUnknownIngredientsResponse {
    try await test.service.listUnknownIngredients(
      .init(pageSize: pageSize, pageToken: token),
      context: .test(user: "root")
    )
  }

  @discardableResult
  private func resolve(
    _ test: TestService,
    _ name: String,
    _ resolution: ResolveUnknownIngredientRequest.Resolution?
  ) async throws -> IngredientRecord? {
    try await test.service.resolveUnknownIngredient(
      .init(foldedName: name, resolution: resolution),
      context: .test(user: "root")
    ).ingredient
  }

  /// A list in the table, and the service that has loaded it.
  private func stored(_ foods: [Food] = [Food("egg", "trứng", "egg")]) async throws -> TestService {
    let test = try await TestService(foods: [])
    try await test.service.list.start(seed: [1]) { _ in foods }
    return test
  }

  private static let crab = IngredientRecord(
    id: "crab",
    name: LocalizedText(vi: "con cua", en: "crab"),
    category: .seafood
  )

  @Test("those with most reporters come first, page by page")
  func order() async throws {
    let test = try await stored()
    for (name, users) in [("sâm đất", 2), ("Hải  Mã", 11), ("quả mơ rừng", 1)] {
      for number in 0..<users { _ = try await test.validate([name], by: "user \(number)") }
    }
    let all = try await pending(test).unknownIngredients
    #expect(all.map(\.foldedName) == ["hai ma", "sam dat", "qua mo rung"])
    #expect(all.map(\.reporterCount) == [11, 2, 1])
    #expect(all.first?.sample == "Hải  Mã")
    let first = try await pending(test, pageSize: 2)
    let rest = try await pending(test, pageSize: 2, token: first.nextPageToken)
    #expect(first.unknownIngredients + rest.unknownIngredients == all)
    #expect(rest.nextPageToken.isEmpty)
  }

  @Test("a name that becomes a food is understood at once, and everywhere after the next look")
  func new() async throws {
    let test = try await stored()
    let other = MasterList(test.service.foods, logger: test.log.logger)
    try await other.refresh()
    _ = try await test.validate(["ba khía"])
    let food = try await resolve(test, "Ba Khía", .addAsNew(Self.crab))
    #expect(food?.id == "crab" && food?.aliases == ["ba khía"])
    let result = try #require(try await test.validate(["BA KHIA"]).first)
    #expect(result.status == .valid && result.ingredient?.id == "crab")
    #expect(other.index.food("crab") == nil)
    try await other.refresh()
    #expect(other.index.describe("ba khia") == "valid crab")
    #expect(try await pending(test).unknownIngredients.isEmpty)
  }

  @Test("a new food that has the name already gets it no second time")
  func ownName() async throws {
    let test = try await stored()
    _ = try await test.validate(["con  cua"])
    #expect(try await resolve(test, "con cua", .addAsNew(Self.crab))?.aliases == [])
  }

  @Test("a name becomes another name of a food, and no import takes it away")
  func alias() async throws {
    let test = try await stored()
    _ = try await test.validate(["hột gà"])
    let food = try await resolve(test, "hot ga", .aliasOf(.init(ingredientId: "egg")))
    #expect(food?.aliases == ["hột gà"])
    #expect(try await test.validate(["hot ga"]).first?.ingredient?.id == "egg")
    var egg = Food("egg", "trứng", "egg", "trứng gà")
    let outcome = try await test.service.foods.bring([egg])
    #expect(outcome == .init(updatedCount: 1))
    #expect(try await test.service.foods.bring([egg]) == .init(unchangedCount: 1))
    egg.addedAliases = ["hột gà"]
    #expect(try await test.service.foods.food("egg") == egg)
  }

  @Test("a name that is ignored is reported no more, nor does it wait")
  func ignored() async throws {
    let test = try await stored()
    _ = try await test.validate(["asdf ghjk"])
    #expect(try await resolve(test, "asdf ghjk", .ignore(.init(reason: "keys"))) == nil)
    let writes = test.table.writeCount
    _ = try await test.validate(["asdf ghjk"], by: "minh")
    #expect(test.table.writeCount == writes)
    #expect(try await pending(test).unknownIngredients.isEmpty)
  }

  @Test("what cannot be decided says why, and changes nothing")
  func refusals() async throws {
    let test = try await stored()
    _ = try await test.validate(["hột vịt lộn"])
    let egg = ResolveUnknownIngredientRequest.Resolution.aliasOf(.init(ingredientId: "egg"))
    #expect(await code { try await resolve(test, "nobody typed it", egg) } == .notFound)
    let nothing = await code {
      try await resolve(test, "hot vit lon", .aliasOf(.init(ingredientId: "x")))
    }
    #expect(nothing == .notFound)
    var taken = Self.crab
    taken.id = "egg"
    let second = await code { try await resolve(test, "hot vit lon", .addAsNew(taken)) }
    #expect(second == .alreadyExists)
    #expect(await violations { try await resolve(test, "", nil) } == ["folded_name", "resolution"])
    taken.category = .unspecified
    let fields = await violations { try await resolve(test, "hot vit lon", .addAsNew(taken)) }
    #expect(fields == ["add_as_new.category"])
    let reason = String(repeating: "m", count: 501)
    let long = await violations { try await resolve(test, "a b", .ignore(.init(reason: reason))) }
    #expect(long == ["ignore.reason"])
    #expect(try await pending(test).unknownIngredients.count == 1)
    try await resolve(test, "hot vit lon", egg)
    #expect(await code { try await resolve(test, "hot vit lon", egg) } == .failedPrecondition)
  }

  @Test("of admins who decide at once one is heard, and the list changes once")
  func together() async throws {
    let test = try await stored()
    _ = try await test.validate(["ba khía"])
    let before = try #require(try await test.service.foods.version()).number
    let codes = await withTaskGroup(of: StatusCode.self) { group in
      for _ in 0..<8 {
        group.addTask {
          await code { try await resolve(test, "ba khia", .addAsNew(Self.crab)) }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(codes.filter { $0 == .ok }.count == 1)
    #expect(codes.allSatisfy { [.ok, .failedPrecondition].contains($0) })
    let version = try await test.service.foods.version()
    #expect(version?.number == before + 1 && version?.foodCount == 2)
  }

  @Test("a food gets fifty names from admins, and no more")
  func manyAliases() async throws {
    let test = try await stored()
    let egg = ResolveUnknownIngredientRequest.Resolution.aliasOf(.init(ingredientId: "egg"))
    let letters = "abcdefghijklmnopqrstuvwxyz".map(String.init)
    let names = (0..<51).map { "zq\(letters[$0 % 26]) \(letters[$0 / 26])wx\(letters[$0 % 26])yyy" }
    for name in names {
      try await test.service.reports.table.put(
        UnknownReport.first(name: name, sample: name, at: 1).item()
      )
    }
    for name in names.dropLast() { try await resolve(test, name, egg) }
    let last = await code { try await resolve(test, names[50], egg) }
    #expect(last == .failedPrecondition)
  }
}
