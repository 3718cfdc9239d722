import Foundation

/// How client and server of a pair reach each other.
enum InteropTransport {
  case cleartext
  case tls(InteropCertificate)

  var name: String {
    switch self {
    case .cleartext: "cleartext"
    case .tls: "TLS"
    }
  }

  var serverFlags: [String] {
    guard case .tls(let files) = self else { return ["--use_tls=false"] }
    return ["--use_tls=true", "--certificate=\(files.certificate)", "--key=\(files.key)"]
  }

  /// The name differs from the address, so that it is the name that is checked.
  var clientFlags: [String] {
    guard case .tls(let files) = self else { return ["--use_tls=false"] }
    return [
      "--use_tls=true", "--use_test_ca=true", "--ca_file=\(files.certificate)",
      "--server_host_override=foo.test.google.fr",
    ]
  }
}

/// A certificate for the names that gRPC's test certificates carry, good for a day.
struct InteropCertificate {
  private static let folder = ".build/peers/interop"
  let certificate = "\(folder)/certificate.pem"
  let key = "\(folder)/key.pem"

  init() throws {
    try Shell.require([
      "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
      "-days", "1", "-subj", "/CN=interop", "-addext", "subjectAltName=DNS:*.test.google.fr",
      "-keyout", key, "-out", certificate,
    ])
  }
}

/// A server that runs until it is stopped.
final class InteropServer {
  let port: Int
  private let process = Process()

  /// Starts it on a free port and waits for `ready interop=HOST:PORT`.
  init(_ peer: InteropPeer, over transport: InteropTransport) throws {
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    // Ends with this process, however that ends.
    process.arguments =
      ["setpriv", "--pdeathsig", "KILL"] + peer.server + ["--port=0"] + transport.serverFlags
    process.standardOutput = output
    try process.run()
    var said = Data()
    while !said.contains(UInt8(ascii: "\n")) {
      let more = output.fileHandleForReading.availableData
      guard !more.isEmpty else { break }
      said += more
    }
    let line = String(decoding: said, as: UTF8.self)
    guard let match = line.firstMatch(of: /ready interop=127\.0\.0\.1:(\d+)/),
      let port = Int(match.output.1)
    else {
      kill(process.processIdentifier, SIGKILL)
      throw Shell.Failure(description: "the server of \(peer.name) does not get ready: \(line)")
    }
    self.port = port
  }

  /// Ends it outright: a child may have been started with SIGTERM blocked.
  func stop() {
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }
}
