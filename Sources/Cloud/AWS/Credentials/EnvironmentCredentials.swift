/// `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY` and, for temporary ones, `AWS_SESSION_TOKEN`.
struct EnvironmentCredentials: CredentialSource {
  let variables: AWSVariables
  let name = "environment"

  nonisolated(nonsending) func load() async throws(CredentialError) -> Credentials? {
    guard let id = variables["AWS_ACCESS_KEY_ID"],
      let secret = variables["AWS_SECRET_ACCESS_KEY"]
    else { return nil }
    return Credentials(
      accessKeyID: id,
      secretAccessKey: secret,
      sessionToken: variables["AWS_SESSION_TOKEN"]
    )
  }
}
