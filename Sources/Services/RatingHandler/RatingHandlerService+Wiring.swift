import Contracts
package import ServiceKit

extension RatingHandlerService {
  package static func wiring() -> ServiceWiring {
    ServiceWiring(
      name: "rating-handler",
      contracts: [RatingHandlerServiceMethods.service],
      slice: [RatingKey.prefix],
      peers: [recipePeer, cookingPeer],
      make: { needs in
        let service = RatingHandlerService(needs)
        return ServiceParts(
          definition: service.definition,
          background: { await service.sender.run() }
        )
      }
    )
  }
}
