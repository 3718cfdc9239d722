import Testing

@testable import loadtest

@Suite("Templates")
struct TemplateTests {
  /// Gives the same numbers every time.
  private struct Steps: RandomNumberGenerator {
    var state: UInt64 = 1
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state
    }
  }

  private func fill(_ text: String, counter: Int = 7) throws -> String {
    var random = Steps()
    return try Template(parsing: text)
      .filled(Template.Filling(user: "lan", counter: counter), using: &random)
  }

  @Test(
    "places are filled, everything else stays",
    arguments: [
      ("{}", "{}"), ("", ""), (#"{"a":{"b":1}}"#, #"{"a":{"b":1}}"#),
      (#"{"u":"{{user}}"}"#, #"{"u":"lan"}"#), (#"{"n":{{counter}}}"#, #"{"n":7}"#),
      (#"{"a":{"n":{{counter}}}}"#, #"{"a":{"n":7}}"#), ("{{user}}{{user}}", "lanlan"),
      ("{{pick:phở bò}}", "phở bò"), ("{{pick:}", nil), ("{{pick:|}}", ""),
    ]
  )
  func filling(_ text: String, _ wanted: String?) throws {
    guard let wanted else {
      #expect(throws: UsageError.self) { try Template(parsing: text) }
      return
    }
    #expect(try fill(text) == wanted)
  }

  @Test(
    "a place that does not exist is refused by its name",
    arguments: ["{{users}}", "{{ user }}", "{{pick}}", "{{pick:}}", "{{}}"]
  )
  func unknownPlace(_ text: String) {
    let error = #expect(throws: UsageError.self) { try Template(parsing: text) }
    #expect(error?.description.contains(text) == true)
  }

  @Test("choices are all taken in the long run, and nothing else is")
  func choices() throws {
    let template = try Template(parsing: "{{pick:a|b|c}}")
    var random = Steps()
    let taken = (0..<100).map {
      template.filled(Template.Filling(user: "", counter: $0), using: &random)
    }
    #expect(Set(taken) == ["a", "b", "c"])
  }

  @Test("each UUID is another one in its usual form")
  func uuid() throws {
    let first = try fill("{{uuid}}")
    let second = try fill("{{uuid}}")
    #expect(first != second)
    let form = /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/
    #expect(first.wholeMatch(of: form) != nil)
  }

  @Test("the samples show every choice of every place")
  func samples() throws {
    let template = try Template(parsing: "{{pick:a|b|c}}{{pick:x|y}}")
    #expect(template.samples == ["ax", "by", "cx"])
  }
}
