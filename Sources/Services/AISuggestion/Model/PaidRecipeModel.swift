import Contracts
import RPC
import ServiceKit
import Synchronization

/// Has recipes written by a language model that is paid by the token.
///
/// Asks no more than it is good for: so many calls at once in this process, and none for a while
/// after several failures in a row.
final class PaidRecipeModel: RecipeModel {
  private struct State {
    var breaker = CircuitBreaker()
    var running = 0
  }

  private let model: any TextModel
  private let prices: TokenPrices
  private let now: @Sendable () -> Deadline
  private let state = Mutex(State())

  init(
    _ model: any TextModel,
    prices: TokenPrices,
    now: @escaping @Sendable () -> Deadline = { .now }
  ) {
    self.model = model
    self.prices = prices
    self.now = now
  }

  var writesFreely: Bool { true }
  var timeMin: Duration { Limits.modelTimeMin }

  /// A token is at least a byte of the prompt.
  func costMaxMicroUSD(_ prompt: RecipePrompt) -> Int64 {
    let text = PromptText.prompt(prompt)
    return prices.costMicroUSD(
      inputTokens: text.system.utf8.count + text.user.utf8.count + Limits.promptFrameTokens,
      outputTokens: text.outputTokensMax
    )
  }

  func compose(_ prompt: RecipePrompt, until deadline: Deadline) async throws -> ModelAnswer {
    let start = now()
    try begin(at: start)
    defer { state.withLock { $0.running -= 1 } }
    let completion: TextCompletion
    do throws(TextModelError) {
      completion = try await model.complete(PromptText.prompt(prompt), until: deadline)
    } catch {
      let end = now()
      // Neither a caller who left nor one who gave it little time has found out that it fails.
      let hasFailed =
        deadline <= end
        ? deadline.remaining(at: start) >= Limits.modelPatience : error != .cancelled
      if hasFailed { state.withLock { $0.breaker.failed(at: end) } }
      throw failure(error, prompt)
    }
    state.withLock { $0.breaker.succeeded() }
    let cost = prices.costMicroUSD(
      inputTokens: completion.inputTokens,
      outputTokens: completion.outputTokens
    )
    guard completion.isComplete, let record = WrittenRecipe.parse(completion.text, for: prompt)
    else { throw ModelFailure(cause: .unfit(.malformed), costMicroUSD: cost) }
    return ModelAnswer(record: record, source: .modelBedrock, costMicroUSD: cost)
  }

  private func begin(at now: Deadline) throws(ModelFailure) {
    let reason: String? = state.withLock { state in
      guard state.running < Limits.modelCallsInProcessMax else { return "too many calls at once" }
      guard state.breaker.admits(at: now) else { return "it failed too often just now" }
      state.running += 1
      return nil
    }
    if let reason { throw ModelFailure(cause: .unavailable(reason), costMicroUSD: 0) }
  }

  private func failure(_ error: TextModelError, _ prompt: RecipePrompt) -> any Error {
    switch error {
    case .cancelled:
      // That the caller left says nothing of the model; what it cost is set aside already.
      return CancellationError()
    case .unavailable(let reason), .refused(let reason):
      return ModelFailure(cause: .unavailable(reason), costMicroUSD: 0)
    case .unknownOutcome(let reason):
      return ModelFailure(cause: .unavailable(reason), costMicroUSD: costMaxMicroUSD(prompt))
    case .malformed:
      return ModelFailure(cause: .unfit(.malformed), costMicroUSD: costMaxMicroUSD(prompt))
    }
  }
}
