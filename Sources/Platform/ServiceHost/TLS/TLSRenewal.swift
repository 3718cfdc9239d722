import Logging
import NIOSSL

/// Takes a certificate that has been replaced on disk into use, without a restart.
///
/// Two files are never replaced in the same moment: a chain and a key that do not belong together are
/// left alone until they do.
struct TLSRenewal {
  let files: TLSFiles
  let use: @Sendable (TLSConfiguration) throws -> Void
  /// What is in use, or was refused last.
  private var seen: TLSFiles.Contents?

  /// What the files hold now is in use.
  init(_ files: TLSFiles, _ use: @escaping @Sendable (TLSConfiguration) throws -> Void) {
    self.files = files
    self.use = use
    // Files that cannot be read now count as changed when they can.
    seen = try? files.read()
  }

  /// Looks at the files; true when something new is in use, an error when it cannot be used.
  ///
  /// What was refused is not told again until it changes.
  mutating func look() throws -> Bool {
    let found = try files.read()
    guard found != seen else { return false }
    seen = found
    try use(found.configuration())
    return true
  }

  /// Certificates are renewed days before their end; a look costs two small files.
  private static let interval = Duration.seconds(2)

  /// Looks again and again until the task is cancelled.
  mutating func run(_ logger: Logger) async {
    while true {
      do {
        try await Task.sleep(for: Self.interval)
      } catch {
        return
      }
      do {
        if try look() { logger.info("the certificate was renewed") }
      } catch {
        logger.error("the certificate was not renewed", error: error)
      }
    }
  }
}
