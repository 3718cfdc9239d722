import Testing

@testable import Gateway

@Suite("Path templates")
struct PathTemplateTests {
  struct Case: Sendable {
    let text: String
    let shape: String
    var variables: [String] = []
  }

  @Test(
    "every form of the grammar is read",
    arguments: [
      Case(text: "/v1/recipes", shape: "/v1/recipes"),
      Case(text: "/v1/recipes/{id}", shape: "/v1/recipes/*", variables: ["id 2..<3"]),
      Case(text: "/v1/{id=*}", shape: "/v1/*", variables: ["id 1..<2"]),
      Case(text: "/v1/*/x", shape: "/v1/*/x"),
      Case(text: "/v1/**", shape: "/v1/**"),
      Case(text: "/v1/{name=**}", shape: "/v1/**", variables: ["name 1..<2 open"]),
      Case(
        text: "/v1/{a.b=shelves/*/books/*}/pages/{page}",
        shape: "/v1/shelves/*/books/*/pages/*",
        variables: ["a.b 1..<5", "page 6..<7"]
      ),
      Case(text: "/v1/{f=files/**}", shape: "/v1/files/**", variables: ["f 1..<3 open"]),
      Case(text: "/v1/x:go", shape: "/v1/x:go"),
      Case(text: "/v1/{id}:go", shape: "/v1/*:go", variables: ["id 1..<2"]),
      Case(text: "/v1/c%C3%A0", shape: "/v1/cà"),
      Case(text: "/a-b_c.d~e/!$&'()+,;@", shape: "/a-b_c.d~e/!$&'()+,;@"),
    ]
  )
  func reads(_ row: Case) throws {
    let template = try PathTemplate(parsing: row.text)
    #expect(template.shape == row.shape)
    let variables = template.variables.map {
      "\($0.fieldPath) \($0.segments)" + ($0.isOpenEnded ? " open" : "")
    }
    #expect(variables == row.variables)
  }

  @Test(
    "what breaks the grammar is refused with the reason",
    arguments: [
      ("", "instead of \"/\""), ("v1", "instead of \"/\""), ("/", "needs a segment"),
      ("/v1/", "needs a segment"), ("/v1//x", "needs a segment"), ("/v1/{id", "instead of \"}\""),
      ("/v1/{}", "name of a field"), ("/v1/{1a}", "name of a field"),
      ("/v1/{a.}", "name of a field"), ("/v1/{a={b}}", "inside a variable"),
      ("/v1/{a=}", "needs a segment"), ("/v1/**/x", "behind **"), ("/v1/{a=**}/x", "behind **"),
      ("/v1/{a}/{a}", "twice"), ("/v1/x:", "needs a verb"), ("/v1/x:a:b", "unexpected"),
      ("/v1/a?b", "unexpected"), ("/v1/a#b", "unexpected"), ("/v1/a b", "unexpected"),
      ("/v1/x}", "unexpected"), ("/v1/%zz", "percent"), ("/v1/x{id}", "unexpected"),
    ]
  )
  func refuses(text: String, reason: String) {
    let error = #expect(throws: GatewayError.self) { try PathTemplate(parsing: text) }
    #expect(error?.description.contains(reason) == true, "\(error?.description ?? "")")
  }

  @Test("random texts are read or refused, and what is read has its own shape")
  func fuzz() throws {
    var random = SeededRandom()
    let pieces = ["/", "v1", "{", "}", "*", "**", "=", ":", ".", "a", "b_c", "%41", "%", "é", " "]
    var accepted = 0
    for _ in 0..<20_000 {
      let count = Int.random(in: 1...10, using: &random)
      let text =
        "/" + (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      guard let template = try? PathTemplate(parsing: text) else { continue }
      accepted += 1
      #expect(template.text == text)
      for variable in template.variables {
        #expect(variable.segments.upperBound <= template.segments.count)
      }
      #expect(template.segments.dropLast().allSatisfy { $0 != .rest })
    }
    #expect(accepted > 100, "seed \(random.seed)")
  }
}
