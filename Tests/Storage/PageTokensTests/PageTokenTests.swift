import SingleTable
import Testing

@testable import PageTokens

@Suite("Page tokens")
struct PageTokenTests {
  private let sealer = PageTokenSealer(secret: [UInt8](repeating: 1, count: 32))
  private let query = ["ListSessions", "status=completed"]

  private func page(_ startKey: StartKey?) -> Page {
    Page(items: [], lastKey: startKey, scannedCount: 0)
  }

  private static let startKeys = [
    StartKey(key: Key("COOKING#lan", "SESSION#0189")),
    StartKey(key: Key("RATING#phở", "USER#lan"), indexSort: "2026#phở"),
    StartKey(key: Key("a", "b"), indexSort: String(repeating: "🍜", count: 250)),
  ]

  @Test("a token gives its caller the place back", arguments: startKeys)
  func roundTrip(_ startKey: StartKey) throws {
    let token = try sealer.token(after: page(startKey), caller: "lan", query: query)
    #expect(try sealer.startKey(from: token, caller: "lan", query: query) == startKey)
    let unreserved = token.utf8.allSatisfy { byte in
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8.contains(byte)
    }
    #expect(unreserved, "a token needs no escaping in a URL")
  }

  @Test("no token stands for the first page, and the last page gives none")
  func ends() throws {
    #expect(try sealer.startKey(from: "", caller: "lan", query: query) == nil)
    #expect(try sealer.token(after: page(nil), caller: "lan", query: query).isEmpty)
  }

  @Test("a token serves no other caller, query or secret")
  func bound() throws {
    let token = try sealer.token(after: page(Self.startKeys[0]), caller: "lan", query: query)
    let other = PageTokenSealer(secret: [UInt8](repeating: 2, count: 32))
    let uses: [(PageTokenSealer, String, [String])] = [
      (sealer, "minh", query), (sealer, "lan", ["ListSessions"]),
      (sealer, "lan", ["ListSessions", "status=", "completed"]), (sealer, "lan", []),
      (sealer, "lanListSessions", ["status=completed"]), (other, "lan", query),
    ]
    for (sealer, caller, query) in uses {
      #expect(throws: PageTokenError.invalid) {
        try sealer.startKey(from: token, caller: caller, query: query)
      }
    }
  }

  @Test("no changed, cut or invented token is taken")
  func forged() throws {
    let token = try sealer.token(after: page(Self.startKeys[0]), caller: "lan", query: query)
    var forgeries = [
      "A", "====", "not a token", "AQ", String(repeating: "A", count: 90), token + "A",
    ]
    for index in token.indices {
      forgeries.append(
        String(token[..<index]) + (token[index] == "B" ? "C" : "B")
          + token[token.index(after: index)...]
      )
      if index != token.startIndex { forgeries.append(String(token[..<index])) }
    }
    for forgery in forgeries {
      #expect(throws: PageTokenError.invalid, "\(forgery)") {
        try sealer.startKey(from: forgery, caller: "lan", query: query)
      }
    }
  }

  @Test("a token does not show the ids of others")
  func opaque() throws {
    let secretive = StartKey(key: Key("RATING#pho", "USER#minh"))
    let token = try sealer.token(after: page(secretive), caller: "lan", query: query)
    let bytes = try #require(Base64URL.decode(token))
    #expect(!String(decoding: bytes, as: UTF8.self).contains("minh"))
  }

  @Test("base64url is that of RFC 4648, one spelling for each value")
  func base64URL() {
    let vectors = [
      ("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg"),
      ("fooba", "Zm9vYmE"), ("foobar", "Zm9vYmFy"),
    ]
    for (plain, encoded) in vectors {
      #expect(Base64URL.encode(Array(plain.utf8)) == encoded)
      #expect(Base64URL.decode(encoded) == Array(plain.utf8))
    }
    #expect(Base64URL.encode([0xFB, 0xFF]) == "-_8")
    for wrong in ["Zh", "Zm9", "Z", "Zg==", "Zm+v", "Zm/v", "Zm v", "é"] {
      #expect(Base64URL.decode(wrong) == nil, "\(wrong)")
    }
  }

  @Test("a request's fingerprint is its SHA-256")
  func fingerprints() {
    let digest = fingerprint(of: "abc".utf8)
    #expect(digest.count == 32)
    #expect(digest.prefix(4) == [0xBA, 0x78, 0x16, 0xBF])
  }
}
