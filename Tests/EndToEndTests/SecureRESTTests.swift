import Foundation
import TestPrograms
import Testing

/// REST over TLS as an operator configures it, and a certificate that is renewed meanwhile.
@Suite("REST over TLS", .serialized)
struct SecureRESTTests {
  @Test(
    "the gateway speaks HTTP/1.1 and HTTP/2 over TLS, and takes a renewed certificate",
    arguments: Kitchen.Form.allCases
  )
  func secure(form: Kitchen.Form) async throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "secure-\(UUID().uuidString)", directoryHint: .isDirectory)
    // What is left in the folder of temporary files does no harm.
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    func path(_ name: String) -> String { folder.appending(path: name).path() }
    for (certificate, key) in [("in-use.pem", "in-use.key"), ("new.pem", "new.key")] {
      try await Self.makeCertificate(path(certificate), key: path(key))
    }
    // What the client trusts stays as it is.
    try FileManager.default.copyItem(atPath: path("in-use.pem"), toPath: path("old.pem"))
    let kitchen = try await Kitchen(
      form,
      settings: [
        "SMART_COOKING_TLS_CERTIFICATE": path("in-use.pem"),
        "SMART_COOKING_TLS_KEY": path("in-use.key"),
      ]
    )
    #expect(kitchen.rest.hasPrefix("https://"))
    let token = try await kitchen.token("lan")
    func client(trusting certificate: String, _ version: String) -> RESTClient {
      RESTClient(
        base: kitchen.rest,
        token: token,
        flags: ["--cacert", path(certificate), version]
      )
    }
    for version in ["--http1.1", "--http2"] {
      let answer = try await client(trusting: "old.pem", version)
        .post("/v1/ingredients:validate", ["names": ["gừng"]])
      #expect(answer.status == 200)
    }
    for name in ["pem", "key"] {
      let new = try Data(contentsOf: folder.appending(path: "new.\(name)"))
      try new.write(to: folder.appending(path: "in-use.\(name)"))
    }
    // It looks at its files every few seconds.
    let end = ContinuousClock.now + .seconds(60)
    var isRenewed = false
    while !isRenewed, ContinuousClock.now < end {
      // Refused until then.
      let answer = try? await client(trusting: "new.pem", "--http2").get("/v1/recipes")
      isRenewed = answer?.status == 200
    }
    #expect(isRenewed)
  }

  private static func makeCertificate(_ certificate: String, key: String) async throws {
    _ = try await Program.output(
      "/usr/bin/openssl",
      [
        "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
        "-days", "1", "-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1",
        "-keyout", key, "-out", certificate,
      ]
    )
  }
}
