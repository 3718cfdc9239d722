package import ServiceKit
import Contracts
import Protobuf

extension IngredientValidatorService {
  /// What this service alone reads and writes.
  static let slice = ["INGREDIENT#", "UNKNOWN#", "PANTRY#"]

  /// What a host has to know to run this service.
  ///
  /// `seed` gives the foods that come with the product: an `IngredientRecord` in proto3 JSON on
  /// each line.
  package static func wiring(seed: @escaping @Sendable () -> [UInt8]) -> ServiceWiring {
    ServiceWiring(
      name: "ingredient-validator",
      contracts: [IngredientValidatorServiceMethods.service],
      slice: slice,
      seed: { table, _, logger in
        let list = MasterList(IngredientStore(table: table), logger: logger)
        try await list.start(seed: seed(), parse: Food.parse(lines:))
      },
      raisesAlerts: true
    ) { needs in
      let foods = IngredientStore(table: needs.table)
      let list = MasterList(foods, logger: needs.logger)
      try await list.start(seed: seed(), parse: Food.parse(lines:))
      let service = IngredientValidatorService(
        list: list,
        foods: foods,
        reports: UnknownReportStore(table: needs.table),
        pantry: PantryStore(table: needs.table),
        pageTokens: needs.pageTokens,
        clock: needs.clock,
        logger: needs.logger
      )
      let sender = AlertSender(
        reports: service.reports,
        alerts: needs.alerts,
        clock: needs.clock,
        logger: needs.logger
      )
      return ServiceParts(definition: service.definition) {
        async let alerts: Void = sender.run { try await wait(Limits.alertRoundSeconds) }
        await list.follow { try await wait(Limits.listRefreshSeconds) }
        await alerts
      }
    }
  }

  /// Spread, so that many processes do not all look at once.
  private static func wait(_ seconds: Double) async throws {
    try await Task.sleep(for: .seconds(seconds * Double.random(in: 0.8...1.2)))
  }
}
