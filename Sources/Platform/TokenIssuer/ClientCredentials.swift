package import AWS
import Foundation

/// By what a process proves to the issuer which client it is (RFC 6749 §4.4).
package struct ClientCredentials: Sendable, Equatable {
  package let tokenAddress: ResourceAddress
  package let id: String
  package let secret: String
  /// Nil for what the issuer gives by itself.
  package let scope: String?

  package init(tokenAddress: ResourceAddress, id: String, secret: String, scope: String?) {
    self.tokenAddress = tokenAddress
    self.id = id
    self.secret = secret
    self.scope = scope
  }

  /// The request for an access token.
  var request: AWSRequest {
    var form = "grant_type=client_credentials"
    if let scope { form += "&scope=\(URIEncoding.encode(scope))" }
    // RFC 6749 §2.3.1: both are encoded before they are joined.
    let pair = "\(URIEncoding.encode(id)):\(URIEncoding.encode(secret))"
    return AWSRequest(
      path: tokenAddress.path,
      headers: [
        .init("authorization", "Basic " + Data(pair.utf8).base64EncodedString()),
        .init("content-type", "application/x-www-form-urlencoded"),
        .init("accept", "application/json"),
      ],
      body: Array(form.utf8)
    )
  }
}

extension ClientCredentials: CustomStringConvertible, CustomDebugStringConvertible {
  /// The id alone: secrets belong in no log.
  package var description: String { "client \(id)" }
  package var debugDescription: String { description }
}

/// A token as the issuer answers it (RFC 6749 §5.1), or why there is none (§5.2).
///
///     {"access_token": "eyJ…", "token_type": "Bearer", "expires_in": 3600}
///     {"error": "invalid_client"}
struct TokenDocument {
  let token: String
  let lifetimeSeconds: Int64

  init?(_ bytes: [UInt8]) {
    guard let document = try? JSON(parsing: bytes),
      let token = document["access_token"]?.string, Self.fitsHeader(token),
      document["token_type"]?.string?.lowercased() == "bearer",
      let seconds = document["expires_in"]?.int, seconds > 0
    else { return nil }
    self.token = token
    lifetimeSeconds = min(Int64(seconds), Limits.lifetimeSecondsMax)
  }

  /// Of the letters of a bearer token and some more, and not longer than anybody takes.
  private static func fitsHeader(_ token: String) -> Bool {
    (1...Limits.tokenBytesMax).contains(token.utf8.count)
      && token.utf8.allSatisfy { (0x21..<0x7F).contains($0) }
  }

  /// The code of an error; nil when the answer has none, as one that is not the issuer's.
  static func error(_ bytes: [UInt8]) -> String? {
    guard let code = (try? JSON(parsing: bytes))?["error"]?.string,
      code.utf8.count <= Limits.errorBytesMax,
      code.utf8.allSatisfy({ (0x20..<0x7F).contains($0) })
    else { return nil }
    return code
  }
}
