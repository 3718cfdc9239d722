package import SingleTable

import Crypto

import struct Foundation.Data

/// Makes page tokens that only their caller can use, only for the query they came from.
///
/// AES-GCM rather than a bare MAC: the place in a list can hold other people's ids. Caller and
/// query are authenticated, not contained. On the wire, in unpadded base64url:
///
///     | version 1 | nonce 12 | sealed position n | tag 16 |
package struct PageTokenSealer: Sendable {
  private let key: SymmetricKey
  private static let version: UInt8 = 1

  /// Every process that serves the same list needs the same secret.
  package init(secret: [UInt8]) {
    precondition(secret.count >= 32, "a page token secret has at least 32 bytes")
    key = HKDF<SHA256>.deriveKey(
      inputKeyMaterial: SymmetricKey(data: secret),
      info: Array("page token".utf8),
      outputByteCount: 32
    )
  }

  /// The token for the page after `page`; empty after the last one, as lists answer it.
  ///
  /// `caller` is the subject whose token it is, `query` everything that shapes the list: method,
  /// filters, order; not the page size.
  package func token(
    after page: Page,
    caller: String,
    query: [String]
  ) throws(PageTokenError) -> String {
    guard let lastKey = page.lastKey else { return "" }
    return try token(for: PagePosition.encode(lastKey), caller: caller, query: query)
  }

  /// Where the page asked for by `token` starts; nil for the first page, an empty token.
  package func startKey(
    from token: String,
    caller: String,
    query: [String]
  ) throws(PageTokenError) -> StartKey? {
    if token.isEmpty { return nil }
    let position = try position(from: token, caller: caller, query: query)
    guard let startKey = PagePosition.decode(position) else { throw .invalid }
    return startKey
  }

  /// A token for a list that is not a query of the table.
  package func token(
    for position: [UInt8],
    caller: String,
    query: [String]
  ) throws(PageTokenError) -> String {
    do {
      let bound = binding(caller: caller, query: query)
      let box = try AES.GCM.seal(position, using: key, authenticating: bound)
      guard let combined = box.combined else { throw PageTokenError.sealing }
      return Base64URL.encode([Self.version] + combined)
    } catch { throw .sealing }
  }

  package func position(
    from token: String,
    caller: String,
    query: [String]
  ) throws(PageTokenError) -> [UInt8] {
    guard let bytes = Base64URL.decode(token), bytes.first == Self.version else { throw .invalid }
    do {
      let box = try AES.GCM.SealedBox(combined: bytes.dropFirst())
      let bound = binding(caller: caller, query: query)
      return Array(try AES.GCM.open(box, using: key, authenticating: bound))
    } catch { throw .invalid }
  }

  private func binding(caller: String, query: [String]) -> [UInt8] {
    var bytes: [UInt8] = [Self.version]
    for part in [caller] + query { PagePosition.append(part, to: &bytes) }
    return bytes
  }
}

/// Why a page token is of no use.
package enum PageTokenError: Error, Sendable, Equatable {
  /// Forged, damaged, or made for another caller or query: the caller's mistake.
  case invalid
  /// The system could not seal it: ours.
  case sealing
}

/// Digest of a request, for `IdempotencyRecord.fingerprint`.
package func fingerprint(of request: some Sequence<UInt8>) -> [UInt8] {
  Array(SHA256.hash(data: Array(request)))
}
