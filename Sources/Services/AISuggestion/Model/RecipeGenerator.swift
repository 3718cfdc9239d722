import Contracts
import Logging

/// Asks the model for several recipes at once and keeps those that are fit.
struct RecipeGenerator: Sendable {
  let model: any RecipeModel
  let logger: Logger
  /// Returns when a model call has taken the given time; injected so that tests need not wait.
  var pause: @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }

  struct Outcome: Sendable {
    var answers: [ModelAnswer] = []
    var costMicroUSD: Int64 = 0
    /// Calls that failed or took too long.
    var failedCount = 0
    var droppedCount = 0
  }

  /// The fit answers, in the order of the prompts; none has a title that is there already.
  ///
  /// A near title is no fault here: each prompt asks for another method, and beef stir-fried or
  /// braised with tomato and garlic differ in that one word.
  func recipes(
    for prompts: [RecipePrompt],
    besides titles: [FoldedTitle],
    within limit: Duration
  ) async throws -> Outcome {
    var outcome = Outcome()
    var titles = titles
    for (prompt, result) in zip(prompts, try await ask(prompts, within: limit)) {
      switch result {
      case .failure(let error):
        outcome.failedCount += 1
        logger.warning(
          "the model failed",
          metadata: ["method": "\(prompt.method.slug)", "error": "\(error)"]
        )
      case .success(let answer):
        outcome.costMicroUSD += answer.costMicroUSD
        let title = FoldedTitle(answer.record.title)
        let fault =
          ModelAnswerCheck.fault(of: answer.record, for: prompt)
          ?? (titles.contains(where: title.isSame) ? .duplicate : nil)
        if let fault {
          outcome.droppedCount += 1
          logger.warning(
            "a model answer was dropped",
            metadata: ["method": "\(prompt.method.slug)", "cause": "\(fault.rawValue)"]
          )
        } else {
          outcome.answers.append(answer)
          titles.append(title)
        }
      }
    }
    return outcome
  }

  /// What became of one prompt.
  private struct Answered: Sendable {
    let index: Int
    let result: Result<ModelAnswer, any Error>
  }

  private func ask(
    _ prompts: [RecipePrompt],
    within limit: Duration
  ) async throws -> [Result<ModelAnswer, any Error>] {
    let results = await withTaskGroup(of: Answered.self) { group in
      var results: [Int: Result<ModelAnswer, any Error>] = [:]
      for (index, prompt) in prompts.enumerated() {
        if index >= Limits.modelCallsAtOnceMax, let answered = await group.next() {
          results[answered.index] = answered.result
        }
        group.addTask { await answer(prompt, index, within: limit) }
      }
      for await answered in group { results[answered.index] = answered.result }
      return prompts.indices.compactMap { results[$0] }
    }
    // The caller has left: nothing is stored or answered.
    try Task.checkCancellation()
    return results
  }

  private func answer(
    _ prompt: RecipePrompt,
    _ index: Int,
    within limit: Duration
  ) async -> Answered {
    do {
      return Answered(index: index, result: .success(try await compose(prompt, within: limit)))
    } catch {
      return Answered(index: index, result: .failure(error))
    }
  }

  /// The model against the clock: whichever ends first cancels the other.
  private func compose(
    _ prompt: RecipePrompt,
    within limit: Duration
  ) async throws -> ModelAnswer {
    try await withThrowingTaskGroup(of: ModelAnswer.self) { group in
      group.addTask { try await model.compose(prompt) }
      group.addTask {
        try await pause(limit)
        throw ModelTimeout()
      }
      defer { group.cancelAll() }
      guard let answer = try await group.next() else { throw ModelTimeout() }
      return answer
    }
  }
}

struct ModelTimeout: Error, CustomStringConvertible {
  var description: String { "the model took too long" }
}
