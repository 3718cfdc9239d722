import Foundation
import Protobuf
import Testing

/// Messages as another implementation wrote and read them; see `Fixtures/make_fixtures.py`.
struct Fixture: Decodable, Sendable, CustomTestStringConvertible {
  let name: String
  let type: String
  let wire: String
  let canonical: String
  let json: String?

  var testDescription: String { name }

  static let all: [Fixture] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/fixtures.jsonl")
    do {
      return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map {
        try JSONDecoder().decode(Fixture.self, from: Data($0.utf8))
      }
    } catch {
      preconditionFailure("fixtures.jsonl: \(error)")
    }
  }()
}

/// Bytes written in hexadecimal; spaces are skipped.
func hex(_ text: String) -> [UInt8] {
  let digits = text.compactMap(\.hexDigitValue)
  return stride(from: 0, to: digits.count - 1, by: 2).map {
    UInt8(digits[$0] << 4 | digits[$0 + 1])
  }
}

func reencoded<M: Message>(_ type: M.Type, _ wire: [UInt8]) throws -> [UInt8] {
  try M(decoding: wire).encoded()
}

@Suite("Another implementation's messages")
struct FixtureTests {
  static let plain = Fixture.all.filter { !$0.name.hasPrefix("merged") }
  static let merged = Fixture.all.filter { $0.name.hasPrefix("merged") }
  static let withJSON = Fixture.all.filter { $0.json != nil }

  @Test("decode and encode to the same bytes", arguments: plain)
  func roundTrip(_ fixture: Fixture) throws {
    let wire = hex(fixture.wire)
    let encoded =
      fixture.type == "test.Part"
      ? try reencoded(Part.self, wire) : try reencoded(Everything.self, wire)
    #expect(encoded == hex(fixture.canonical))
  }

  @Test("merge when their bytes are appended to each other", arguments: merged)
  func merge(_ fixture: Fixture) throws {
    let merged = try reencoded(Everything.self, hex(fixture.wire))
    #expect(try merged == reencoded(Everything.self, hex(fixture.canonical)))
    #expect(merged.count == hex(fixture.canonical).count)
  }

  @Test("read from JSON to the same message", arguments: withJSON)
  func fromJSON(_ fixture: Fixture) throws {
    let json = try #require(fixture.json)
    #expect(try Everything(json: json).encoded() == reencoded(Everything.self, hex(fixture.wire)))
  }

  @Test("survive our JSON", arguments: withJSON)
  func throughJSON(_ fixture: Fixture) throws {
    let transcoder = JSONTranscoder(TestSchema.registry)
    let json = try transcoder.json(from: hex(fixture.wire), as: Everything.schema)
    #expect(try Everything(json: json).encoded() == reencoded(Everything.self, hex(fixture.wire)))
  }
}
