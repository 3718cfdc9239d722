import Foundation
import Synchronization

/// Where log lines go, whole: two lines never mix.
package final class LogSink: Sendable {
  private let writer: Mutex<@Sendable ([UInt8]) -> Void>

  /// - Parameter write: gets one line with its line feed, never two at once.
  package init(write: @escaping @Sendable ([UInt8]) -> Void) {
    writer = Mutex(write)
  }

  /// Standard error; standard output belongs to what a command answers.
  package static let standardError = LogSink { line in
    // A log that cannot be written has nowhere to complain.
    try? FileHandle.standardError.write(contentsOf: line)
  }

  func write(_ line: [UInt8]) {
    writer.withLock { $0(line) }
  }
}
