import Contracts
import RPC
import ServiceKit
import Synchronization
import Testing

@testable import AISuggestion

struct StreamSuggestTests {
  private typealias Event = StreamSuggestResponse.Event

  private static func ask(_ count: Int32 = 1, key: String = "") -> StreamSuggestRequest {
    StreamSuggestRequest(
      request: SuggestRequest(
        ingredients: ["beef", "ca chuaa", "moon dust"],
        recipeCount: count,
        idempotencyKey: key
      )
    )
  }

  private static func kinds(_ events: [StreamSuggestResponse]) -> [String] {
    events.map { event in
      switch event.event {
      case .ingredients: "ingredients"
      case .recipe(let recipe): recipe.source == .cookbook ? "cookbook" : "model"
      case .warning: "warning"
      case .suggestion: "suggestion"
      case nil: "nothing"
      }
    }
  }

  private static func suggestion(_ events: [StreamSuggestResponse]) -> Suggestion? {
    if case .suggestion(let suggestion)? = events.last?.event { suggestion } else { nil }
  }

  @Test("cookbook recipes come at once, those of the model when they are there, the whole at last")
  func order() async throws {
    let (released, release) = AsyncStream.makeStream(of: Void.self)
    let model = ScriptedText { prompt in
      for await _ in released {}
      return .said(GoodAnswer.text(prompt))
    }
    try await WiredService.run(recipes: [.test("a", .soup)], model: .test(model)) { wired in
      var events: [StreamSuggestResponse] = []
      for try await event in wired.client.streamSuggest(Self.ask(3)) {
        events.append(event)
        // The model has not answered yet, and what is known is there.
        if Self.kinds(events).last == "cookbook" { release.finish() }
      }
      #expect(
        Self.kinds(events) == [
          "ingredients", "warning", "warning", "cookbook", "model", "model", "suggestion",
        ]
      )
      let suggestion = try #require(Self.suggestion(events))
      #expect(suggestion.fromCookbook == 1 && suggestion.fromModel == 2)
      #expect(suggestion.costMicroUsd == 2 * 1100)
      var shown: [String] = []
      for case .recipe(let recipe)? in events.map(\.event) { shown.append(recipe.recipe?.id ?? "") }
      #expect(Set(shown) == Set(suggestion.recipes.compactMap { $0.recipe?.id }))
      let kept = try await wired.client.getSuggestion(.init(id: suggestion.id))
      #expect(kept.suggestion == suggestion)
    }
  }

  @Test("a key answers the same parts again, to either way of asking, and nothing is paid twice")
  func replay() async throws {
    let model = ScriptedText { .said(GoodAnswer.text($0)) }
    try await WiredService.run(recipes: [.test("a", .soup)], model: .test(model)) { wired in
      var runs: [[StreamSuggestResponse]] = []
      for _ in 1...2 {
        var events: [StreamSuggestResponse] = []
        for try await event in wired.client.streamSuggest(Self.ask(2, key: "k")) {
          events.append(event)
        }
        runs.append(events)
      }
      #expect(Self.suggestion(runs[0]) == Self.suggestion(runs[1]))
      #expect(Self.kinds(runs[0]).sorted() == Self.kinds(runs[1]).sorted())
      let request = try #require(Self.ask(2, key: "k").request)
      let whole = try await wired.client.suggest(request)
      #expect(whole.suggestion == Self.suggestion(runs[0]))
      #expect(model.prompts.count == 1)
    }
  }

  @Test("what is wrong is told before any part")
  func refusal() async throws {
    try await WiredService.run { wired in
      let wrong = await failure {
        for try await _ in wired.client.streamSuggest(StreamSuggestRequest()) {}
      }
      #expect(wrong?.fields == ["request"])
      let bad = await failure {
        for try await _ in wired.client.streamSuggest(.init(request: SuggestRequest())) {}
      }
      #expect(bad?.fields == ["ingredients"])
    }
  }

  @Test("a caller who leaves stops the model's calls within 50 ms, and nothing is stored")
  func cancellation() async throws {
    let (started, start) = AsyncStream.makeStream(of: Void.self)
    let (stopped, stop) = AsyncStream.makeStream(of: Deadline.self)
    let model = ScriptedText { _ in
      start.yield()
      // Ends by cancellation alone.
      let (silence, _) = AsyncStream.makeStream(of: Void.self)
      for await _ in silence {}
      stop.yield(.now)
      throw TextModelError.cancelled
    }
    try await WiredService.run(model: .test(model)) { wired in
      var starts = started.makeAsyncIterator()
      var stops = stopped.makeAsyncIterator()
      var taken: [Duration] = []
      for _ in 1...5 {
        let stream = wired.client.streamSuggest(Self.ask(3))
        for _ in 1...3 { _ = await starts.next() }
        let left = Deadline.now
        stream.cancel()
        var last = left
        for _ in 1...3 { last = await stops.next() ?? last }
        taken.append(last.remaining(at: left))
      }
      print("three model calls stopped within \(taken) of their caller leaving")
      // One that a busy machine did not disturb tells what it takes.
      #expect(try #require(taken.min()) < .milliseconds(50))
      let kept = try await wired.client.listSuggestions(ListSuggestionsRequest())
      #expect(kept.suggestions.isEmpty)
    }
  }

  @Test("one deadline bounds the validator, the model and the answer")
  func deadline() async throws {
    let model = ScriptedText { _ in
      let (silence, _) = AsyncStream.makeStream(of: Void.self)
      for await _ in silence {}
      throw TextModelError.cancelled
    }
    try await WiredService.run(recipes: [.test("a", .soup)], model: .test(model)) { wired in
      let start = Deadline.now
      let options = CallOptions(timeout: .seconds(8))
      let request = try #require(Self.ask(2).request)
      let answer = try await wired.client.suggest(request, options: options)
      // The model was waited for as long as there was time, and the caller still has an answer.
      #expect(start.remaining(at: .now) > .seconds(-8))
      let codes = answer.suggestion?.warnings.map(\.code) ?? []
      #expect(codes.contains(.modelUnavailable))
      #expect(answer.suggestion?.fromCookbook == 1)
      // On the way a deadline is what is left, which a busy machine reads a little later.
      let end = start.advanced(by: .seconds(8) + .milliseconds(500))
      #expect(wired.validator.deadlines.allSatisfy { $0 < end })
      #expect(!wired.validator.deadlines.isEmpty)
      // A second is kept to store and to answer.
      #expect(model.deadlines.allSatisfy { $0 < end.advanced(by: .seconds(-1)) })
      // A machine that is too busy leaves it no time to be asked; then nobody waited.
      let hasWaited = start.remaining(at: .now) < .seconds(-5)
      #expect(model.deadlines.count == (hasWaited ? 1 : 0))
    }
  }
}
