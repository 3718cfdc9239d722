package import Foundation

/// A secret in the data folder that is made on first use and shared by all who have the folder.
package enum KeptSecret {
  /// Reads `folder/name`, and first makes it of `make()` (mode 0600) when there is none.
  ///
  /// Several processes may start at once: the first to link its file wins, all read that one.
  package static func read(
    _ name: String,
    in folder: URL,
    make: () -> Data
  ) throws -> Data {
    let file = folder.appending(path: name)
    if !FileManager.default.fileExists(atPath: file.path(percentEncoded: false)) {
      try create(file, in: folder, contents: make())
    }
    return try Data(contentsOf: file)
  }

  private static func create(_ file: URL, in folder: URL, contents: Data) throws {
    let files = FileManager.default
    try files.createDirectory(
      at: folder,
      withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700]
    )
    let draft = folder.appending(path: "\(UUID().uuidString).draft")
    let created = files.createFile(
      atPath: draft.path(percentEncoded: false),
      contents: contents,
      attributes: [.posixPermissions: 0o600]
    )
    guard created else {
      throw CocoaError(.fileWriteUnknown, userInfo: [NSURLErrorKey: draft])
    }
    defer { try? files.removeItem(at: draft) }  // Only the link counts; a draft left is harmless.
    do {
      try files.linkItem(at: draft, to: file)
    } catch  where files.fileExists(atPath: file.path(percentEncoded: false)) {
      // Another process was first.
    }
  }
}
