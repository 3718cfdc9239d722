import Glibc
import SingleTable

/// Waits until files are on the disk.
enum Durability {
  static func flush(_ path: String) throws(TableError) {
    let descriptor = unsafe open(path, O_RDONLY)
    guard descriptor >= 0 else { throw failure(path) }
    defer { Glibc.close(descriptor) }
    guard fsync(descriptor) == 0 else { throw failure(path) }
  }

  /// A new name lasts once its folder is on the disk.
  static func flushFolder(of path: String) throws(TableError) {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) }
    try flush(folder.map { $0.isEmpty ? "/" : $0 } ?? ".")
  }

  private static func failure(_ path: String) -> TableError {
    .unavailable(stage: "flush", reason: "\(path): \(unsafe String(cString: strerror(errno)))")
  }
}
