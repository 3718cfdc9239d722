import RPC
import Testing

@testable import ServiceKit

@Suite("What services share")
struct ServiceKitTests {
  @Test(
    "the best accepted language answers",
    arguments: [
      (nil, Language.vietnamese), ("", .vietnamese), ("en", .english), ("EN-us", .english),
      ("vi-VN,en;q=0.9", .vietnamese), ("en;q=0.4,vi;q=0.9", .vietnamese),
      ("fr,en;q=0.3", .english), ("fr", .vietnamese), ("en;q=0", .vietnamese),
      ("vi;q=0.1, en ; q=0.8", .english), (";;,=", .vietnamese), ("*", .vietnamese),
    ] as [(String?, Language)]
  )
  func language(header: String?, expected: Language) {
    #expect(Language(accepting: header) == expected)
  }

  @Test("all broken rules come in one answer")
  func violations() throws {
    var violations = FieldViolations()
    try violations.throwIfAny()
    violations.require(true, "stars", "never said")
    violations.require(false, "stars", "must be from 1 to 5")
    violations.require(false, "comment", "must be at most 500 characters")
    let error = try #require(throws: RPCError.self) { try violations.throwIfAny() }
    #expect(error.code == .invalidArgument)
    #expect(
      error.details == [
        .badRequest([
          .init(field: "stars", description: "must be from 1 to 5"),
          .init(field: "comment", description: "must be at most 500 characters"),
        ])
      ]
    )
  }

  @Test("no more rules are named than an answer can hold, and all are counted")
  func manyViolations() throws {
    var violations = FieldViolations()
    for index in 0..<10_000 { violations.add("names[\(index)]", "must not be empty") }
    let error = try #require(throws: RPCError.self) { try violations.throwIfAny() }
    guard case .badRequest(let named)? = error.details.first else {
      Issue.record("no violations")
      return
    }
    let bytes = named.reduce(0) { $0 + $1.field.utf8.count + $1.description.utf8.count }
    #expect(named.count > 100 && bytes <= FieldViolations.bytesMax)
    #expect(error.message == "names[0]: must not be empty (and 9999 more)")
  }

  @Test(
    "a text is as long as people count it, and never larger than they could mean",
    arguments: [
      ("", 0, true), ("bơ", 2, true), ("bơ", 1, false), ("👩‍👩‍👧‍👦", 1, true),
      ("e\u{302}\u{301}e\u{302}\u{301}", 2, true),
      ("e" + String(repeating: "\u{301}", count: 8), 1, false),
      ("e" + String(repeating: "\u{301}", count: 31), 100, true),
      ("e" + String(repeating: "\u{301}", count: 32), 100, false),
    ]
  )
  func length(text: String, max: Int, fits: Bool) {
    #expect(text.hasCharacters(atMost: max) == fits)
  }

  @Test(
    "a page has its standard size, and never more than the maximum",
    arguments: [(0, 20), (1, 1), (100, 100), (101, 100), (Int32.max, 100)] as [(Int32, Int)]
  )
  func pageSize(requested: Int32, size: Int) throws {
    #expect(try PageSize.resolve(requested) == size)
    #expect(throws: RPCError.self) { try PageSize.resolve(-1) }
  }

  @Test("an idempotency key is the field or the metadata, and they may not differ")
  func idempotencyKey() throws {
    func key(field: String, header: String?) throws -> String? {
      var metadata = Metadata()
      if let header { metadata.append("idempotency-key", header) }
      let context = ServerContext(
        method: MethodDescriptor(service: "a", name: "B"),
        metadata: metadata
      )
      return try context.idempotencyKey(field: field)
    }
    #expect(try key(field: "", header: nil) == nil)
    #expect(try key(field: "a", header: nil) == "a")
    #expect(try key(field: "", header: "b") == "b")
    #expect(try key(field: "a", header: "a") == "a")
    #expect(throws: RPCError.self) { try key(field: "a", header: "b") }
    #expect(throws: RPCError.self) {
      try key(field: String(repeating: "k", count: 129), header: nil)
    }
  }
}
