import Foundation
import Testing

@testable import dev

@Suite("Generated code")
struct GenerationTests {
  @Test("follows from Protos, every file and nothing else")
  func isFresh() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    #expect(try Generation.stale(in: root) == [])
  }
}
