import Foundation

/// A folder for one test, which goes with it.
final class TemporaryFolder: Sendable {
  private let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "sqlite-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  /// The table's file; it is not created here.
  var file: String { url.appending(path: "table.sqlite").path }

  func contents(_ suffix: String = "") -> Data? {
    FileManager.default.contents(atPath: file + suffix)
  }

  deinit {
    // Left-overs in the temporary folder fail no test.
    try? FileManager.default.removeItem(at: url)
  }
}
