import ArgumentParser

/// Rewrites every hand-written Swift file in the house format.
struct Format: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Formats every hand-written Swift file in place."
  )

  func run() throws {
    let files = try SourceTree(root: ".").handwritten.map(\.path)
    try Shell.require(
      ["swift", "format", "--configuration", ".swift-format", "--in-place", "--parallel"] + files
    )
  }
}
