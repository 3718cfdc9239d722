import NIOSSL

/// A certificate for `localhost` and 127.0.0.1 and its key, signed by an authority of its own.
///
/// Made for these tests alone, by `openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256` and
/// `openssl x509 -req -days 36500`; the keys of the authorities were thrown away.
struct TestIdentity: Sendable {
  private let authority: String
  private let certificate: String
  private let key: String

  /// What a server shows; with `asking`, it lets in only who has a certificate of that authority.
  func server(asking clients: TestIdentity? = nil) throws -> TLSConfiguration {
    var configuration = TLSConfiguration.makeServerConfiguration(
      certificateChain: [.certificate(try Self.certificate(certificate))],
      privateKey: .privateKey(try NIOSSLPrivateKey(bytes: Array(key.utf8), format: .pem))
    )
    if let clients {
      configuration.trustRoots = .certificates([try Self.certificate(clients.authority)])
      // A client has no name to be held against.
      configuration.certificateVerification = .noHostnameVerification
    }
    return configuration
  }

  /// What a client trusts, and what it shows when it is asked.
  func client(showing own: TestIdentity? = nil) throws -> TLSConfiguration {
    var configuration = TLSConfiguration.makeClientConfiguration()
    configuration.trustRoots = .certificates([try Self.certificate(authority)])
    if let own {
      configuration.certificateChain = [.certificate(try Self.certificate(own.certificate))]
      configuration.privateKey = .privateKey(
        try NIOSSLPrivateKey(bytes: Array(own.key.utf8), format: .pem)
      )
    }
    return configuration
  }

  private static func certificate(_ text: String) throws -> NIOSSLCertificate {
    try NIOSSLCertificate(bytes: Array(text.utf8), format: .pem)
  }
}

extension TestIdentity {
  static let first = TestIdentity(
    authority: """
      -----BEGIN CERTIFICATE-----
      MIIBhDCCASmgAwIBAgIUYDxGVNYICNvwZnLcFhfC18mzW20wCgYIKoZIzj0EAwIw
      DjEMMAoGA1UEAwwDT25lMCAXDTI2MTEyODE3MDAwMloYDzIxMjYxMTA0MTcwMDAy
      WjAOMQwwCgYDVQQDDANPbmUwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAARfkQqf
      82QLsY3VuXT17Pv5iay59Xf8Hp2zlwqJv9rQyicbHz6xEo+giav4p/w0bHwDo2m3
      zim7Inq4liThGxpko2MwYTAdBgNVHQ4EFgQU1yK20f6ZNF2Pb2zEXd+402a5/o4w
      HwYDVR0jBBgwFoAU1yK20f6ZNF2Pb2zEXd+402a5/o4wDwYDVR0TAQH/BAUwAwEB
      /zAOBgNVHQ8BAf8EBAMCAgQwCgYIKoZIzj0EAwIDSQAwRgIhALzPxA1eELSb+0Qo
      osN7Dn5EiIR8ZcEipBrCVJfb0/a+AiEAxsIfAPARNDRmfH6m5eDiwKY6jsduaeqw
      0I7o3NLORPE=
      -----END CERTIFICATE-----
      """,
    certificate: """
      -----BEGIN CERTIFICATE-----
      MIIBjzCCATWgAwIBAgIURqAsLjzkT4CAmJ17e4XqP5uFLs4wCgYIKoZIzj0EAwIw
      DjEMMAoGA1UEAwwDT25lMCAXDTI2MTEyODE3MDAwM1oYDzIxMjYxMTA0MTcwMDAz
      WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNC
      AASbCiHs4tb19VFJDn1D5zXZJioiiM8EU7mM+pa5+XX6RAbgYyOpVQq9CRUGdCJA
      P0yha/N2vlvX1MqRxQB+PCVro2kwZzAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8A
      AAEwCQYDVR0TBAIwADAdBgNVHQ4EFgQULaVxp32ms/qf28U2quTXI7mrLvcwHwYD
      VR0jBBgwFoAU1yK20f6ZNF2Pb2zEXd+402a5/o4wCgYIKoZIzj0EAwIDSAAwRQIh
      ANeUxt2fPzH3d4FSlFlDMESoxiN35qM0z22ZhhRou4P+AiB7BSZOlVMp8ZrD4OhC
      ViemDKDGPVVQZiiP/Nuz60F/qw==
      -----END CERTIFICATE-----
      """,
    key: """
      -----BEGIN PRIVATE KEY-----
      MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg77h4gkJKWHOu5U0R
      CTMjtYmHtO21iLCLz6fIw1m/n5ChRANCAASbCiHs4tb19VFJDn1D5zXZJioiiM8E
      U7mM+pa5+XX6RAbgYyOpVQq9CRUGdCJAP0yha/N2vlvX1MqRxQB+PCVr
      -----END PRIVATE KEY-----
      """
  )

