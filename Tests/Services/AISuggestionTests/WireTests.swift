import Contracts
import NIOPosix
import RPC
import ServiceKit
import Testing

@testable import AISuggestion

struct WireTests {
  @Test("a suggestion goes over HTTP/2 to the validator and back, in the caller's language")
  func overTheWire() async throws {
    let test = try await TestService(recipes: [.test("a", .soup)])
    let group = MultiThreadedEventLoopGroup.singleton
    let validator = StubValidator()
    let validatorServer = RPCServer(services: [validator.definition], group: group)
    let validatorPort = try await validatorServer.start(port: 0)
    let toValidator = ClientChannel(
      target: Target(host: "127.0.0.1", port: validatorPort),
      group: group
    )
    let parts = try await AISuggestionService.wiring(seed: { [] }).make(
      ServiceNeeds(
        table: test.needs.table,
        channels: ["ingredient-validator": toValidator],
        pageTokens: test.needs.pageTokens,
        clock: test.needs.clock,
        ids: test.needs.ids,
        logger: .silent,
        settings: ["free-suggestions": "2"]
      )
    )
    let server = RPCServer(
      services: [parts.definition],
      interceptors: [EverybodyIsLan()],
      group: group
    )
    let port = try await server.start(port: 0)
    let channel = ClientChannel(target: Target(host: "127.0.0.1", port: port), group: group)
    let client = AISuggestionServiceClient(channel: channel)
    let options = CallOptions(
      timeout: .seconds(20),
      metadata: ["accept-language": "en-GB,en;q=0.9"]
    )

    let answer = try await client.suggest(
      SuggestRequest(ingredients: ["beef", "tomato", "garlic"], recipeCount: 3),
      options: options
    )
    #expect(answer.suggestion?.fromCookbook == 1)
    #expect(answer.suggestion?.fromModel == 2)
    #expect(answer.suggestion?.recipes.first?.recipe?.title == "Dish a")
    #expect(answer.suggestion?.recipes.first?.recipe?.ingredients.first?.name == "beef")
    #expect(validator.languages == ["en"])

    let made = try #require(answer.suggestion?.recipes.last?.recipe?.id)
    let opened = try await client.getRecipe(GetRecipeRequest(id: made), options: options)
    #expect(opened.recipe?.id == made)
    #expect(opened.recipe?.mine == true)

    await validatorServer.drain(within: .seconds(2))
    let away = await failure {
      try await client.suggest(
        SuggestRequest(ingredients: ["beef", "tomato"]),
        options: options
      )
    }
    #expect(away?.code == .unavailable)
    #expect(away?.error.message.contains("ingredient-validator") == true)
    // What was looked up before is still told.
    #expect(try await client.getRecipe(GetRecipeRequest(id: made), options: options) == opened)

    await channel.close()
    await toValidator.close()
    await server.drain(within: .seconds(2))
  }

  @Test("a setting that is no number stops the start", arguments: ["ten", "-1", ""])
  func setting(text: String) async throws {
    let test = try await TestService()
    let needs = ServiceNeeds(
      table: test.needs.table,
      channels: [
        "ingredient-validator": ClientChannel(
          target: Target(host: "127.0.0.1", port: 1),
          group: MultiThreadedEventLoopGroup.singleton
        )
      ],
      pageTokens: test.needs.pageTokens,
      clock: test.needs.clock,
      ids: test.needs.ids,
      logger: .silent,
      settings: ["free-suggestions": text]
    )
    await #expect(throws: AISuggestionService.InvalidSetting.self) {
      _ = try await AISuggestionService.wiring(seed: { [] }).make(needs)
    }
  }
}
