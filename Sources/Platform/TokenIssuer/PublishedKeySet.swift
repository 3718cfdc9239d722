package import AWS
import Identity

/// The key set of an issuer, as Cognito publishes it at `/.well-known/jwks.json` of its pool.
package struct PublishedKeySet: KeySetSource {
  private let address: ResourceAddress
  private let fetch: HTTPFetch

  package init(_ address: ResourceAddress, pool: HTTPPool, clock: AWSClock = AWSClock()) {
    self.address = address
    fetch = HTTPFetch(pool: pool, clock: clock)
  }

  package func keySet() async throws -> String {
    let request = AWSRequest(
      method: "GET",
      path: address.path,
      headers: [.init("accept", "application/json")]
    )
    do throws(HTTPFetch.Failure) {
      return String(decoding: try await fetch.send(request, to: address.endpoint), as: UTF8.self)
    } catch { throw IssuerError(asked: address.url, reason: error.reason) }
  }
}
