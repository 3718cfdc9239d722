import Foundation
import Identity

extension Configuration {
  /// Makes the folder of everything that is written, for its owner alone.
  func makeDataFolder() throws {
    try FileManager.default.createDirectory(
      at: data,
      withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700]
    )
  }

  /// The secret of page tokens: the configured one, or one made and kept in the data folder.
  func pageTokenSecret() throws -> [UInt8] {
    if let pageTokenKey { return pageTokenKey }
    let kept = try KeptSecret.read("page-token.key", in: keys) {
      var source = SystemRandomNumberGenerator()
      return Data((0..<32).map { _ in UInt8.random(in: .min ... .max, using: &source) })
    }
    return Array(kept)
  }
}
