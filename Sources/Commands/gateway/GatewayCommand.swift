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
      let wanted = options.address(deskPort: Desk.gatewayPort, in: configuration)
      let registry = ContractsSchema.registry
      try await Host.with(configuration, registry: registry, name: "gateway") { host in
        let base = try await host.startGateway(
          registry: registry,
          upstreams: Upstreams.serviceOfContract,
          on: wanted
        )
        try await host.run(announcing: "ready rest=\(base)")
      }
    }
  }
}
