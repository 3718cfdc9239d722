import Foundation
import NIOSSL
import Synchronization
import TestPrograms
import Testing

@testable import ServiceHost

/// Certificates that are replaced while a process runs.
@Suite("TLS renewal")
struct TLSRenewalTests {
  @Test("a new chain and key are used once both are there, and each once")
  func renewed() async throws {
    try await Certificates.make { certificates in
      let used = Atomic(0)
      var renewal = TLSRenewal(certificates.files) { configuration in
        // What a listener makes of it: refuses a key that is another certificate's.
        _ = try NIOSSLContext(configuration: configuration)
        used.add(1, ordering: .relaxed)
      }
      var isNew = try renewal.look()
      #expect(!isNew)
      try certificates.install("new.pem", as: "certificate.pem")
      #expect(throws: (any Error).self) { try renewal.look() }
      isNew = try renewal.look()
      #expect(!isNew, "what was refused is not told again")
      try certificates.install("new.key", as: "key.pem")
      isNew = try renewal.look()
      #expect(isNew)
      isNew = try renewal.look()
      #expect(!isNew)
      #expect(used.load(ordering: .relaxed) == 1)
    }
  }

  @Test("files that are gone or hold something else leave the old ones in use")
  func broken() async throws {
    try await Certificates.make { certificates in
      var renewal = TLSRenewal(certificates.files) { _ in Issue.record("used") }
      try FileManager.default.removeItem(atPath: certificates.files.key)
      let error = #expect(throws: ConfigurationError.self) { try renewal.look() }
      #expect(error?.variable == "SMART_COOKING_TLS_KEY")
      try Data("no key".utf8).write(to: URL(filePath: certificates.files.key))
      #expect(throws: (any Error).self) { try renewal.look() }
    }
  }
}

/// A certificate in use and another one, in a folder that goes with the test.
private struct Certificates {
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "renewal-\(UUID().uuidString)", directoryHint: .isDirectory)

  var files: TLSFiles {
    TLSFiles(certificate: path("certificate.pem"), key: path("key.pem"))
  }

  static func make(_ body: (Certificates) async throws -> Void) async throws {
    let made = Certificates()
    // What is left in the folder of temporary files does no harm.
    defer { try? FileManager.default.removeItem(at: made.folder) }
    try FileManager.default.createDirectory(at: made.folder, withIntermediateDirectories: true)
    for (certificate, key) in [("certificate.pem", "key.pem"), ("new.pem", "new.key")] {
      _ = try await Program.output(
        "/usr/bin/openssl",
        [
          "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
          "-days", "1", "-subj", "/CN=localhost", "-keyout", made.path(key),
          "-out", made.path(certificate),
        ]
      )
    }
    try await body(made)
  }

  private func path(_ name: String) -> String { folder.appending(path: name).path() }

  func install(_ name: String, as target: String) throws {
    try Data(contentsOf: URL(filePath: path(name))).write(to: URL(filePath: path(target)))
  }
}
