import Contracts
import RatingHandler
import ServiceHost

@main
struct RatingHandlerCommand {
  static func main() async throws {
    try await ServiceCommand.run(RatingHandlerService.wiring(), registry: ContractsSchema.registry)
  }
}
