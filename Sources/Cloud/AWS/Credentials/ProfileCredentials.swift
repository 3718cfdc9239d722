import Foundation

/// The profile that `AWS_PROFILE` names, or `default`, in the two files of a home folder.
///
/// Keys written in the files alone: a profile that names a role, a process or a login says so in
/// the error.
struct ProfileCredentials: CredentialSource {
  private let profile: String
  private let isNamed: Bool
  private let paths: [String]

  var name: String { "profile \(profile)" }

  init(variables: AWSVariables) {
    profile = variables["AWS_PROFILE"] ?? "default"
    isNamed = variables["AWS_PROFILE"] != nil
    let home = variables["HOME"].map { $0 + "/.aws" }
    paths = [
      variables["AWS_SHARED_CREDENTIALS_FILE"] ?? home.map { $0 + "/credentials" },
      variables["AWS_CONFIG_FILE"] ?? home.map { $0 + "/config" },
    ].compactMap { $0 }
  }

  nonisolated(nonsending) func load() async throws(CredentialError) -> Credentials? {
    let values = values
    guard let id = values["aws_access_key_id"],
      let secret = values["aws_secret_access_key"]
    else {
      for name in ["role_arn", "credential_process", "sso_session", "sso_start_url"]
      where values[name] != nil {
        throw CredentialError(source: self.name, reason: "\(name) is not supported; give keys")
      }
      guard !isNamed else { throw CredentialError(source: name, reason: "has no keys") }
      return nil
    }
    return Credentials(
      accessKeyID: id,
      secretAccessKey: secret,
      sessionToken: values["aws_session_token"]
    )
  }

  /// The region that the profile names.
  var region: Region? { values["region"].map { Region($0) } }

  /// Both files together; the first, of credentials alone, wins.
  private var values: [String: String] {
    paths.reduce(into: [:]) { values, path in
      // A file that is not there is an empty one.
      guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return }
      values.merge(ProfileFile(text)[profile] ?? [:]) { first, _ in first }
    }
  }
}
