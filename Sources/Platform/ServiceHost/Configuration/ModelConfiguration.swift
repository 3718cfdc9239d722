package import AWS
import BedrockModel
package import ServiceKit

/// Which model writes new recipes, where it is asked, and what it may cost.
package enum ModelConfiguration: Sendable, Equatable {
  /// The built-in generator, which needs no network and costs nothing.
  case local
  case bedrock(Bedrock)

  package struct Bedrock: Sendable, Equatable {
    package var modelID: String
    package var region: Region
    /// Nil for the region's own.
    package var endpoint: Endpoint?
    package var prices: TokenPrices
    package var monthBudgetMicroUSD: Int64
  }

  /// The price of `BedrockModel.standardModelID`: 0.25 and 1.25 USD for a million tokens.
  private static let standardPrices = TokenPrices(
    inputMicroUSD: 250_000,
    outputMicroUSD: 1_250_000
  )
  /// Some 25,000 recipes of the standard model.
  private static let standardBudgetMicroUSD: Int64 = 50_000_000

  init(_ variables: inout Variables, aws: AWSVariables) throws(ConfigurationError) {
    let kind = try variables.take("MODEL") { text throws(ConfigurationRule) in
      guard text == "local" || text == "bedrock" else { throw "must be local or bedrock" }
      return text
    }
    let modelID = variables.take("MODEL_ID")
    let region = variables.take("MODEL_REGION").map { Region($0) }
    let endpoint = try variables.take("MODEL_ENDPOINT") { text throws(ConfigurationRule) in
      guard let endpoint = Endpoint(text) else { throw "must be http(s)://host[:port]" }
      return endpoint
    }
    let prices = try variables.take("MODEL_PRICES", Self.prices)
    let budget = try variables.take("MODEL_BUDGET_USD", Self.microUSD)
    guard kind == "bedrock" else {
      self = .local
      return
    }
    guard let region = region ?? Region(aws) else {
      throw ConfigurationError(
        variable: "SMART_COOKING_MODEL_REGION",
        rule: "must be set with SMART_COOKING_MODEL=bedrock, or AWS_REGION"
      )
    }
    let id = modelID ?? BedrockModel.standardModelID
    guard let prices = prices ?? (id == BedrockModel.standardModelID ? Self.standardPrices : nil)
    else {
      throw ConfigurationError(
        variable: "SMART_COOKING_MODEL_PRICES",
        rule: "must be set with SMART_COOKING_MODEL_ID: the budget is kept by them"
      )
    }
    self = .bedrock(
      Bedrock(
        modelID: id,
        region: region,
        endpoint: endpoint,
        prices: prices,
        monthBudgetMicroUSD: budget ?? Self.standardBudgetMicroUSD
      )
    )
  }

  /// `0.25/1.25`: US dollars for a million tokens in, and out.
  private static func prices(_ text: String) throws(ConfigurationRule) -> TokenPrices {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2 else { throw "must be two prices, as in 0.25/1.25" }
    return TokenPrices(
      inputMicroUSD: try microUSD(String(parts[0])),
      outputMicroUSD: try microUSD(String(parts[1]))
    )
  }

  private static func microUSD(_ text: String) throws(ConfigurationRule) -> Int64 {
    guard let dollars = Double(text), (0...1_000_000).contains(dollars) else {
      throw "must be US dollars, 0 to 1000000"
    }
    return Int64((dollars * 1_000_000).rounded())
  }
}
