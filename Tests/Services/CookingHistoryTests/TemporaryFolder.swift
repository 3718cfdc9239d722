import Foundation

/// A folder for one test, which goes with it.
final class TemporaryFolder: Sendable {
  private let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "service-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  /// The table's file; it is not created here.
  var file: String { url.appending(path: "table.sqlite").path }

  deinit {
    // Left-overs in the temporary folder fail no test.
    try? FileManager.default.removeItem(at: url)
  }
}
