import Contracts
import CookingHistory
import ServiceHost

@main
struct CookingHistoryCommand {
  static func main() async throws {
    try await ServiceCommand.run(
      CookingHistoryService.wiring(),
      registry: ContractsSchema.registry
    )
  }
}
