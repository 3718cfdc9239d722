import Contracts
import RatingHandler
import ServiceHost

@main
struct RatingHandlerCommand {
  static func main() async {
    await ServiceCommand.run(RatingHandlerService.wiring(), registry: ContractsSchema.registry)
  }
}
