import Foundation

/// A small disk in memory of a test's own: it fills up and can be made read-only, for the superuser
/// too, who is above the permissions of files.
///
/// Only the superuser can mount, and only where containers allow it.
final class TemporaryDisk: Sendable {
  struct Failure: Error {}

  static let isAvailable: Bool = {
    guard geteuid() == 0, let disk = try? TemporaryDisk(kilobytes: 64) else { return false }
    return disk.isMounted
  }()

  private let folder: URL
  private let isMounted: Bool

  var file: String { folder.appending(path: "table.sqlite").path }

  init(kilobytes: Int) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "disk-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    isMounted = unsafe mount("tmpfs", folder.path, "tmpfs", 0, "size=\(kilobytes)k") == 0
    guard isMounted else { throw Failure() }
  }

  private var filler: URL { folder.appending(path: "filler") }

  /// Takes some space, which `free` gives back.
  func take(kilobytes: Int) throws {
    try Data(count: kilobytes * 1024).write(to: filler)
  }

  /// Takes all space that is left.
  func fill() throws {
    let handle = try FileHandle(forWritingTo: filler)
    defer { try? handle.close() }  // Nothing in it is of use.
    try handle.seekToEnd()
    for bytes in [65_536, 4096] {
      // Ends by the failure for which this is done.
      while (try? handle.write(contentsOf: Data(count: bytes))) != nil {}
    }
  }

  func free() throws {
    try FileManager.default.removeItem(at: filler)
  }

  func setReadOnly(_ isReadOnly: Bool) throws {
    let flags = UInt(MS_REMOUNT) | (isReadOnly ? UInt(MS_RDONLY) : 0)
    guard unsafe mount("tmpfs", folder.path, "tmpfs", flags, nil) == 0 else { throw Failure() }
  }

  deinit {
    if isMounted { unsafe _ = umount2(folder.path, Int32(MNT_DETACH)) }
    // Left-overs in the temporary folder fail no test.
    try? FileManager.default.removeItem(at: folder)
  }
}
