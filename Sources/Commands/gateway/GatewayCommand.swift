import ArgumentParser
import Contracts
import GatewayHost
import ServiceHost
import ServiceKit

@main
struct GatewayCommand {
  static func main() async {
    await ServiceCommand.run { options in
      let configuration = try options.configuration()
      let host = try await Host(
        configuration,
        registry: ContractsSchema.registry,
        name: "gateway"
      )
      let wanted = options.address(deskPort: Desk.gatewayPort, in: configuration)
      let base = try await host.startGateway(
        registry: ContractsSchema.registry,
        upstreams: Upstreams.serviceOfContract,
        on: wanted
      )
      try await host.run(announcing: "ready rest=\(base)")
    }
  }
}
