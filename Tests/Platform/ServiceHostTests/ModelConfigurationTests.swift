import AWS
import ServiceKit
import Testing

@testable import ServiceHost

@Suite("The choice of a model")
struct ModelConfigurationTests {
  private func model(_ settings: [String: String]) throws -> ModelConfiguration {
    var environment: [String: String] = [:]
    for (name, value) in settings {
      environment[name.hasPrefix("AWS") ? name : "SMART_COOKING_MODEL" + name] = value
    }
    return try Configuration(environment: environment).model
  }

  @Test("on a desk the built-in one writes, also where another is described and not chosen")
  func local() throws {
    #expect(try model([:]) == .local)
    #expect(try model(["": "local", "_ID": "x", "_PRICES": "1/2"]) == .local)
  }

  @Test("the standard model needs a region alone")
  func standard() throws {
    let chosen = ModelConfiguration.Bedrock(
      modelID: "anthropic.claude-3-haiku-20240307-v1:0",
      region: Region("eu-west-1"),
      endpoint: nil,
      prices: TokenPrices(inputMicroUSD: 250_000, outputMicroUSD: 1_250_000),
      monthBudgetMicroUSD: 50_000_000
    )
    #expect(try model(["": "bedrock", "_REGION": "eu-west-1"]) == .bedrock(chosen))
    #expect(try model(["": "bedrock", "AWS_REGION": "eu-west-1"]) == .bedrock(chosen))
    var other = chosen
    other.modelID = "other"
    other.prices = TokenPrices(inputMicroUSD: 3_000_000, outputMicroUSD: 15_000_000)
    other.monthBudgetMicroUSD = 12_500_000
    let told = ["": "bedrock", "_REGION": "eu-west-1", "_ID": "other", "_BUDGET_USD": "12.5"]
    #expect(try model(told.merging(["_PRICES": "3/15"]) { $1 }) == .bedrock(other))
  }

  @Test(
    "what is missing or wrong stops the start, and is named",
    arguments: [
      (["": "gpt"], "MODEL"), (["": "bedrock"], "MODEL_REGION"),
      (["": "bedrock", "_REGION": "r", "_ID": "other"], "MODEL_PRICES"),
      (["_PRICES": "1"], "MODEL_PRICES"), (["_PRICES": "1/x"], "MODEL_PRICES"),
      (["_PRICES": "-1/1"], "MODEL_PRICES"), (["_BUDGET_USD": "nan"], "MODEL_BUDGET_USD"),
      (["_BUDGET_USD": "1e99"], "MODEL_BUDGET_USD"), (["_ENDPOINT": "x"], "MODEL_ENDPOINT"),
    ] as [([String: String], String)]
  )
  func refused(settings: [String: String], variable: String) {
    let error = #expect(throws: ConfigurationError.self) { try model(settings) }
    #expect(error?.variable == "SMART_COOKING_" + variable)
  }
}
