package import Contracts
package import RPC
import ServiceKit
import SingleTable

extension AISuggestionService {
  package func streamSuggest(
    _ request: StreamSuggestRequest,
    _ responses: ResponseWriter<StreamSuggestResponse>,
    context: ServerContext
  ) async throws {
    guard let request = request.request else {
      throw RPCError.invalidArgument(field: "request", "is required")
    }
    var hasBegun = false
    let answer = try await suggest(request, context) { part in
      hasBegun = true
      try await responses.write(StreamSuggestResponse(part))
    }
    let suggestion = answer.suggestion ?? Suggestion()
    if !hasBegun {
      // The answer of a key that was used before: the same parts, without the wait.
      try await responses.write(
        StreamSuggestResponse(.ingredients(suggestion.ingredients))
      )
      for recipe in suggestion.recipes {
        try await responses.write(StreamSuggestResponse(.recipe(recipe)))
      }
      for warning in suggestion.warnings {
        try await responses.write(StreamSuggestResponse(.warning(warning)))
      }
    }
    try await responses.write(StreamSuggestResponse(event: .suggestion(suggestion)))
  }

  /// What both ways of asking do; a key answers the same to either.
  func suggest(
    _ request: SuggestRequest,
    _ context: ServerContext,
    _ tell: (SuggestionPart) async throws -> Void
  ) async throws -> SuggestResponse {
    let user = try context.requireUserID()
    let wish = try SuggestionWish(request)
    let key = try key(request.idempotencyKey, context)
    var withoutKey = request
    withoutKey.idempotencyKey = ""
    let caller = Suggester.Caller(
      userID: user,
      language: context.language,
      deadline: context.deadline
    )
    return try await idempotent.run(
      key: key,
      partition: SuggestionRecord.partition(user),
      request: withoutKey
    ) { claim, isPaid in
      try await suggester.suggest(wish, for: caller, claim: claim, isPaid: isPaid, tell)
    }
  }
}

extension StreamSuggestResponse {
  fileprivate init(_ part: SuggestionPart) {
    switch part {
    case .ingredients(let results): self.init(event: .ingredients(.init(results: results)))
    case .recipe(let recipe): self.init(event: .recipe(recipe))
    case .warning(let warning): self.init(event: .warning(warning))
    }
  }
}
