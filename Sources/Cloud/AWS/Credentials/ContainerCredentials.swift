import Foundation

/// The endpoint that ECS and EKS give to a container.
struct ContainerCredentials: CredentialSource {
  private let variables: AWSVariables
  private let fetch: CredentialFetch
  let name = "container"

  init(variables: AWSVariables, pool: HTTPPool, clock: AWSClock) {
    self.variables = variables
    fetch = CredentialFetch(pool: pool, clock: clock, source: name)
  }

  nonisolated(nonsending) func load() async throws(CredentialError) -> Credentials? {
    guard let place = try Self.place(variables) else { return nil }
    var headers = [AWSRequest.Field("accept", "application/json")]
    if let token = try authorization() { headers.append(.init("authorization", token)) }
    let request = AWSRequest(method: "GET", path: place.path, headers: headers)
    let document = try await fetch.send(request, to: place.endpoint)
    return try CredentialDocument.parse(document, source: name)
  }

  /// Read anew each time: EKS replaces the file's text.
  private func authorization() throws(CredentialError) -> String? {
    guard let path = variables["AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE"] else {
      return variables["AWS_CONTAINER_AUTHORIZATION_TOKEN"]
    }
    do {
      let text = try String(contentsOfFile: path, encoding: .utf8)
      return text.trimmingCharacters(in: .whitespacesAndNewlines)
    } catch { throw CredentialError(source: name, reason: "cannot read \(path)") }
  }

  struct Place: Equatable {
    let endpoint: Endpoint
    let path: String
  }

  /// Where to ask; nil when nothing says so.
  ///
  /// A full URI leads to this machine or to the agents of ECS and EKS, unless it is encrypted:
  /// whoever can set a variable must not have the credentials sent elsewhere.
  static func place(_ variables: AWSVariables) throws(CredentialError) -> Place? {
    if let path = variables["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"] {
      return Endpoint("http://169.254.170.2").map { Place(endpoint: $0, path: path) }
    }
    guard let uri = variables["AWS_CONTAINER_CREDENTIALS_FULL_URI"] else { return nil }
    let parts = uri.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count >= 3, let endpoint = Endpoint("\(parts[0])//\(parts[2])") else {
      throw CredentialError(source: "container", reason: "\(uri) is no URI")
    }
    let host =
      endpoint.host.hasPrefix("[")
      ? String(endpoint.host.prefix { $0 != "]" }) + "]"
      : String(endpoint.host.prefix { $0 != ":" })
    guard endpoint.url.hasPrefix("https://") || isNear(host) else {
      throw CredentialError(source: "container", reason: "\(uri) is neither near nor encrypted")
    }
    return Place(endpoint: endpoint, path: "/" + (parts.count > 3 ? String(parts[3]) : ""))
  }

  private static func isNear(_ host: String) -> Bool {
    ["localhost", "[::1]", "169.254.170.2", "169.254.170.23", "[fd00:ec2::23]"].contains(host)
      || host.hasPrefix("127.")
  }
}
