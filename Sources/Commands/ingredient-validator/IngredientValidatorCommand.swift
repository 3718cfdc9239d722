import Contracts
import IngredientValidator
import SeedData
import ServiceHost

@main
struct IngredientValidatorCommand {
  static func main() async {
    await ServiceCommand.run(
      IngredientValidatorService.wiring(seed: { Seed.ingredients }),
      registry: ContractsSchema.registry
    )
  }
}
