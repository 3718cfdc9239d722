import Foundation

/// What is told beside the output proper.
enum Progress {
  @Sendable static func say(_ line: String) {
    FileHandle.standardError.write(Data((line + "\n").utf8))
  }
}
