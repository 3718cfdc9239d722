import Foundation
package import Logging
import Observability
package import ServiceKit

extension ServiceClock {
  /// The clock on the wall.
  package static let wall = ServiceClock { Int64(Date().timeIntervalSince1970 * 1_000) }
}

/// What a command answers; log lines go to standard error.
package enum StandardOutput {
  package static func write(_ text: String) {
    // Whoever started the command has closed its output: nobody is there to be told.
    try? FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
  }
}

extension Configuration {
  /// JSON lines for machines, text for a person at a terminal, unless configured.
  package func makeLogger(service: String) -> Logger {
    let format = logFormat ?? (isatty(STDERR_FILENO) == 1 ? .text : .json)
    var logger = Logger(label: service) { _ in
      switch format {
      case .json: JSONLogHandler(service: service, sink: .standardError)
      case .text: TextLogHandler(service: service, sink: .standardError)
      }
    }
    logger.logLevel = logLevel
    return logger
  }
}
