import Contracts
import RPC
import SingleTable
import Testing

@testable import IngredientValidator

@Suite("ValidateIngredients")
struct ValidateTests {
  @Test("each name gets its result, in the order of the names")
  func order() async throws {
    let test = try await TestService()
    let names = ["bơ", "xyzzy quux", "thit ga", "x", "bo", "ca chuaa", "123", "bơ"]
    let results = try await test.validate(names)
    #expect(results.map(\.input) == names)
    #expect(
      results.map(\.status) == [
        .valid, .unknown, .valid, .malformed, .ambiguous, .corrected, .malformed, .valid,
      ]
    )
    #expect(
      results.map { $0.ingredient?.id } == [
        "butter", nil, "chicken", nil, nil, "tomato", nil, "butter",
      ]
    )
    #expect(results[4].suggestions.map { $0.ingredient?.id } == ["beef", "butter"])
    #expect(results.map(\.confidence) == [1, 0, 1, 0, 0, 0.875, 0, 1])
    #expect(results.map { $0.warning.isEmpty } == results.map { $0.status == .valid })
  }

  @Test(
    "vector 2: each name is answered as the product promises",
    arguments: [
      ("thịt gà", .valid, ["chicken"]), ("thit ga", .valid, ["chicken"]),
      ("Chicken", .valid, ["chicken"]), ("ca chuaa", .corrected, ["tomato"]),
      ("bò", .valid, ["beef"]), ("bơ", .valid, ["butter"]), ("bo", .ambiguous, ["beef", "butter"]),
      // Many longer names contain it.
      ("gà", .valid, ["chicken"]), ("x", .malformed, []), ("123", .malformed, []),
    ] as [(String, IngredientStatus, [String])]
  )
  func vector2(name: String, status: IngredientStatus, foods: [String]) async throws {
    let result = try #require(try await TestService().validate([name]).first)
    #expect(result.status == status)
    let found = [result.ingredient] + result.suggestions.map(\.ingredient)
    #expect(found.compactMap { $0?.id } == foods)
    #expect(result.warning.isEmpty == (status == .valid))
    #expect((result.confidence > 0) == (status == .valid || status == .corrected))
  }

  @Test(
    "texts are in the caller's language, Vietnamese by default",
    arguments: [
      ("vi", "gà", "“ca chuaa” được hiểu là “cà chua” (giống 88%)."),
      ("en-GB,en;q=0.9", "chicken", "“ca chuaa” was taken for “tomato” (88% alike)."),
      ("fr", "gà", "“ca chuaa” được hiểu là “cà chua” (giống 88%)."),
    ]
  )
  func language(_ accepted: String, _ name: String, _ warning: String) async throws {
    let test = try await TestService()
    let results = try await test.validate(["chicken", "ca chuaa"], language: accepted)
    #expect(results.first?.ingredient?.name == name)
    #expect(results.last?.warning == warning)
  }

  @Test("no name and more than 20 are refused by field", arguments: [0, 21, 500])
  func listSize(_ count: Int) async throws {
    let test = try await TestService()
    let names = Array(repeating: "gà", count: count)
    #expect(await violations { try await test.validate(names) } == ["names"])
  }

  @Test("20 names are answered")
  func fullList() async throws {
    let test = try await TestService()
    #expect(try await test.validate(Array(repeating: "gà", count: 20)).count == 20)
  }

  @Test("nobody is answered who is no user")
  func caller() async throws {
    let test = try await TestService()
    let request = ValidateIngredientsRequest(names: ["gà"])
    #expect(
      await code {
        try await test.service.validateIngredients(request, context: .test(user: nil))
      } == .unauthenticated
    )
  }

  @Test("a huge name is malformed like any long one")
  func hugeName() async throws {
    let test = try await TestService()
    let results = try await test.validate([String(repeating: "gà ", count: 300_000)])
    #expect(results.map(\.status) == [.malformed])
  }
}

@Suite("Unknown names")
struct UnknownReportTests {
  @Test("a name is counted once for each user, however it is written")
  func oncePerUser() async throws {
    let test = try await TestService()
    _ = try await test.validate(["Xyzzý Quux", "xyzzy  quux", "xyzzy quux"], by: "lan")
    _ = try await test.validate(["xyzzy quux"], by: "lan")
    _ = try await test.validate(["xyzzy quux", "gà"], by: "minh")
    let report = try await test.service.reports.report(of: "xyzzy quux")
    #expect(report?.reporterCount == 2)
    #expect(report?.sample == "Xyzzý Quux")
    let writes = test.table.writeCount
    _ = try await test.validate(["xyzzy quux"], by: "lan")
    #expect(test.table.writeCount == writes)
  }

  @Test("names that are understood or malformed are not reported")
  func onlyUnknown() async throws {
    let test = try await TestService()
    let writes = test.table.writeCount
    _ = try await test.validate(["gà", "bo", "ca chuaa", "x", "123"])
    #expect(test.table.writeCount == writes)
  }

  @Test("somebody else at the same moment is counted as well", arguments: [0, 3])
  func together(_ before: Int) async throws {
    let test = try await TestService()
    for number in 0..<before { _ = try await test.validate(["xyzzy quux"], by: "user \(number)") }
    test.table.interruptTransaction {
      #expect(await code { try await test.validate(["xyzzy quux"], by: "minh") } == .ok)
    }
    _ = try await test.validate(["xyzzy quux"], by: "lan")
    #expect(try await test.service.reports.report(of: "xyzzy quux")?.reporterCount == before + 2)
    #expect(try await test.service.reports.alerts(from: nil).items.count == (before == 3 ? 1 : 0))
  }

  @Test("the same user in two calls at the same moment is counted once")
  func twice() async throws {
    let test = try await TestService()
    test.table.interruptTransaction {
      #expect(await code { try await test.validate(["xyzzy quux"], by: "lan") } == .ok)
    }
    _ = try await test.validate(["xyzzy quux"], by: "lan")
    #expect(try await test.service.reports.report(of: "xyzzy quux")?.reporterCount == 1)
  }

  @Test("a decided name is not counted any more")
  func decided() async throws {
    let test = try await TestService()
    _ = try await test.validate(["xyzzy quux"], by: "lan")
    var report = try #require(await test.service.reports.report(of: "xyzzy quux"))
    report.state = .decided
    try await test.table.put(report.item())
    _ = try await test.validate(["xyzzy quux"], by: "minh")
    #expect(try await test.service.reports.report(of: "xyzzy quux") == report)
  }

  @Test("a table that fails does not fail the answer, and says so in the log")
  func failure() async throws {
    let test = try await TestService()
    test.table.fail(afterWrites: 0)
    #expect(try await test.validate(["xyzzy quux", "gà"]).map(\.status) == [.unknown, .valid])
    #expect(test.log.warnings == ["unknown ingredients were not reported"])
    test.table.fail(afterWrites: nil)
    _ = try await test.validate(["xyzzy quux"])
    #expect(try await test.service.reports.report(of: "xyzzy quux")?.reporterCount == 1)
  }

  @Test(
    "alerts are due at 5 and at its doublings alone",
    arguments: zip(
      [1, 4, 5, 6, 9, 10, 15, 20, 25, 40, 80],
      [false, false, true, false, false, true, false, true, false, true, true]
    )
  )
  func due(_ count: Int, _ isAlert: Bool) {
    var report = UnknownReport.first(name: "x", sample: "x", at: 0)
    report.reporterCount = count
    #expect(report.isAlert == isAlert)
  }
}
