package import RPC

/// A language model that answers a prompt with text, and is paid by the token.
///
/// Knows how to ask and nothing of what it is asked: a service writes the prompt and reads the text.
package protocol TextModel: Sendable {
  /// Asks once; what is known to have had no effect may be asked again until the deadline.
  ///
  /// A cancelled task stops the call at once.
  func complete(
    _ prompt: TextPrompt,
    until deadline: Deadline
  ) async throws(TextModelError) -> TextCompletion
}

package struct TextPrompt: Sendable, Equatable {
  /// What the model is and must keep to.
  package let system: String
  /// What is asked this time.
  package let user: String
  /// The model stops there, mid-word if need be.
  package let outputTokensMax: Int

  package init(system: String, user: String, outputTokensMax: Int) {
    self.system = system
    self.user = user
    self.outputTokensMax = outputTokensMax
  }
}

package struct TextCompletion: Sendable, Equatable {
  package let text: String
  /// False when the model stopped for another reason than having said everything.
  package let isComplete: Bool
  package let inputTokens: Int
  package let outputTokens: Int

  package init(text: String, isComplete: Bool, inputTokens: Int, outputTokens: Int) {
    self.text = text
    self.isComplete = isComplete
    self.inputTokens = inputTokens
    self.outputTokens = outputTokens
  }
}

/// Why a model gave no text.
///
/// What matters is whether it has to be paid all the same.
package enum TextModelError: Error, Sendable, Equatable {
  /// Nothing was done: too much at once, not reachable, or no time left.
  case unavailable(reason: String)
  /// The request is refused, and always would be.
  case refused(reason: String)
  /// It was asked, and what became of it is not known.
  case unknownOutcome(reason: String)
  /// It answered what is no answer, or too much of it.
  case malformed(reason: String)
  case cancelled
}

/// What a model's tokens cost, in millionths of a US dollar for a million tokens.
package struct TokenPrices: Sendable, Equatable {
  package let inputMicroUSD: Int64
  package let outputMicroUSD: Int64

  package init(inputMicroUSD: Int64, outputMicroUSD: Int64) {
    self.inputMicroUSD = inputMicroUSD
    self.outputMicroUSD = outputMicroUSD
  }

  /// Rounded up: nothing that is paid counts as nothing.
  package func costMicroUSD(inputTokens: Int, outputTokens: Int) -> Int64 {
    let millionths =
      Int64(clamping: inputTokens) * inputMicroUSD + Int64(clamping: outputTokens) * outputMicroUSD
    return (millionths + 999_999) / 1_000_000
  }
}

/// The model that a deployment has chosen, with what it costs.
package struct PaidModel: Sendable {
  package let model: any TextModel
  package let prices: TokenPrices
  /// A calendar month's calls cost no more than this, all together.
  package let monthBudgetMicroUSD: Int64

  package init(model: any TextModel, prices: TokenPrices, monthBudgetMicroUSD: Int64) {
    self.model = model
    self.prices = prices
    self.monthBudgetMicroUSD = monthBudgetMicroUSD
  }
}