  static let second = TestIdentity(
    authority: """
      -----BEGIN CERTIFICATE-----
      MIIBhjCCAS2gAwIBAgIUC94H6rCl6/kqhu8Y9Wx26Bi7HgEwCgYIKoZIzj0EAwIw
      EDEOMAwGA1UEAwwFT3RoZXIwIBcNMjYxMTI4MTcwMDAyWhgPMjEyNjExMDQxNzAw
      MDJaMBAxDjAMBgNVBAMMBU90aGVyMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE
      I8OLk4Sf5fWv8nQPbU1MRCtitKEAqsDn3oCajDaFUmKa+u3xt1e1i69SEw9sM8Qv
      x1D4YTtm7rAKFdP/97MRVqNjMGEwHQYDVR0OBBYEFMDDm6j4hnkFL7olLStIw+4T
      vS9xMB8GA1UdIwQYMBaAFMDDm6j4hnkFL7olLStIw+4TvS9xMA8GA1UdEwEB/wQF
      MAMBAf8wDgYDVR0PAQH/BAQDAgIEMAoGCCqGSM49BAMCA0cAMEQCIG3qEwDmL7cP
      FHa5npvubQ73AmkaoaNPas6thcyxnX0xAiBL4pbmL+EKlAuz+WJSaYW3He/Sr1ev
      Kt+96Saw0ZOOEg==
      -----END CERTIFICATE-----
      """,
    certificate: """
      -----BEGIN CERTIFICATE-----
      MIIBkjCCATegAwIBAgIUP7YnloljSi1PCkrwE9fsGvGVkIAwCgYIKoZIzj0EAwIw
      EDEOMAwGA1UEAwwFT3RoZXIwIBcNMjYxMTI4MTcwMDAzWhgPMjEyNjExMDQxNzAw
      MDNaMBQxEjAQBgNVBAMMCWxvY2FsaG9zdDBZMBMGByqGSM49AgEGCCqGSM49AwEH
      A0IABF364Lox2ajKeQ8IXvGnlHjSo/BsjAho1mhWahyaS37zgGqXqUQMi6lsR1Gn
      RVbPSnEWUO0z/IAz5qEGgCDeud+jaTBnMBoGA1UdEQQTMBGCCWxvY2FsaG9zdIcE
      fwAAATAJBgNVHRMEAjAAMB0GA1UdDgQWBBQri7Cj2H8ug+xlGqzZDFwYbxPBtzAf
      BgNVHSMEGDAWgBTAw5uo+IZ5BS+6JS0rSMPuE70vcTAKBggqhkjOPQQDAgNJADBG
      AiEAng1Kl26mI+kquagOI46KCRBCb+7qxVpSgr+LHnvUgkECIQC8RFm7sS0mngvk
      qFOXspn2WOQyNE/hBzUYJ+1dmFtD6Q==
      -----END CERTIFICATE-----
      """,
    key: """
      -----BEGIN PRIVATE KEY-----
      MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgZkyx1yJZmLRn0fNI
      FbxQaHsBnEFqDwJok4TmD3mJF6ahRANCAARd+uC6MdmoynkPCF7xp5R40qPwbIwI
      aNZoVmocmkt+84Bql6lEDIupbEdRp0VWz0pxFlDtM/yAM+ahBoAg3rnf
      -----END PRIVATE KEY-----
      """
  )
}
