import Foundation
import Testing

@Suite("The product's vectors")
struct VectorTests {
  @Test("each of the nine has tests that are named for it, and a line in the README")
  func nine() throws {
    let repository = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    var tested: [String: Int] = [:]
    let files = FileManager.default.enumerator(
      at: repository.appending(path: "Tests"),
      includingPropertiesForKeys: nil
    )
    for case let file as URL in files ?? .init()
    where file.lastPathComponent.hasSuffix("Tests.swift") {
      let text = try String(contentsOf: file, encoding: .utf8)
      let titles = text.matches(of: #/"vector ([0-9]+): /#).map { String($0.output.1) }
      let functions = text.matches(of: #/func vector([0-9]+)[A-Z(]/#).map { String($0.output.1) }
      #expect(titles == functions, "\(file.lastPathComponent)")
      for number in functions { tested[number, default: 0] += 1 }
    }
    #expect(tested.keys.sorted() == (1...9).map(String.init))
    let readme = try String(contentsOf: repository.appending(path: "README.md"), encoding: .utf8)
    let told = readme.matches(of: #/\n\| ([0-9]+) \| /#).map { String($0.output.1) }
    #expect(told == (1...9).map(String.init))
  }
}
