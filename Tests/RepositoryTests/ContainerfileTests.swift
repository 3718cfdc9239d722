import Foundation
import Testing

/// An image is built of what `Containerfile.dockerignore` lets in, and of nothing else.
@Suite("What an image is built of")
struct ContainerfileTests {
  @Test("everything that is copied into it is let in")
  func copied() throws {
    let deploy = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "deploy")
    let lines = { (name: String) in
      try String(contentsOf: deploy.appending(path: name), encoding: .utf8).split(separator: "\n")
    }
    let letIn = try lines("Containerfile.dockerignore").filter { $0.hasPrefix("!") }
      .map { $0.dropFirst() }
    // From another stage, and a binary made outside, come other ways.
    let copied = try lines("Containerfile").filter { $0.hasPrefix("COPY ") }
      .flatMap { $0.split(separator: " ").dropFirst().dropLast() }
      .filter { !$0.hasPrefix("--") && !$0.hasPrefix("/") && !$0.hasPrefix("$") }
    #expect(copied.count >= 6)
    #expect(copied.filter { !letIn.contains($0) } == [])
  }
}
