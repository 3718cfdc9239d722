import Testing

@testable import AWS

@Suite("JSON documents")
struct JSONTests {
  @Test("what is written is read again, byte for byte")
  func roundTrip() throws {
    let texts = ["", "phở", "\"\\/\u{8}\u{c}\n\r\t\u{0}\u{1f}", "🍜", "e\u{301}"]
    var json = JSONWriter()
    json.object { json in
      for (index, text) in texts.enumerated() { json.member("k\(index)", text) }
      json.member("flag", bool: true)
      json.member("n", number: -12)
      json.name("list")
      json.array { json in
        json.array { _ in }
        json.object { _ in }
        json.number("1E+400")
      }
    }
    let read = try JSON(parsing: json.bytes)
    for (index, text) in texts.enumerated() {
      #expect(read["k\(index)"]?.string.map { Array($0.utf8) } == Array(text.utf8))
    }
    #expect(read["flag"] == .bool(true))
    #expect(read["n"]?.int == -12)
    #expect(read["list"] == .array([.array([]), .object([]), .number("1E+400")]))
  }

  @Test("escapes and surrogates are read as what they stand for")
  func escapes() throws {
    let text = #" { "a" : "\u0070h\u1edf \ud83c\udf5c\/\b" , "a": 2 } "#
    #expect(try JSON(parsing: Array(text.utf8))["a"] == .string("phở 🍜/\u{8}"))
  }

  @Test(
    "what is no document is refused",
    arguments: [
      "", "{", "[1,]", "{\"a\"}", "{a:1}", "01", "1.", "-", "1e", "tru", "\"\\x\"", "\"\\ud800\"",
      "\"\\ud800\\u0041\"", "\"\u{1}\"", "\"", "1 2", "[", "nul", "+1", "\"\\u+123\"",
    ]
  )
  func refused(_ text: String) {
    #expect(throws: JSONSyntaxError.self) { try JSON(parsing: Array(text.utf8)) }
  }

  @Test("neither depth nor wrong bytes harm the reader")
  func hostile() {
    let deep = [UInt8](repeating: UInt8(ascii: "["), count: 100_000)
    #expect(throws: JSONSyntaxError.self) { try JSON(parsing: deep) }
    #expect(throws: JSONSyntaxError.self) { try JSON(parsing: [0x22, 0xFF, 0x22]) }
  }
}
