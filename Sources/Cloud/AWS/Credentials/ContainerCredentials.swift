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

  /// Where to ask; nil when nothing says so.
  ///
  /// A full URI leads to this machine or to the agents of ECS and EKS, unless it is encrypted:
  /// whoever can set a variable must not have the credentials sent elsewhere.
  static func place(_ variables: AWSVariables) throws(CredentialError) -> ResourceAddress? {
    if let path = variables["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"] {
      guard path.hasPrefix("/"), let place = ResourceAddress("http://169.254.170.2" + path) else {
        throw CredentialError(source: "container", reason: "\(path) is no path")
      }
      return place
    }
    guard let uri = variables["AWS_CONTAINER_CREDENTIALS_FULL_URI"] else { return nil }
    guard let place = ResourceAddress(uri) else {
      throw CredentialError(source: "container", reason: "\(uri) is no URI")
    }
    guard place.isEncrypted || place.isLoopback || agents.contains(place.host) else {
      throw CredentialError(source: "container", reason: "\(uri) is neither near nor encrypted")
    }
    return place
  }

  private static let agents = ["169.254.170.2", "169.254.170.23", "[fd00:ec2::23]"]
}
