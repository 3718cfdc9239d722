import Foundation
import Testing

@Suite("The README")
struct ReadmeTests {
  /// One marked part of the example, without its indentation.
  private struct Part {
    var title: String
    var lines: [String] = []

    var text: String {
      let indentation =
        lines.filter { !$0.isEmpty }.map { $0.prefix { $0 == " " }.count }.min() ?? 0
      return lines.map { String($0.dropFirst(indentation)) }.joined(separator: "\n")
    }
  }

  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  @Test("shows a service and a client of each kind of call, as they are compiled and tested")
  func example() throws {
    let readme = try Self.text("README.md")
    let parts = try Self.parts(of: Self.text("Tests/Runtime/RPCTests/StubsExampleTests.swift"))
    let kinds = ["unary", "server streaming", "client streaming", "bidirectional"]
    let wanted = kinds.flatMap { ["\($0): service", "\($0): client"] } + ["server and channel"]
    #expect(Set(parts.map(\.title)) == Set(wanted))
    for part in parts {
      #expect(readme.contains(part.text + "\n"), "\(part.title)")
      #expect((1...10).contains(part.lines.count), "\(part.title) is of ten lines at most")
    }
  }

  private static func parts(of source: String) -> [Part] {
    var parts: [Part] = []
    var open: Part?
    for line in source.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      let code = line.trimmingCharacters(in: .whitespaces)
      if code.hasPrefix("// README ") {
        open = Part(title: String(code.dropFirst(10)))
      } else if code == "// end", let part = open {
        parts.append(part)
        open = nil
      } else {
        open?.lines.append(line)
      }
    }
    return parts
  }
}
