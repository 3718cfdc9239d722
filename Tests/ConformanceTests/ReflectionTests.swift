import Foundation
import TestPrograms
import Testing

/// What tools learn from a server of ours alone, without any file of its contracts.
@Suite("Reflection")
struct ReflectionTests {
  /// A call to each service, and a name of its answer.
  private static let calls = [
    ("ai-suggestion", "smartcooking.suggestion.v1.AISuggestionService/SearchRecipes", "recipes"),
    (
      "cooking-history", "smartcooking.cooking.v1.CookingHistoryService/GetCookingStats",
      "stats"
    ),
    ("rating-handler", "smartcooking.rating.v1.RatingHandlerService/GetRatingSummary", "summary"),
    (
      "ingredient-validator",
      "smartcooking.ingredient.v1.IngredientValidatorService/ListCategories", "categories"
    ),
  ]
  private static let served = [
    "grpc.health.v1.Health", "grpc.reflection.v1.ServerReflection",
    "grpc.reflection.v1alpha.ServerReflection",
  ]

  @Test("buf curl lists and calls the services of the product, by either version")
  func bufCurl() async throws {
    let status = try await Product.run { product in
      let token = try await product.token(["--user", "lan"])
      for version in ["grpc-v1", "grpc-v1alpha"] {
        for (name, method, answer) in Self.calls {
          let base = "http://\(product.addresses[name] ?? "")"
          let service = method.split(separator: "/").first.map(String.init) ?? ""
          let services = try await Self.curl(version, ["--list-services", base])
          #expect(
            Set(services.split(separator: "\n").map(String.init)) == Set(Self.served + [service])
          )
          let methods = try await Self.curl(version, ["--list-methods", base])
          #expect(methods.split(separator: "\n").contains { $0 == method })
          let called = try await Self.curl(
            version,
            ["--header", "authorization: Bearer \(token)", "--emit-defaults"]
              + ["--data", name == "rating-handler" ? #"{"recipeId":"thit-kho-trung"}"# : "{}"]
              + ["\(base)/\(method)"]
          )
          let object = try JSONSerialization.jsonObject(with: Data(called.utf8))
          #expect((object as? [String: Any])?[answer] != nil, "\(method): \(called)")
        }
      }
    }
    #expect(status == 0)
  }

  @Test("grpcio makes its messages of what it is told, and calls with them")
  func python() async throws {
    let status = try await Product.run { product in
      var options = product.addresses
      options["token"] = try await product.token(["--user", "lan"])
      #expect(try await Python.checks("reflection_client.py", options) == 40)
    }
    #expect(status == 0)
  }

  private static func curl(_ version: String, _ flags: [String]) async throws -> String {
    try await Program.output(
      Python.program("buf").path(),
      ["curl", "--protocol", "grpc", "--http2-prior-knowledge", "--timeout", "20s"]
        + ["--reflect-protocol", version] + flags,
      environment: ["HOME": NSTemporaryDirectory()]
    )
  }
}
