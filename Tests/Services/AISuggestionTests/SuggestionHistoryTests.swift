import Contracts
import RPC
import Testing

@testable import AISuggestion

struct SuggestionHistoryTests {
  @Test("suggestions are listed newest first, to their owner alone")
  func list() async throws {
    let test = try await TestService(recipes: [.test("a")])
    var ids: [String] = []
    for index in 0..<5 {
      ids.append(try await test.suggest(["beef", "tomato"], key: "k\(index)").id)
    }
    let first = try await test.service.listSuggestions(.init(pageSize: 3), context: .test("lan"))
    let rest = try await test.service.listSuggestions(
      .init(pageSize: 3, pageToken: first.nextPageToken),
      context: .test("lan")
    )
    #expect((first.suggestions + rest.suggestions).map(\.id) == ids.reversed())
    #expect(rest.nextPageToken.isEmpty)
    let others = try await test.service.listSuggestions(.init(), context: .test("minh"))
    #expect(others.suggestions.isEmpty)
    let stranger = await failure {
      try await test.service.getSuggestion(.init(id: ids[0]), context: .test("minh"))
    }
    #expect(stranger?.code == .notFound)
  }

  @Test("a suggestion is told again as it was, in either language, and forgotten after 90 days")
  func again() async throws {
    let test = try await TestService(recipes: [.test("a", .soup)])
    let made = try await test.suggest(["beef", "ca chuaa"], 2)
    let again = try await test.service.getSuggestion(.init(id: made.id), context: .test("lan"))
    #expect(again.suggestion == made)
    let english = try await test.service.getSuggestion(
      .init(id: made.id),
      context: .test("lan", language: "en")
    )
    #expect(english.suggestion?.recipes.first?.recipe?.title == "Dish a")
    #expect(english.suggestion?.ingredients.map { $0.ingredient?.name } == ["beef", "tomato"])
    #expect(english.suggestion?.warnings.first?.message == "\"ca chuaa\" was read as tomato.")
    test.clock.advance(by: 90 * 86_400)
    let late = await failure {
      try await test.service.getSuggestion(.init(id: made.id), context: .test("lan"))
    }
    #expect(late?.code == .notFound)
  }

  @Test("feedback is kept and replaced, and only names recipes of the suggestion")
  func feedback() async throws {
    let test = try await TestService(recipes: [.test("a")])
    let made = try await test.suggest(["beef", "tomato"])
    func submit(_ id: String, _ feedback: SuggestionFeedback?) async throws -> Suggestion? {
      try await test.service.submitFeedback(
        .init(suggestionId: id, feedback: feedback),
        context: .test("lan")
      ).suggestion
    }
    let feedback = SuggestionFeedback(helpful: true, comment: "ngon", chosenRecipeId: "a")
    #expect(try await submit(made.id, feedback)?.feedback == feedback)
    #expect(try await submit(made.id, .init(helpful: false))?.feedback?.helpful == false)
    #expect(await failure { try await submit(made.id, nil) }?.fields == ["feedback"])
    let wrong = SuggestionFeedback(
      comment: String(repeating: "a", count: 501),
      chosenRecipeId: "b"
    )
    #expect(
      await failure { try await submit(made.id, wrong) }?.fields == [
        "feedback.comment", "feedback.chosen_recipe_id",
      ]
    )
    #expect(await failure { try await submit("nothing", feedback) }?.code == .notFound)
    // One character, and more bytes than an item of the table holds.
    let heavy = SuggestionFeedback(comment: "a" + String(repeating: "\u{301}", count: 300_000))
    #expect(await failure { try await submit(made.id, heavy) }?.fields == ["feedback.comment"])
  }
}
