import Foundation

/// One Swift file of the repository.
struct SourceFile: Sendable {
  /// Relative to the repository, as in `Sources/Runtime/RPC/Metadata.swift`.
  let path: String
  let text: String

  var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
  var isGenerated: Bool { path.contains("/Generated/") }
}

/// The Swift files under `Sources` and `Tests`.
struct SourceTree: Sendable {
  let files: [SourceFile]

  init(files: [SourceFile]) {
    self.files = files
  }

  init(root: String) throws {
    // git names the files, so that build folders and forgotten scratch files never count.
    let listed = try Shell.require([
      "git", "-C", root, "ls-files", "--cached", "--others", "--exclude-standard", "Sources",
      "Tests",
    ])
    files = try listed.split(separator: "\n").filter { $0.hasSuffix(".swift") }.compactMap {
      let path = String($0)
      let absolute = URL(filePath: root).appending(path: path)
      // A file deleted but not yet committed is still listed.
      let isThere = FileManager.default.fileExists(atPath: absolute.path(percentEncoded: false))
      guard isThere else { return nil }
      return SourceFile(path: path, text: try String(contentsOf: absolute, encoding: .utf8))
    }
  }

  var handwritten: [SourceFile] { files.filter { !$0.isGenerated } }
  var sources: [SourceFile] { handwritten.filter { $0.path.hasPrefix("Sources/") } }
}
