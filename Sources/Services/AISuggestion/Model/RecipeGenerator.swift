import Contracts
import Logging
import RPC
import ServiceKit

/// Asks the model for several recipes at once and keeps those that are fit.
struct RecipeGenerator: Sendable {
  let model: any RecipeModel
  let budget: ModelBudget
  let counters: ModelCounters
  let logger: Logger
  /// Returns when a model call has taken the given time; injected so that tests need not wait.
  var pause: @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }

  struct Outcome: Sendable {
    /// Fit answers by the place of their prompt.
    var answers: [Int: ModelAnswer] = [:]
    var costMicroUSD: Int64 = 0
    /// Calls that failed or took too long.
    var failedCount = 0
    var droppedCount = 0
    /// Calls for which there was no money.
    var unaffordableCount = 0
  }

  /// What a suggestion asks of its model.
  struct Order: Sendable {
    let prompts: [RecipePrompt]
    /// Titles that are there already; a recipe with one of them is not wanted.
    let titles: [FoldedTitle]
    /// The foods that texts may speak of; nil where texts need no look.
    let words: FoodWords?
    /// Recipes that cannot even be asked for; they count as failed.
    var missedCount = 0
    let deadline: Deadline
  }

  /// Hands over each fit answer as it comes, with the place of its prompt.
  ///
  /// A near title is no fault here: each prompt asks for another method, and beef stir-fried or
  /// braised with tomato and garlic differ in that one word. A caller who leaves, or whom `take`
  /// cannot reach, stops all calls.
  func recipes(
    for order: Order,
    _ take: (Int, ModelAnswer) async throws -> Void
  ) async throws -> Outcome {
    var outcome = Outcome(failedCount: order.missedCount)
    var titles = order.titles
    try await withThrowingTaskGroup(of: Answered.self) { group in
      for (index, prompt) in order.prompts.enumerated() {
        group.addTask { try await ask(prompt, index, until: order.deadline) }
      }
      for try await answered in group {
        outcome.costMicroUSD += answered.costMicroUSD
        switch judge(answered, order, titles) {
        case .use(let answer):
          counters.used(costMicroUSD: answered.costMicroUSD)
          outcome.answers[answered.index] = answer
          titles.append(FoldedTitle(answer.record.title))
          try await take(answered.index, answer)
        case .drop(let fault):
          outcome.droppedCount += 1
          counters.dropped(fault, costMicroUSD: answered.costMicroUSD)
          log("a model answer was dropped", order.prompts[answered.index], fault.rawValue)
        case .miss(let reason):
          outcome.failedCount += 1
          counters.failed(costMicroUSD: answered.costMicroUSD)
          log("the model failed", order.prompts[answered.index], reason)
        case .unaffordable:
          outcome.unaffordableCount += 1
          counters.unaffordable()
        }
      }
    }
    // The caller has left: nothing is stored or answered.
    try Task.checkCancellation()
    return outcome
  }

  private func log(_ what: Logger.Message, _ prompt: RecipePrompt, _ cause: String) {
    logger.warning(what, metadata: ["method": "\(prompt.method.slug)", "cause": "\(cause)"])
  }
}

// MARK: - One answer

extension RecipeGenerator {
  /// What became of one prompt.
  private struct Answered: Sendable {
    let index: Int
    /// Nil when there was no money for it.
    let result: Result<ModelAnswer, any Error>?
    let costMicroUSD: Int64
  }

  private enum Verdict {
    case use(ModelAnswer)
    case drop(ModelAnswerCheck.Fault)
    case miss(String)
    case unaffordable
  }

  private func judge(_ answered: Answered, _ order: Order, _ titles: [FoldedTitle]) -> Verdict {
    switch answered.result {
    case nil: return .unaffordable
    case .failure(let error):
      guard let failure = error as? ModelFailure else { return .miss("\(error)") }
      switch failure.cause {
      case .unfit(let fault): return .drop(fault)
      case .unavailable(let reason): return .miss(reason)
      }
    case .success(let answer):
      let prompt = order.prompts[answered.index]
      let fault = ModelAnswerCheck.fault(of: answer.record, for: prompt, words: order.words)
      if let fault { return .drop(fault) }
      let title = FoldedTitle(answer.record.title)
      return titles.contains(where: title.isSame) ? .drop(.duplicate) : .use(answer)
    }
  }

  private func ask(
    _ prompt: RecipePrompt,
    _ index: Int,
    until deadline: Deadline
  ) async throws -> Answered {
    let costMax = model.costMaxMicroUSD(prompt)
    let reservation: ModelBudget.Reservation
    do {
      guard let reserved = try await budget.reserve(costMax) else {
        return Answered(index: index, result: nil, costMicroUSD: 0)
      }
      reservation = reserved
    } catch {
      try Task.checkCancellation()
      return Answered(index: index, result: .failure(error), costMicroUSD: 0)
    }
    let result: Result<ModelAnswer, any Error>
    var cost = costMax
    do {
      let answer = try await compose(prompt, until: deadline)
      result = .success(answer)
      cost = answer.costMicroUSD
    } catch {
      // What a call cost that was cut off is not known: it counts as the most.
      try Task.checkCancellation()
      result = .failure(error)
      if let failure = error as? ModelFailure { cost = failure.costMicroUSD }
    }
    do {
      try await shielded { [cost] in try await budget.settle(reservation, costMicroUSD: cost) }
    } catch {
      // Then more is set aside than was spent, which errs on the side that is allowed.
      logger.warning("the model's budget cannot be settled", metadata: ["error": "\(error)"])
    }
    return Answered(index: index, result: result, costMicroUSD: cost)
  }

  /// The model against the clock: whichever ends first cancels the other.
  private func compose(
    _ prompt: RecipePrompt,
    until deadline: Deadline
  ) async throws -> ModelAnswer {
    try await withThrowingTaskGroup(of: ModelAnswer.self) { group in
      group.addTask { try await model.compose(prompt, until: deadline) }
      group.addTask {
        try await pause(max(.zero, deadline.remaining()))
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
