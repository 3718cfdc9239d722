import Foundation
package import Logging

/// One readable line, for a person at a terminal.
///
///     07:30:00.123 info    rating-handler  call method=/…/RateRecipe status=OK durationMs=1.2
package struct TextLogHandler: LogHandler {
  package var logLevel: Logger.Level = .info
  package var metadata: Logger.Metadata = [:]
  package var metadataProvider: Logger.MetadataProvider?
  private let service: String
  private let sink: LogSink

  package init(service: String, sink: LogSink) {
    self.service = service
    self.sink = sink
  }

  package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  package func log(event: LogEvent) {
    let time = Date().formatted(
      Date.VerbatimFormatStyle(
        format:
          "\(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased)):\(minute: .twoDigits):\(second: .twoDigits).\(secondFraction: .fractional(3))",
        timeZone: .current,
        calendar: .current
      )
    )
    let level = event.level.rawValue.padding(toLength: 8, withPad: " ", startingAt: 0)
    var line = "\(time) \(level)\(service)  \(event.message)"
    let all = metadata.merging(event.metadata ?? [:]) { $1 }
    for (key, value) in all.sorted(by: { $0.key < $1.key }) { line += " \(key)=\(value)" }
    if let error = event.error { line += " error=\(error)" }
    sink.write(Self.printable(line) + [0x0A])
  }

  /// A value must neither forge a line of its own nor steer the terminal that shows it.
  private static func printable(_ line: String) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(line.utf8.count)
    // By scalars: to Swift a carriage return and its line feed are one character.
    for scalar in line.unicodeScalars {
      switch scalar {
      case "\n": bytes.append(contentsOf: "\\n".utf8)
      case "\r": bytes.append(contentsOf: "\\r".utf8)
      case _ where scalar.properties.generalCategory == .control:
        bytes.append(contentsOf: "\\u{\(String(scalar.value, radix: 16))}".utf8)
      default: bytes.append(contentsOf: String(scalar).utf8)
      }
    }
    return bytes
  }
}
