import Contracts
import Echo
import Protobuf

/// The contracts that requests are checked against: the product's, and the benchmark's.
enum KnownContracts {
  static let all = [ContractsSchema.registry, EchoSchema.registry]

  /// Those that declare an RPC, or the product's when none does.
  static func registry(of rpc: String) -> SchemaRegistry {
    all.first { $0.method(path: rpc) != nil } ?? ContractsSchema.registry
  }
}
