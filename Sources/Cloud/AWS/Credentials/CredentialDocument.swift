/// Credentials as the container's and the instance's endpoints answer them.
///
///     {"AccessKeyId": "…", "SecretAccessKey": "…", "Token": "…", "Expiration": "2026-11-28T22:00:00Z"}
enum CredentialDocument {
  static func parse(_ bytes: [UInt8], source: String) throws(CredentialError) -> Credentials {
    let document: JSON
    do throws(JSONSyntaxError) {
      document = try JSON(parsing: bytes)
    } catch { throw CredentialError(source: source, reason: "answered no JSON") }
    if let code = document["Code"]?.string, code != "Success" {
      throw CredentialError(source: source, reason: "answered \(code)")
    }
    guard let id = document["AccessKeyId"]?.string,
      let secret = document["SecretAccessKey"]?.string
    else { throw CredentialError(source: source, reason: "answered no credentials") }
    var expiresAt: Int64?
    if let expiration = document["Expiration"]?.string {
      guard let seconds = ISODate.epochSeconds(expiration) else {
        throw CredentialError(source: source, reason: "answered an unreadable Expiration")
      }
      expiresAt = seconds
    }
    return Credentials(
      accessKeyID: id,
      secretAccessKey: secret,
      sessionToken: document["Token"]?.string,
      expiresAt: expiresAt
    )
  }
}
