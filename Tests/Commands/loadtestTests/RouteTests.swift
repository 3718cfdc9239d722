import Contracts
import Testing

@testable import loadtest

@Suite("Routes are checked against their contracts")
struct RouteTests {
  private static let rating = "smartcooking.rating.v1.RatingHandlerService"
  private static let suggestion = "smartcooking.suggestion.v1.AISuggestionService"

  private func rest(_ route: String, _ template: String) throws -> HTTPMessage {
    let route = try Route(rest: route, template: template, registry: ContractsSchema.registry)
    var random = SystemRandomNumberGenerator()
    let request = try route.request(
      Template.Filling(user: "lan", counter: 0),
      bearer: nil,
      using: &random
    )
    guard case .rest(let message, bearer: nil) = request else {
      throw UsageError("not a REST request")
    }
    return message
  }

  @Test(
    "a request is spread over path, query and body as its rule says",
    arguments: [
      (
        "GET /v1/recipes/{id}", #"{"id":"phở bò/1"}"#,
        HTTPMessage(method: "GET", uri: "/v1/recipes/ph%E1%BB%9F%20b%C3%B2%2F1", body: nil)
      ),
      (
        "PUT /v1/recipes/{recipe_id}/rating",
        #"{"recipeId":"pho","stars":5,"comment":"say \"ngon\""}"#,
        HTTPMessage(
          method: "PUT",
          uri: "/v1/recipes/pho/rating",
          body: #"{"stars":5,"comment":"say \"ngon\""}"#
        )
      ),
      (
        "GET /v1/ingredients", #"{"page_size":10,"q":"cà & gà"}"#,
        HTTPMessage(
          method: "GET",
          uri: "/v1/ingredients?q=c%C3%A0%20%26%20g%C3%A0&page_size=10",
          body: nil
        )
      ),
      (
        "GET /v1/recipes", #"{"method":"COOKING_METHOD_SOUP"}"#,
        HTTPMessage(method: "GET", uri: "/v1/recipes?method=COOKING_METHOD_SOUP", body: nil)
      ),
      (
        "PATCH /v1/me/preferences", #"{"preferences":{"country":"VN"},"update_mask":"country"}"#,
        HTTPMessage(
          method: "PATCH",
          uri: "/v1/me/preferences?update_mask=country",
          body: #"{"country":"VN"}"#
        )
      ),
      (
        "POST /v1/ingredients:validate", "{}",
        HTTPMessage(method: "POST", uri: "/v1/ingredients:validate", body: "{}")
      ),
    ]
  )
  func binding(_ route: String, _ template: String, _ wanted: HTTPMessage) throws {
    #expect(try rest(route, template) == wanted)
  }

  @Test(
    "what does not fit the contract is refused before anything is sent, by name",
    arguments: [
      (#"{"recipe":"pho"}"#, "recipe"), (#"{"recipe_id":1}"#, "recipe_id"),
      ("{", "does not fit"), ("{}x", "JSON"), (#"{"recipe_id":"{{pick:a|b"c}}"}"#, "JSON"),
    ]
  )
  func wrongTemplate(_ template: String, _ named: String) {
    let error = #expect(throws: UsageError.self) {
      try Route(
        rpc: "\(Self.rating)/GetRatingSummary",
        template: template,
        registry: ContractsSchema.registry
      )
    }
    #expect(error?.description.contains(named) == true)
  }

  @Test(
    "an RPC is found in whichever contract declares it",
    arguments: ["echo.Echo/Get", "/echo.Echo/Get", "\(rating)/RateRecipe"]
  )
  func knownContracts(_ path: String) throws {
    let route = try Route(rpc: path, template: "{}", registry: KnownContracts.registry(of: path))
    #expect(route.name.split(separator: "/") == path.split(separator: "/"))
  }

  @Test(
    "an RPC that does not exist or streams is refused",
    arguments: ["\(rating)/Rate", "Rate", "", "\(suggestion)/StreamSuggest"]
  )
  func unknownRPC(_ path: String) {
    #expect(throws: UsageError.self) {
      try Route(rpc: path, template: "{}", registry: ContractsSchema.registry)
    }
  }

  @Test(
    "a REST route that does not exist, or lacks what its path needs, is refused",
    arguments: ["GET /v1/recipe/{id}", "DELETE /v1/recipes/{id}", "", "GET /v1/recipes/{id}"]
  )
  func unknownRoute(_ route: String) {
    #expect(throws: UsageError.self) {
      try Route(rest: route, template: "{}", registry: ContractsSchema.registry)
    }
  }

  @Test("every preset fits the contracts and adds up to a hundred", arguments: Preset.allCases)
  func presets(_ preset: Preset) throws {
    let parts = try preset.parts()
    #expect(parts.reduce(0) { $0 + $1.weight } == 100)
  }

  @Test(
    "users are many enough that none asks for more suggestions than the free tier gives",
    arguments: [
      (Preset.aiSuggestion, 100, 100), (.aiSuggestion, 2_000, 100), (.aiSuggestion, 80_000, 1_000),
      (.gateway, 80_000, 500), (.ratingHandler, 1_000_000, 100), (.gateway, 5_000_000, 10_000),
    ]
  )
  func users(_ preset: Preset, _ requests: Int, _ wanted: Int) {
    #expect(preset.users(for: requests) == wanted)
  }

  @Test(
    "load goes to this machine alone",
    arguments: [
      ("127.0.0.1", true), ("127.8.8.8", true), ("localhost", true), ("[::1]", true),
      ("10.0.0.1", false), ("127.0.0.1.example.com", false), ("example.com", false),
      ("[::]", false), ("0.0.0.0", false), ("128.0.0.1", false),
    ]
  )
  func loopback(_ host: String, _ isAllowed: Bool) {
    #expect(((try? Server.rpc("\(host):50051")) != nil) == isAllowed)
    #expect(((try? Server.rest("http://\(host):8080")) != nil) == isAllowed)
  }

  @Test(
    "a URL is http, host and port and nothing else",
    arguments: [
      "https://127.0.0.1:8080", "127.0.0.1:8080", "http://127.0.0.1:8080/v1", "http://",
      "http://127.0.0.1:8080?a=b",
    ]
  )
  func url(_ text: String) {
    #expect(throws: UsageError.self) { try Server.rest(text) }
  }
}
