import Testing

@testable import Gateway

@Suite("Finding a route")
struct RouteTrieTests {
  private static let routes: [(method: String, template: String)] = [
    ("GET", "/v1/recipes"), ("POST", "/v1/recipes"), ("GET", "/v1/recipes/{id}"),
    ("GET", "/v1/recipes/popular"), ("PUT", "/v1/recipes/{id}/rating"),
    ("DELETE", "/v1/recipes/{id}/rating"), ("POST", "/v1/sessions/{id}:complete"),
    ("GET", "/v1/sessions/{id}"), ("GET", "/v1/sessions:export"), ("GET", "/v1/files/{p=**}"),
    ("GET", "/v1/files/{p=**}:stat"), ("POST", "/v1/recipes/popular/{x}"), ("*", "/v1/any"),
    ("GET", "/v1/shelves/{name=*/books/*}"), ("PATCH", "/v1/recipes/popular"),
  ]

  private static func trie() throws -> RouteTrie {
    var trie = RouteTrie()
    for (index, route) in routes.enumerated() {
      let template = try PathTemplate(parsing: route.template)
      #expect(trie.insert(template, method: route.method, route: index) == nil)
    }
    return trie
  }

  @Test(
    "a request finds the one route that is meant",
    arguments: [
      ("GET /v1/recipes", "GET /v1/recipes"),
      ("POST /v1/recipes", "POST /v1/recipes"),
      ("GET /v1/recipes/thit-kho", "GET /v1/recipes/{id}"),
      ("GET /v1/recipes/popular", "GET /v1/recipes/popular"),
      ("GET /v1/recipes/pop%75lar", "GET /v1/recipes/popular"),
      ("GET /v1/recipes/a%2Fb", "GET /v1/recipes/{id}"),
      ("PUT /v1/recipes/popular/rating", "PUT /v1/recipes/{id}/rating"),
      ("POST /v1/recipes/popular/z", "POST /v1/recipes/popular/{x}"),
      ("POST /v1/sessions/7:complete", "POST /v1/sessions/{id}:complete"),
      ("GET /v1/sessions/7:complete", "405 POST"),
      ("GET /v1/sessions/7:unknown", "GET /v1/sessions/{id}"),
      ("POST /v1/sessions/7%3Acomplete", "405 GET"),
      ("GET /v1/sessions/7%3Acomplete", "GET /v1/sessions/{id}"),
      ("GET /v1/sessions:export", "GET /v1/sessions:export"),
      ("GET /v1/sessions", "404"),
      ("GET /v1/files", "GET /v1/files/{p=**}"),
      ("GET /v1/files/a", "GET /v1/files/{p=**}"),
      ("GET /v1/files/a/b/c", "GET /v1/files/{p=**}"),
      ("GET /v1/files/a/b/c:stat", "GET /v1/files/{p=**}:stat"),
      ("GET /v1/shelves/1/books/2", "GET /v1/shelves/{name=*/books/*}"),
      ("GET /v1/shelves/1/books", "404"),
      ("BREW /v1/any", "* /v1/any"),
      ("PATCH /v1/recipes/x/rating", "405 DELETE PUT"),
      ("DELETE /v1/recipes/popular", "405 GET PATCH"),
      ("GET /", "404"), ("GET /v1", "404"), ("GET /v1/recipes/", "404"),
      ("GET /v1//recipes", "404"), ("GET /v1/recipes/x/y", "404"), ("GET /V1/recipes", "404"),
    ]
  )
  func finds(request: String, expected: String) throws {
    let parts = request.split(separator: " ").map(String.init)
    let path = try #require(RequestPath(Array(parts[1].utf8)[...]))
    let found =
      switch try Self.trie().match(method: parts[0], path: path) {
      case .found(let index, _): "\(Self.routes[index].method) \(Self.routes[index].template)"
      case .wrongMethod(let allowed): "405 " + allowed.joined(separator: " ")
      case .none: "404"
      }
    #expect(found == expected)
  }

  @Test(
    "a second claim on a method and shape is found",
    arguments: [
      ("GET", "/v1/recipes/{other}", 2), ("GET", "/v1/recipes/*", 2), ("GET", "/v1/files/**", 9),
      ("*", "/v1/any", 12), ("POST", "/v1/sessions/{x}:complete", 6),
    ]
  )
  func conflicts(method: String, template: String, other: Int) throws {
    var trie = try Self.trie()
    #expect(trie.insert(try PathTemplate(parsing: template), method: method, route: 99) == other)
  }

  @Test("random paths find what a plain comparison of templates finds")
  func fuzz() throws {
    var random = SeededRandom()
    let words = ["a", "b", "c"]
    for _ in 0..<300 {
      var trie = RouteTrie()
      var templates: [PathTemplate] = []
      for _ in 0..<Int.random(in: 1...12, using: &random) {
        let count = Int.random(in: 1...4, using: &random)
        var parts = (0..<count).map { _ in (words + ["*"]).randomElement(using: &random) ?? "a" }
        if Int.random(in: 0..<4, using: &random) == 0 { parts[count - 1] = "**" }
        let template = try PathTemplate(parsing: "/" + parts.joined(separator: "/"))
        if trie.insert(template, method: "GET", route: templates.count) == nil {
          templates.append(template)
        }
      }
      for _ in 0..<40 {
        let count = Int.random(in: 1...5, using: &random)
        let parts = (0..<count).map { _ in words.randomElement(using: &random) ?? "a" }
        let path = try #require(RequestPath(Array(("/" + parts.joined(separator: "/")).utf8)[...]))
        let matching = templates.filter { Self.matches($0.segments[...], parts[...]) }
        if case .found(let index, _) = trie.match(method: "GET", path: path) {
          #expect(matching.contains(templates[index]), "seed \(random.seed)")
        } else {
          #expect(matching.isEmpty, "seed \(random.seed): \(parts) \(matching.map(\.text))")
        }
      }
    }
  }

  private static func matches(
    _ segments: ArraySlice<PathTemplate.Segment>,
    _ parts: ArraySlice<String>
  ) -> Bool {
    switch (segments.first, parts.first) {
    case (.rest, _): true
    case (nil, nil): true
    case (.one, .some): matches(segments.dropFirst(), parts.dropFirst())
    case (.literal(let text), .some(let part)):
      text == part && matches(segments.dropFirst(), parts.dropFirst())
    default: false
    }
  }
}
