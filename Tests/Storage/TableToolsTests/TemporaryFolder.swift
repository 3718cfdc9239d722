import Foundation

/// A folder for one test, which goes with it.
final class TemporaryFolder: Sendable {
  private let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "tools-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  func path(_ name: String) -> String { url.appending(path: name).path }

  deinit {
    // Left-overs in the temporary folder fail no test.
    try? FileManager.default.removeItem(at: url)
  }
}
