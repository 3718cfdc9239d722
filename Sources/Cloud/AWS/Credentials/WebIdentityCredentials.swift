import Foundation

/// A role taken with the token of an identity provider, as a pod of EKS has it in a file.
struct WebIdentityCredentials: CredentialSource {
  private let variables: AWSVariables
  private let endpoint: Endpoint?
  private let fetch: CredentialFetch
  private let clock: AWSClock
  let name = "web identity"

  init(variables: AWSVariables, region: Region, pool: HTTPPool, clock: AWSClock) {
    self.variables = variables
    self.clock = clock
    endpoint =
      variables["AWS_ENDPOINT_URL_STS"].map { Endpoint($0) }
      ?? Endpoint(service: "sts", region: region)
    fetch = CredentialFetch(pool: pool, clock: clock, source: name)
  }

  nonisolated(nonsending) func load() async throws(CredentialError) -> Credentials? {
    guard let path = variables["AWS_WEB_IDENTITY_TOKEN_FILE"],
      let role = variables["AWS_ROLE_ARN"]
    else { return nil }
    guard let endpoint else {
      throw CredentialError(source: name, reason: "AWS_ENDPOINT_URL_STS is no origin")
    }
    let token: String
    do {
      // Read anew each time: the file's text is replaced before it expires.
      token = try String(contentsOfFile: path, encoding: .utf8)
    } catch { throw CredentialError(source: name, reason: "cannot read \(path)") }
    let answer = try await fetch.send(request(role: role, token: token), to: endpoint)
    return try Self.parse(answer, source: name)
  }

  private func request(role: String, token: String) -> AWSRequest {
    let session =
      variables["AWS_ROLE_SESSION_NAME"] ?? "smart-cooking-\(clock.epochSeconds())"
    let form = [
      ("Action", "AssumeRoleWithWebIdentity"), ("Version", "2011-06-15"), ("RoleArn", role),
      ("RoleSessionName", session),
      ("WebIdentityToken", token.trimmingCharacters(in: .whitespacesAndNewlines)),
    ]
    let body = form.map { "\($0.0)=\(URIEncoding.encode($0.1))" }.joined(separator: "&")
    return AWSRequest(
      headers: [.init("content-type", "application/x-www-form-urlencoded")],
      body: Array(body.utf8)
    )
  }

  /// Reads the four elements of the answer that matter.
  ///
  ///     <Credentials><AccessKeyId>…</AccessKeyId><SecretAccessKey>…</SecretAccessKey>
  ///       <SessionToken>…</SessionToken><Expiration>2026-11-28T22:00:00Z</Expiration></Credentials>
  static func parse(_ bytes: [UInt8], source: String) throws(CredentialError) -> Credentials {
    let text = String(decoding: bytes, as: UTF8.self)
    func element(_ name: String) -> String? {
      guard let start = text.firstRange(of: "<\(name)>"),
        let end = text[start.upperBound...].firstRange(of: "</\(name)>")
      else { return nil }
      return text[start.upperBound..<end.lowerBound].trimmingCharacters(
        in: .whitespacesAndNewlines
      )
    }
    guard let id = element("AccessKeyId"), let secret = element("SecretAccessKey"),
      let token = element("SessionToken"),
      let expiresAt = element("Expiration").flatMap(ISODate.epochSeconds)
    else { throw CredentialError(source: source, reason: "answered no credentials") }
    return Credentials(
      accessKeyID: id,
      secretAccessKey: secret,
      sessionToken: token,
      expiresAt: expiresAt
    )
  }
}
