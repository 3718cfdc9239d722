import Contracts
import CookingHistory
import ServiceHost

@main
struct CookingHistoryCommand {
  static func main() async {
    await ServiceCommand.run(
      CookingHistoryService.wiring(),
      registry: ContractsSchema.registry
    )
  }
}
