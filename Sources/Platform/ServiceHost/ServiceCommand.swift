package import ArgumentParser
package import Protobuf
package import ServiceKit

/// The flags that every service's executable has.
package struct ServiceOptions: ParsableArguments {
  @Option(help: "Where to listen; port 0 picks a free one.")
  package var host: String?

  @Option(help: "The port to listen on.")
  package var port: Int?

  @Option(help: "The port of /health and /metrics; none unless it is set.")
  package var adminPort: Int?

  @Option(help: "The folder of everything that is written.")
  package var data: String?

  package init() {}

  /// The environment, with the flags before it.
  package func configuration() throws -> Configuration {
    var configuration = try Configuration(data: data)
    if let adminPort {
      configuration.adminListen = Address(host: host ?? Desk.host, port: adminPort)
    }
    return configuration
  }

  /// The address of the flags, of the environment, or on a desk.
  package func address(deskPort: Int, in configuration: Configuration) -> Address {
    var address = configuration.listen ?? Address(host: Desk.host, port: deskPort)
    if let host { address.host = host }
    if let port { address.port = port }
    return address
  }
}

/// The whole of a service's executable.
package enum ServiceCommand {
  package static func run(_ wiring: ServiceWiring, registry: SchemaRegistry) async {
    await run { options in
      let configuration = try options.configuration()
      let wanted = options.address(
        deskPort: Desk.ports[wiring.name] ?? 0,
        in: configuration
      )
      try await Host.with(configuration, registry: registry, name: wiring.name) { host in
        let address = try await host.start(wiring, on: wanted)
        try await host.run(announcing: "ready \(wiring.name)=\(address)")
      }
    }
  }

  /// Does `body` with the flags; an error is told in a line on standard error, with status 1.
  package static func run(_ body: (ServiceOptions) async throws -> Void) async {
    let options = ServiceOptions.parseOrExit()
    do {
      try await body(options)
    } catch {
      ServiceOptions.exit(withError: error)
    }
  }
}
