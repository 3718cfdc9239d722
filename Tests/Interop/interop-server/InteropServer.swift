import ArgumentParser
import Foundation
import InteropContract
import NIOPosix
import NIOSSL
import RPC

/// gRPC's interoperability server; see doc/interop-test-descriptions.md of gRPC.
///
/// Prints `ready interop=HOST:PORT` and runs until it is killed.
@main
struct InteropServer: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "interop-server")

  @Option(help: "0 picks a free one.")
  var port = 0

  @Option(name: .customLong("use_tls"))
  var usesTLS = false

  @Option(help: "A file in PEM format, with --use_tls=true.")
  var certificate = ""

  @Option(help: "The certificate's key.")
  var key = ""

  func run() async throws {
    var limits = ServerLimits()
    // concurrent_large_unary sends 272 MB at once over one connection and asks for 314 MB, which a
    // server with the usual limits refuses as overload.
    limits.heldBytesPerConnectionMax = 1 << 30
    limits.heldBytesMax = 2 << 30
    let server = RPCServer(
      services: [InteropService().definition],
      limits: limits,
      group: MultiThreadedEventLoopGroup(numberOfThreads: 2),
      tls: usesTLS ? try tls() : nil
    )
    let port = try await server.start(port: port)
    print("ready interop=127.0.0.1:\(port)")
    // Line buffering ends where a pipe begins.
    fflush(nil)
    while true { try await Task.sleep(for: .seconds(3_600)) }
  }

  private func tls() throws -> TLSConfiguration {
    .makeServerConfiguration(
      certificateChain: try NIOSSLCertificate.fromPEMFile(certificate).map { .certificate($0) },
      privateKey: .privateKey(try NIOSSLPrivateKey(file: key, format: .pem))
    )
  }
}
