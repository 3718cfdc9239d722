import Foundation
import NIOSSL
import RPC
import TestPrograms
import Testing

/// TLS between us and grpcio, with a certificate that is made for each test.
@Suite("TLS", .serialized)
struct TLSTests {
  /// A self-signed certificate of 127.0.0.1 and its key, as files.
  private struct Certificate {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "tls-\(UUID().uuidString)", directoryHint: .isDirectory)
    var certificate: String { folder.appending(path: "certificate.pem").path() }
    var key: String { folder.appending(path: "key.pem").path() }

    init() async throws {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      _ = try await Program.output(
        "/usr/bin/openssl",
        [
          "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
          "-nodes",
          "-days", "1", "-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1",
          "-keyout", key, "-out", certificate,
        ]
      )
    }
  }

  @Test("a Python client calls our server")
  func server() async throws {
    let made = try await Certificate()
    let tls = TLSConfiguration.makeServerConfiguration(
      certificateChain: try NIOSSLCertificate.fromPEMFile(made.certificate).map {
        .certificate($0)
      },
      privateKey: .privateKey(try NIOSSLPrivateKey(file: made.key, format: .pem))
    )
    try await EchoHost.run(["echo"], tls: tls) { hosts in
      let passed = try await Python.checks(
        "tls_client.py",
        ["target": hosts[0].target, "certificate": made.certificate]
      )
      #expect(passed == 5)
    }
  }

  @Test("our client calls a Python server, if it trusts it")
  func client() async throws {
    let made = try await Certificate()
    let flags = ["--certificate", made.certificate, "--key", made.key]
    var trusting = TLSConfiguration.makeClientConfiguration()
    trusting.trustRoots = .file(made.certificate)
    try await PythonEcho.run(flags, tls: trusting) { echo in
      #expect(try await echo.ask("xin chào") == "xin chào")
      try await echo.manyAtOnce(rounds: 2)
    }
    try await PythonEcho.run(flags, tls: .makeClientConfiguration()) { echo in
      let error = try await echo.error("distrusted")
      #expect(error.code == .unavailable)
      #expect(error.message.contains(echo.address))
    }
    try await PythonEcho.run(flags) { echo in
      let error = try await echo.error("in cleartext")
      #expect(error.code == .unavailable)
      #expect(error.message.contains(echo.address))
    }
  }
}
