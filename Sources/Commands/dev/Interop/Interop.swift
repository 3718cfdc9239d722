import ArgumentParser
import Foundation

/// Holds this runtime against other implementations, as server and as client.
struct Interop: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Runs gRPC's interoperability cases between ours, grpcio and gRPC C++.",
    discussion: """
      Every client runs every case against every server, in cleartext and over TLS; the server envoy \
      is ours behind Envoy. What is needed besides Swift: .build/venv as deploy/test.sh makes it, \
      libgrpc++-dev, protobuf-compiler-grpc.
      """
  )

  @Option(help: "Only these servers: ours, python, c++, envoy.")
  var server: [String] = []

  @Option(help: "Only these clients: ours, python, c++.")
  var client: [String] = []

  @Option(name: .customLong("case"), help: "Only these cases.")
  var cases: [String] = []

  @Flag(help: "Take interop-server and interop-client as they were built.")
  var skipBuild = false

  func run() throws {
    let peers = try InteropPeers.build(ours: !skipBuild)
    let matrix = InteropMatrix(
      servers: try chosen(server, peers),
      clients: try chosen(client, peers).filter { $0.client != nil },
      cases: cases.isEmpty ? InteropMatrix.allCases : cases
    )
    var failures: [String] = []
    for transport in [InteropTransport.cleartext, .tls(try InteropCertificate())] {
      let results = try matrix.run(over: transport)
      print(matrix.table(results, over: transport))
      failures += matrix.failures(results, over: transport)
    }
    for failure in failures { print(failure) }
    print("\(matrix.count * 2 - failures.count) passed, \(failures.count) failed")
    if !failures.isEmpty { throw ExitCode.failure }
  }

  private func chosen(_ names: [String], _ peers: [InteropPeer]) throws -> [InteropPeer] {
    if let stranger = names.first(where: { name in !peers.contains { $0.name == name } }) {
      throw ValidationError("no peer is named \(stranger)")
    }
    return peers.filter { names.isEmpty || names.contains($0.name) }
  }
}
