import Contracts
package import ServiceKit

extension CookingHistoryService {
  package static func wiring() -> ServiceWiring {
    ServiceWiring(
      name: "cooking-history",
      contracts: [CookingHistoryServiceMethods.service],
      slice: [CookingKey.prefix],
      peers: [recipePeer],
      make: { needs in ServiceParts(definition: CookingHistoryService(needs).definition) }
    )
  }
}
