import Contracts
import Logging
import RPC
package import ServiceKit
import SingleTable

extension AISuggestionService {
  /// What a host has to know to run this service.
  ///
  /// The setting `free-suggestions` says how many suggestions a user has each month. `seed` gives the
  /// recipes that come with the product: a `RecipeRecord` in proto3 JSON on each line.
  package static func wiring(seed: @escaping @Sendable () -> [UInt8]) -> ServiceWiring {
    ServiceWiring(
      name: "ai-suggestion",
      contracts: [AISuggestionServiceMethods.service],
      slice: ["RECIPE#", "SUGGESTION#", "PREFERENCES#", "QUOTA#", "BUDGET#"],
      peers: ["ingredient-validator"],
      seed: { table, now, logger in
        try await plant(seed(), in: RecipeStore(table: table), at: now, logger: logger)
      },
      usesModel: true
    ) { needs in
      let paid = needs.paidModel
      let service = AISuggestionService(
        needs,
        source: IngredientValidatorPeer(needs.channel(to: "ingredient-validator")),
        model: paid.map { PaidRecipeModel($0.model, prices: $0.prices) } ?? LocalRecipeModel(),
        quota: Quota(callsMax: try freeSuggestions(needs.settings)),
        monthBudgetMicroUSD: paid?.monthBudgetMicroUSD ?? 0
      )
      try await service.prepare(seed: seed(), logger: needs.logger)
      let counters = service.suggester.generator.counters
      return ServiceParts(
        definition: service.definition,
        background: { await service.keepFresh(logger: needs.logger) },
        metrics: { counters.prometheusText }
      )
    }
  }

  init(
    _ needs: ServiceNeeds,
    source: any IngredientSource,
    model: any RecipeModel,
    quota: Quota,
    monthBudgetMicroUSD: Int64 = 0
  ) {
    recipes = RecipeStore(table: needs.table)
    cookbook = Cookbook(store: recipes, clock: needs.clock)
    catalogue = FoodCatalogue(source: source)
    self.source = source
    suggestions = SuggestionStore(table: needs.table)
    preferences = PreferencesStore(table: needs.table)
    privacy = PrivacyStore(table: needs.table)
    idempotent = IdempotentCalls(table: needs.table, clock: needs.clock)
    pageTokens = needs.pageTokens
    clock = needs.clock
    ids = needs.ids
    suggester = Suggester(
      source: source,
      catalogue: catalogue,
      search: CookbookSearch(store: recipes, cookbook: cookbook),
      suggestions: suggestions,
      preferences: preferences,
      generator: RecipeGenerator(
        model: model,
        budget: ModelBudget(
          store: suggestions,
          clock: needs.clock,
          monthMaxMicroUSD: monthBudgetMicroUSD
        ),
        counters: ModelCounters(),
        logger: needs.logger
      ),
      quota: quota,
      clock: needs.clock,
      ids: needs.ids
    )
  }

  /// Seeds the cookbook and loads its index.
  func prepare(seed: [UInt8], logger: Logger) async throws {
    try await Self.plant(seed, in: recipes, at: clock.seconds, logger: logger)
    try await cookbook.refresh()
  }

  private static func plant(
    _ seed: [UInt8],
    in recipes: RecipeStore,
    at epochSeconds: Int64,
    logger: Logger
  ) async throws {
    guard !seed.isEmpty,
      let outcome = try await CookbookSeed(lines: seed).load(into: recipes, at: epochSeconds)
    else { return }
    logger.info(
      "the cookbook is loaded",
      metadata: [
        "created": "\(outcome.created)", "updated": "\(outcome.updated)",
        "unchanged": "\(outcome.unchanged)",
      ]
    )
  }

  /// Follows what other processes change, until it is cancelled.
  ///
  /// `pause` waits before the next look; it throws when cancelled.
  func keepFresh(
    logger: Logger,
    pause: () async throws -> Void = {
      try await Task.sleep(for: .seconds(Limits.cookbookRefreshSeconds))
    }
  ) async {
    var secondsToFoods = 0
    var trouble: StatusCode?
    while true {
      do { try await cookbook.refresh() } catch {
        logger.warning("the cookbook cannot be read", metadata: ["error": "\(error)"])
      }
      if secondsToFoods <= 0 {
        do {
          try await refreshFoods()
          secondsToFoods = Limits.foodsRefreshSeconds
          trouble = nil
        } catch {
          // Tried again at every look; only what is new is told.
          let code = RPCError(from: error).code
          if code != trouble, !Task.isCancelled {
            logger.warning("foods cannot be read", metadata: ["error": "\(error)"])
          }
          trouble = code
        }
      }
      secondsToFoods -= Limits.cookbookRefreshSeconds
      do { try await pause() } catch { return }
    }
  }

  private func refreshFoods() async throws {
    var used = Set(Dish.stapleIDs)
    for entry in cookbook.index.entries {
      for ingredient in entry.recipe.record.ingredients { used.insert(ingredient.ingredientId) }
    }
    try await catalogue.refresh(including: used)
  }

  /// On a desk people play; a deployment says how many are free.
  private static func freeSuggestions(_ settings: [String: String]) throws -> Int {
    guard let text = settings["free-suggestions"] else { return 1000 }
    guard let count = Int(text), count >= 0 else {
      throw InvalidSetting(name: "free-suggestions", value: text)
    }
    return count
  }

  struct InvalidSetting: Error, CustomStringConvertible {
    let name: String
    let value: String
    var description: String { "\(name) must be a whole number of 0 or more, not '\(value)'" }
  }
}
