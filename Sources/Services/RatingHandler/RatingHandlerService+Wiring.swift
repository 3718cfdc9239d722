import Contracts
package import ServiceKit

extension RatingHandlerService {
  package static func wiring() -> ServiceWiring {
    ServiceWiring(
      name: "rating-handler",
      contracts: [RatingHandlerServiceMethods.service],
      slice: [RatingKey.prefix],
      peers: [recipePeer, cookingPeer, ingredientPeer],
      make: { needs in
        let service = RatingHandlerService(needs)
        return ServiceParts(
          definition: service.definition,
          background: {
            async let erasures: Void = service.eraser.run()
            await service.sender.run()
            await erasures
          }
        )
      }
    )
  }
}
