/// The first of several sources that has credentials.
///
/// A source that something points to and that fails ends the search: another one's credentials
/// would be those of somebody else.
package struct CredentialChain: CredentialSource {
  private let sources: [any CredentialSource]

  package init(_ sources: [any CredentialSource]) { self.sources = sources }

  package var name: String { sources.map(\.name).joined(separator: ", ") }

  package nonisolated(nonsending) func load() async throws(CredentialError) -> Credentials? {
    for source in sources {
      if let credentials = try await source.load() { return credentials }
    }
    return nil
  }
}

extension CredentialChain {
  /// Environment, web identity, profile, container, instance; in that order.
  package static func standard(
    _ variables: AWSVariables,
    region: Region,
    pool: HTTPPool,
    clock: AWSClock = AWSClock()
  ) -> CredentialChain {
    CredentialChain([
      EnvironmentCredentials(variables: variables),
      WebIdentityCredentials(variables: variables, region: region, pool: pool, clock: clock),
      ProfileCredentials(variables: variables),
      ContainerCredentials(variables: variables, pool: pool, clock: clock),
      InstanceCredentials(variables: variables, pool: pool, clock: clock),
    ])
  }
}

extension Region {
  /// The region of the environment, or of the profile; nil when neither names one.
  package init?(_ variables: AWSVariables) {
    guard let found = variables.region ?? ProfileCredentials(variables: variables).region else {
      return nil
    }
    self = found
  }
}
