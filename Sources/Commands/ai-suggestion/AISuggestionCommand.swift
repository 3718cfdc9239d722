import AISuggestion
import Contracts
import SeedData
import ServiceHost

@main
struct AISuggestionCommand {
  static func main() async {
    await ServiceCommand.run(
      AISuggestionService.wiring(seed: { Seed.recipes }),
      registry: ContractsSchema.registry
    )
  }
}
