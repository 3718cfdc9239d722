/// The metadata of an EC2 instance, version 2: a token first, then the role, then its credentials.
struct InstanceCredentials: CredentialSource {
  private let isDisabled: Bool
  private let endpoint: Endpoint?
  private let fetch: CredentialFetch
  let name = "instance metadata"

  private static let folder = "/latest/meta-data/iam/security-credentials/"

  init(variables: AWSVariables, pool: HTTPPool, clock: AWSClock) {
    isDisabled = variables["AWS_EC2_METADATA_DISABLED"]?.lowercased() == "true"
    let place = variables["AWS_EC2_METADATA_SERVICE_ENDPOINT"] ?? "http://169.254.169.254"
    endpoint = Endpoint(place)
    fetch = CredentialFetch(pool: pool, clock: clock, source: name)
  }

  nonisolated(nonsending) func load() async throws(CredentialError) -> Credentials? {
    if isDisabled { return nil }
    guard let endpoint else {
      throw CredentialError(source: name, reason: "AWS_EC2_METADATA_SERVICE_ENDPOINT is no origin")
    }
    let token = try await text(
      AWSRequest(
        method: "PUT",
        path: "/latest/api/token",
        headers: [.init("x-aws-ec2-metadata-token-ttl-seconds", "300")]
      ),
      from: endpoint
    )
    let headers = [AWSRequest.Field("x-aws-ec2-metadata-token", token)]
    let list = AWSRequest(method: "GET", path: Self.folder, headers: headers)
    let role = try await text(list, from: endpoint).prefix { $0 != "\n" }
    let path = Self.folder + URIEncoding.encode(String(role))
    let document = try await fetch.send(
      AWSRequest(method: "GET", path: path, headers: headers),
      to: endpoint
    )
    return try CredentialDocument.parse(document, source: name)
  }

  private nonisolated(nonsending) func text(
    _ request: AWSRequest,
    from endpoint: Endpoint
  ) async throws(CredentialError) -> String {
    let bytes = try await fetch.send(request, to: endpoint)
    // The token goes into a header, where nothing but printable ASCII belongs.
    guard !bytes.isEmpty, bytes.allSatisfy({ (0x20..<0x7F).contains($0) || $0 == 0x0A }) else {
      throw CredentialError(source: name, reason: "answered no text")
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
