import Foundation
import Testing

@testable import Gateway

@Suite("Routes and documents from descriptors")
struct RouteTableTests {
  typealias Write = DescriptorWriter
  private static let note = "kitchen.v1.Note"

  struct Case: Sendable {
    let rules: [[UInt8]]
    let says: String
  }

  @Test(
    "a rule that cannot be kept is found at start",
    arguments: [
      Case(rules: [Write.rule("GET", "v1")], says: "template"),
      Case(rules: [Write.rule("GET", "/v1/{nope}")], says: "nope, which is not a field of Note"),
      Case(rules: [Write.rule("GET", "/v1/{tags}")], says: "not a single value"),
      Case(rules: [Write.rule("GET", "/v1/{inner}")], says: "not a single value"),
      Case(rules: [Write.rule("GET", "/v1/{inners.text}")], says: "repeated"),
      Case(rules: [Write.rule("POST", "/v1/x", body: "nope")], says: "the body nope"),
      Case(rules: [Write.rule("GET", "/v1/x", responseBody: "nope")], says: "answers nope"),
      Case(
        rules: [Write.rule("GET", "/v1/{text}"), Write.rule("GET", "/v1/{left}")],
        says: "both claim GET /v1/*"
      ),
      Case(
        rules: [Write.rule("POST", "/v1/x:go"), Write.rule("POST", "/v1/x:go", body: "*")],
        says: "both claim POST /v1/x:go"
      ),
      Case(rules: [Write.rule("GET", "/openapi.json")], says: "the gateway"),
    ]
  )
  func brokenRules(_ row: Case) {
    let methods = row.rules.enumerated().map { index, rule in
      Write.method("Do\(index)", Self.note, Self.note, http: rule)
    }
    let error = #expect(throws: GatewayError.self) { try NotesContract.table(methods) }
    #expect(error?.description.contains(row.says) == true, "\(error?.description ?? "")")
  }

  @Test("a service with routes needs an upstream, one without does not")
  func upstreams() throws {
    let registry = try NotesContract.registry()
    #expect(throws: GatewayError.noUpstream(service: "kitchen.v1.Notes")) {
      try RouteTable(registry: registry, upstreams: [:])
    }
    let silent = try NotesContract.registry([Write.method("Quiet", Self.note, Self.note)])
    #expect(try RouteTable(registry: silent, upstreams: [:]).routes.isEmpty)
  }

  @Test("a custom method and the rule for all methods work")
  func customMethods() throws {
    let table = try NotesContract.table([
      Write.method("Brew", Self.note, Self.note, http: Write.rule("BREW", "/v1/pot")),
      Write.method("All", Self.note, Self.note, http: Write.rule("*", "/v1/all")),
    ])
    for (method, path) in [("BREW", "/v1/pot"), ("PATCH", "/v1/all")] {
      let path = try #require(RequestPath(Array(path.utf8)[...]))
      guard case .found = table.trie.match(method: method, path: path) else {
        Issue.record("\(method) \(path) found nothing")
        continue
      }
    }
  }

  @Test("the index lists every route")
  func index() throws {
    let table = try NotesContract.table()
    let json = try Self.object(RouteIndex.document(table.routes).bytes)
    let routes = try #require(json["routes"] as? [[String: String]])
    #expect(routes.count == table.routes.count)
    #expect(routes.contains { $0["path"] == "/v1/notes/{text}:finish" && $0["method"] == "POST" })
  }

  @Test("OpenAPI describes every route, and refers to nothing that is not there")
  func openAPI() throws {
    let table = try NotesContract.table()
    let bytes = OpenAPI.document(table.routes).bytes
    let json = try Self.object(bytes)
    let paths = try #require(json["paths"] as? [String: [String: [String: Any]]])
    #expect(paths.values.reduce(0) { $0 + $1.count } == table.routes.count)
    #expect(paths["/v1/files/{text}"]?["get"] != nil)
    let operations = paths.values.flatMap(\.values)
    let ids = operations.compactMap { $0["operationId"] as? String }
    #expect(Set(ids).count == operations.count)

    let schemas = try #require(
      (json["components"] as? [String: Any])?["schemas"] as? [String: Any]
    )
    let text = String(decoding: bytes, as: UTF8.self)
    let references = text.split(separator: "#/components/schemas/").dropFirst().map {
      String($0.prefix { $0 != "\"" })
    }
    #expect(references.allSatisfy { schemas[$0] != nil })
    #expect(schemas["kitchen.v1.Inner"] != nil)

    let list = try #require(paths["/v1/notes"]?["get"]?["parameters"] as? [[String: Any]])
    let names = list.compactMap { $0["name"] as? String }
    #expect(names.contains("is_done") && names.contains("update_mask"))
    #expect(!names.contains("inner") && !names.contains("labels"))
    #expect(paths["/v1/hello"]?["get"]?["security"] as? [String] == [])
  }

  @Test(
    "a comment gives its text and its first sentence",
    arguments: [
      (
        " Lists foods. All of them.\n\n More.\n", "Lists foods. All of them.\n\nMore.",
        "Lists foods"
      ),
      (" One\n two.\n", "One\ntwo.", "One two"), ("", "", ""), (" x", "x", "x"),
    ]
  )
  func comments(raw: String, text: String, summary: String) {
    #expect(Comment(raw).text == text)
    #expect(Comment(raw).summary == summary)
  }

  private static func object(_ bytes: [UInt8]) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }
}
