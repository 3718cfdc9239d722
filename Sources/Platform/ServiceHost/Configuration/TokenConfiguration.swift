package import AWS
import Foundation
package import TokenIssuer

/// Whose tokens are trusted, and by what a service proves which it is.
package enum TokenConfiguration: Sendable, Equatable {
  /// The issuer of a desk, whose key is in the data folder.
  case local
  case issuer(Issuer)

  package struct Issuer: Sendable, Equatable {
    /// The `iss` of its tokens.
    package var name: String
    package var keys: Keys
    /// Nil for a process that calls no service in its own name.
    package var client: ClientCredentials?
  }

  package enum Keys: Sendable, Equatable {
    /// A JSON Web Key Set.
    case fixed(String)
    case published(ResourceAddress)
  }

  init(_ variables: inout Variables) throws(ConfigurationError) {
    let name = variables.take("JWT_ISSUER")
    let keys = try variables.take("JWKS", Self.keys)
    let client = try Self.client(&variables)
    guard name != nil || keys != nil || client != nil else {
      self = .local
      return
    }
    guard let name else {
      throw Self.missing("JWT_ISSUER", with: keys == nil ? "TOKEN_URL" : "JWKS")
    }
    guard let keys else { throw Self.missing("JWKS", with: "JWT_ISSUER") }
    self = .issuer(Issuer(name: name, keys: keys, client: client))
  }

  /// The set itself, where it is published, or the file that holds it.
  private static func keys(_ text: String) throws(ConfigurationRule) -> Keys {
    if text.hasPrefix("{") { return .fixed(text) }
    if text.contains("://") { return .published(try address(text)) }
    do {
      return .fixed(try String(contentsOfFile: text, encoding: .utf8))
    } catch { throw ConfigurationRule(stringLiteral: "cannot read \(text)") }
  }

  private static func client(
    _ variables: inout Variables
  ) throws(ConfigurationError) -> ClientCredentials? {
    let tokens = try variables.take("TOKEN_URL", address)
    let scope = variables.take("TOKEN_SCOPE")
    let id = variables.take("CLIENT_ID")
    let secret = variables.take("CLIENT_SECRET")
    guard let tokens else {
      for (name, value) in [("TOKEN_SCOPE", scope), ("CLIENT_ID", id), ("CLIENT_SECRET", secret)]
      where value != nil {
        throw missing("TOKEN_URL", with: name)
      }
      return nil
    }
    guard let id else { throw missing("CLIENT_ID", with: "TOKEN_URL") }
    guard let secret else { throw missing("CLIENT_SECRET", with: "TOKEN_URL") }
    return ClientCredentials(tokenAddress: tokens, id: id, secret: secret, scope: scope)
  }

  /// Who can change what is on its way would be believed.
  private static func address(_ text: String) throws(ConfigurationRule) -> ResourceAddress {
    guard let address = ResourceAddress(text), address.isEncrypted || address.isLoopback else {
      throw "must be an https URL, or an http one of this machine"
    }
    return address
  }

  private static func missing(_ name: String, with other: String) -> ConfigurationError {
    ConfigurationError(
      variable: "SMART_COOKING_" + name,
      rule: "must be set with SMART_COOKING_" + other
    )
  }
}
