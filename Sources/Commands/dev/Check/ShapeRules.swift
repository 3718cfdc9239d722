/// Rules on the tree itself: what stands at the top, and how long a file may grow.
enum ShapeRules {
  static let topLevel: Set<String> = [
    "Package.swift", "Protos", "Sources", "Tests", "deploy", "README.md",
  ]
  static let linesMax = 400

  /// `tracked` are the paths that git knows, relative to the repository.
  static func violations(tracked: [String], tree: SourceTree) -> [String] {
    let strangers = Set(tracked.compactMap { $0.split(separator: "/").first.map(String.init) })
      .filter { !$0.hasPrefix(".") && !topLevel.contains($0) }
      .map { "\($0): does not belong at the top level" }
    let long = tree.handwritten.filter { $0.lines.count > linesMax + 1 }
      .map { "\($0.path): \($0.lines.count) lines, past \(linesMax) split it by idea" }
    return strangers.sorted() + long
  }
}
