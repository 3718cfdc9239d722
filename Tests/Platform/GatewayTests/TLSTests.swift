import HTTP2
import NIOCore
import NIOPosix
import NIOSSL
import Testing

@testable import Gateway

extension SocketTests {
  @Suite("TLS")
  struct TLSTests {
    @Test("ALPN offers h2 and http/1.1, and both are served")
    func alpn() async throws {
      let (server, client) = try Self.configurations()
      try await TestGateway.run(tls: server) { gateway in
        var configuration = client
        configuration.applicationProtocols = ["http/1.1"]
        let connection = try await RawConnection(port: gateway.port, tls: configuration)
        try await connection.send(
          "GET /v1/hello HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n"
        )
        let answer = RawAnswer(await connection.textToEnd())
        #expect(answer.status == 200)

        configuration.applicationProtocols = ["h2"]
        let client = try await HTTP2Client(port: gateway.port, tls: configuration)
        #expect(try await client.ask("GET", "/v1/hello").status == 200)
        await client.close()
      }
    }

    @Test("who speaks no TLS to a port that does is closed without an answer")
    func cleartext() async throws {
      try await TestGateway.run(tls: Self.configurations().server) { gateway in
        let connection = try await RawConnection(port: gateway.port)
        try await connection.send("GET /v1/hello HTTP/1.1\r\nhost: localhost\r\n\r\n")
        #expect(!(await connection.textToEnd()).contains("200"))
      }
    }

    /// A server's, and that of a client which trusts it.
    static func configurations() throws -> (server: TLSConfiguration, client: TLSConfiguration) {
      let certificate = try NIOSSLCertificate(bytes: Array(Self.certificate.utf8), format: .pem)
      let key = try NIOSSLPrivateKey(bytes: Array(Self.key.utf8), format: .pem)
      let server = TLSConfiguration.makeServerConfiguration(
        certificateChain: [.certificate(certificate)],
        privateKey: .privateKey(key)
      )
      var client = TLSConfiguration.makeClientConfiguration()
      client.trustRoots = .certificates([certificate])
      return (server, client)
    }

    // Made for these tests alone: openssl req -x509 -newkey ec -days 36500 -subj /CN=localhost
    private static let key = """
      -----BEGIN PRIVATE KEY-----
      MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgmdBniQCI0wUtHrxn
      DUPh4ED0COUjgJtn6CThrBQqViShRANCAATuYtNe5JkVKK3MtwPUVom9hof4S6KA
      T9s9OXFpUt6c96Bbg/6+r8wz3udKyF1Ev/onFlT5LlRrfBJJ96EUZndh
      -----END PRIVATE KEY-----
      """
    private static let certificate = """
      -----BEGIN CERTIFICATE-----
      MIIBnDCCAUGgAwIBAgIUSn7diBF/uiBtLfBT1SiK1V9EmzkwCgYIKoZIzj0EAwIw
      FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMzA3MjYwMFoYDzIxMjYxMDMw
      MDcyNjAwWjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
      PQMBBwNCAATuYtNe5JkVKK3MtwPUVom9hof4S6KAT9s9OXFpUt6c96Bbg/6+r8wz
      3udKyF1Ev/onFlT5LlRrfBJJ96EUZndho28wbTAdBgNVHQ4EFgQUCcPr3581xWVh
      mgQDfbEHUgzp4Z0wHwYDVR0jBBgwFoAUCcPr3581xWVhmgQDfbEHUgzp4Z0wDwYD
      VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI
      zj0EAwIDSQAwRgIhAIHHIDtcmg80GG3E+8oAVUzcvXaMWvaiJEs8x1tVG1FrAiEA
      z5wra8tA/rB6jAT7yAKy5Qk93MB2MttDd6uDBYL2Fgs=
      -----END CERTIFICATE-----
      """
  }
}
