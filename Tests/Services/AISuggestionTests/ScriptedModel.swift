import Contracts
import Protobuf
import RPC
import ServiceKit
import Synchronization

@testable import AISuggestion

/// Does what a test says, method by method.
struct ScriptedModel: RecipeModel {
  var costMax: Int64 = 0
  let script: @Sendable (RecipePrompt) async throws -> ModelAnswer

  init(
    costMax: Int64 = 0,
    script: @escaping @Sendable (RecipePrompt) async throws -> ModelAnswer
  ) {
    self.costMax = costMax
    self.script = script
  }

  func costMaxMicroUSD(_ prompt: RecipePrompt) -> Int64 { costMax }

  func compose(_ prompt: RecipePrompt, until deadline: Deadline) async throws -> ModelAnswer {
    try await script(prompt)
  }
}

/// A language model that says what a test says, and remembers what it was asked.
final class ScriptedText: TextModel {
  typealias Script = @Sendable (TextPrompt) async throws -> TextCompletion

  private let script: Script
  private let seen = Mutex<[(prompt: TextPrompt, deadline: Deadline)]>([])

  init(_ script: @escaping Script) { self.script = script }

  var prompts: [TextPrompt] { seen.withLock { $0.map(\.prompt) } }
  var deadlines: [Deadline] { seen.withLock { $0.map(\.deadline) } }

  func complete(
    _ prompt: TextPrompt,
    until deadline: Deadline
  ) async throws(TextModelError) -> TextCompletion {
    seen.withLock { $0.append((prompt, deadline)) }
    do { return try await script(prompt) } catch let error as TextModelError { throw error } catch {
      throw .cancelled
    }
  }

  static let prices = TokenPrices(inputMicroUSD: 250_000, outputMicroUSD: 1_250_000)

  var paid: PaidRecipeModel { PaidRecipeModel(self, prices: Self.prices) }
}

extension TextCompletion {
  /// An answer of a plausible length.
  static func said(_ text: String, isComplete: Bool = true) -> TextCompletion {
    TextCompletion(text: text, isComplete: isComplete, inputTokens: 400, outputTokens: 800)
  }
}

/// The text of a good answer: what the built-in generator would write, as JSON.
enum GoodAnswer {
  static func record(_ prompt: TextPrompt) -> RecipeRecord {
    func ids(_ label: String) -> [String] {
      let line = prompt.user.split(separator: "\n").first { $0.hasPrefix("\(label): ") } ?? ""
      return line.dropFirst(label.count + 2).split(separator: "; ").compactMap {
        $0.split(separator: " ").first.map(String.init)
      }
    }
    let name = prompt.user.split(separator: "\n").first { $0.hasPrefix("method: ") }?.dropFirst(8)
    let method = CookingMethod.allCases.first { $0.name == name.map(String.init) } ?? .unspecified
    let recipe = RecipePrompt(
      foods: ids("ingredients").map(Kitchen.food),
      staples: ids("staples").map(Kitchen.food),
      method: method,
      exclusions: Exclusions(),
      seed: 1
    )
    return LocalRecipeModel.record(for: recipe) ?? RecipeRecord()
  }

  static func text(
    _ prompt: TextPrompt,
    _ change: (inout RecipeRecord) -> Void = { _ in }
  ) -> String {
    var record = record(prompt)
    change(&record)
    guard let json = try? record.json() else { preconditionFailure("a record has JSON") }
    return String(decoding: json, as: UTF8.self)
  }
}
