import Foundation
import JWTKit

/// Why a key set cannot be used.
package enum KeySetError: Error, Equatable, CustomStringConvertible {
  case malformed
  case empty

  package var description: String {
    switch self {
    case .malformed: "is no JSON Web Key Set"
    case .empty: "has no key with a kid, of a kind that is known"
    }
  }
}

/// The public keys of an issuer.
struct KeySet: Sendable {
  let keys: JWTKeyCollection
  /// As it was published, for a comparison.
  let json: String
  private let names: Set<String>

  /// Reads a JSON Web Key Set, as Cognito publishes at `/.well-known/jwks.json`.
  init(json: String) async throws(KeySetError) {
    guard let set = try? JSONDecoder().decode(Published.self, from: Data(json.utf8)) else {
      throw .malformed
    }
    let keys = JWTKeyCollection()
    var names: Set<String> = []
    for key in set.keys.compactMap(\.key) {
      guard let name = key.keyIdentifier, (try? await keys.add(jwk: key)) != nil else { continue }
      names.insert(name.string)
    }
    guard !names.isEmpty else { throw .empty }
    self.keys = keys
    self.json = json
    self.names = names
  }

  init(_ key: LocalIssuer) async {
    keys = JWTKeyCollection()
    await keys.add(ecdsa: key.key.publicKey, kid: LocalIssuer.keyID)
    json = ""
    names = [LocalIssuer.keyID.string]
  }

  /// Whether it has the key of that `kid`.
  func has(_ name: String) -> Bool { names.contains(name) }

  private struct Published: Decodable {
    let keys: [Lenient]
  }

  /// RFC 7517 §5: a key of a kind that is not understood is passed over.
  private struct Lenient: Decodable {
    let key: JWK?

    init(from decoder: any Decoder) {
      key = try? JWK(from: decoder)
    }
  }
}
