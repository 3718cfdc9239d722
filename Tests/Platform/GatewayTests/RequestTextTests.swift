import Protobuf
import RPC
import Testing

@testable import Gateway

@Suite("Paths and queries as text", .timeLimit(.minutes(1)))
struct RequestTextTests {
  @Test(
    "the value of a path variable is decoded by its kind",
    arguments: [
      ("/v1/{id}", "/v1/c%C3%A0%20chua", "cà chua"),
      ("/v1/{id}", "/v1/a%2Fb", "a/b"),
      ("/v1/{id}", "/v1/a+b", "a+b"),
      ("/v1/{id}", "/v1/a:b", "a:b"),
      ("/v1/{id}:go", "/v1/a:b:go", "a:b"),
      ("/v1/{id}:go", "/v1/a%3Ab:go", "a:b"),
      ("/v1/{id=**}", "/v1/a/b%2Fc/d%20e", "a/b%2Fc/d e"),
      ("/v1/{id=**}", "/v1", ""),
      ("/v1/{id=x/*}", "/v1/x/1%2f2", "x/1%2f2"),
      ("/v1/{id=**}:go", "/v1/a/b:go", "a/b"),
    ]
  )
  func variables(template: String, path: String, value: String) throws {
    let template = try PathTemplate(parsing: template)
    let path = try #require(RequestPath(Array(path.utf8)[...]))
    let variable = try #require(template.variables.first)
    #expect(path.value(of: variable, verb: template.verb ?? "") == value)
  }

  @Test(
    "a path that is not percent-encoded UTF-8 is no path",
    arguments: ["", "v1", "/%", "/%4", "/%zz", "/%ff", "/a/%C3", "*"]
  )
  func brokenPaths(path: String) {
    #expect(RequestPath(Array(path.utf8)[...]) == nil)
  }

  @Test(
    "a query is split and decoded",
    arguments: [
      ("a=1&b=2", ["a": "1", "b": "2"]), ("q=c%C3%A0+chua", ["q": "cà chua"]),
      ("q=a%2Bb", ["q": "a+b"]), ("a", ["a": ""]), ("a=", ["a": ""]), ("&&a=1&", ["a": "1"]),
      ("a=b=c", ["a": "b=c"]), ("a%5Bx%5D=1", ["a[x]": "1"]), ("", [:]), ("&", [:]),
    ]
  )
  func queries(query: String, expected: [String: String]) throws {
    let parameters = try QueryString.parameters(Array(query.utf8)[...], limit: 10)
    let found = Dictionary(uniqueKeysWithValues: parameters.map { ($0.name, $0.value) })
    #expect(found == expected)
  }

  @Test(
    "a query that is broken or too long is refused",
    arguments: [
      ("a=%", QueryString.Failure.badEncoding("a=%")), ("%FF=1", .badEncoding("%FF=1")),
      ("=1", .noName), ("a&b&c&d", .tooMany(limit: 3)),
    ]
  )
  func brokenQueries(query: String, failure: QueryString.Failure) {
    #expect(throws: failure) { try QueryString.parameters(Array(query.utf8)[...], limit: 3) }
  }

  @Test("encoding anything and decoding it again gives the same text")
  func roundTrip() {
    var random = SeededRandom()
    for _ in 0..<2_000 {
      let scalars = (0..<Int.random(in: 0...12, using: &random)).compactMap { _ in
        Unicode.Scalar(UInt32.random(in: 0...0x1F_FFF, using: &random))
      }
      let text = String(String.UnicodeScalarView(scalars))
      let encoded = text.utf8.flatMap { byte -> [UInt8] in
        let digits = String(byte, radix: 16)
        return Array("%\(digits.count == 1 ? "0" : "")\(digits)".utf8)
      }
      #expect(PercentCoding.decode(encoded[...]) == text, "seed \(random.seed)")
      #expect(PercentCoding.decode(encoded[...], plusIsSpace: true) == text)
    }
  }

  @Test("random bytes never break the query decoder, and what it reads stays within the limit")
  func fuzzQuery() {
    var random = SeededRandom()
    let alphabet = Array("a=&%2F+%C3é\0\u{7f}#?".utf8) + [0xff, 0xc3]
    var read = 0
    for _ in 0..<20_000 {
      let bytes = (0..<Int.random(in: 0...24, using: &random)).compactMap { _ in
        alphabet.randomElement(using: &random)
      }
      guard let parameters = try? QueryString.parameters(bytes[...], limit: 4) else { continue }
      read += 1
      #expect(parameters.count <= 4, "seed \(random.seed)")
      #expect(parameters.allSatisfy { !$0.name.isEmpty }, "seed \(random.seed)")
    }
    #expect(read > 1_000)
  }

  @Test(
    "a timeout is digits and a unit",
    arguments: [
      ("2s", Duration.seconds(2)), ("1500ms", .milliseconds(1_500)), ("1m", .seconds(60)),
      ("0s", nil), ("", nil), ("s", nil), ("2", nil), ("-1s", nil), ("1.5s", nil), ("2S", nil),
      ("123456789s", nil), ("٢s", nil),
    ]
  )
  func timeouts(text: String, expected: Duration?) {
    #expect(RequestTimeout.parse(text) == expected)
  }

  @Test(
    "JSON is application/json in UTF-8",
    arguments: [
      ("application/json", true), ("Application/JSON; charset=UTF-8", true),
      ("application/json;charset=\"utf-8\"", true), ("application/json; charset=latin1", false),
      ("text/json", false), ("application/jsonp", false),
      ("application/x-www-form-urlencoded", false),
      ("", false),
    ]
  )
  func mediaTypes(text: String, isJSON: Bool) {
    #expect(MediaType.isJSON(text) == isJSON)
  }

  @Test("a header of ours that is no visible ASCII is not kept", arguments: RequestField.allCases)
  func otherThanASCII(field: RequestField) {
    for value in ["x\u{301}", "a\u{7f}", "\u{0}"] {
      var head = RequestHead(method: "GET", target: "/", peer: "")
      head.append(field, value)
      #expect(head[field] == nil)
      #expect(head.malformedField == (field == .requestID ? nil : field))
    }
    var head = RequestHead(method: "GET", target: "/", peer: "")
    head.append(field, "a,\tb")
    #expect(head[field] == "a, b" && head.malformedField == nil)
  }

  @Test("hostile segments and names are compared in time that grows with their length")
  func hostileText() throws {
    let marks =
      String(repeating: "\u{301}", count: 1 << 18) + String(repeating: "\u{323}", count: 1 << 18)
    var trie = RouteTrie()
    #expect(trie.insert(try PathTemplate(parsing: "/v1/x:go"), method: "GET", route: 0) == nil)
    for text in ["/x\(marks)", "/v1/x\(marks)", "/v1/x:g\(marks)"] {
      let path = try #require(RequestPath(Array(text.utf8)[...]))
      #expect(trie.match(method: "GET", path: path) == .none)
    }
    let schema = try #require(StandardSchema.registry.message("google.protobuf.Duration"))
    #expect(throws: FieldPath.Failure.self) { try FieldPath("seconds\(marks)", in: schema) }
  }

  @Test("the target may be a whole URL, as a proxy sends it")
  func absoluteForm() {
    for (target, expected) in [
      ("http://h:1/v1/x?q=1", "/v1/x?q=1"), ("https://h", "/"), ("/v1", "/v1"), ("*", "*"),
    ] {
      let head = RequestHead(method: "GET", target: target, peer: "")
      #expect(String(decoding: head.target, as: UTF8.self) == expected)
    }
  }
}
