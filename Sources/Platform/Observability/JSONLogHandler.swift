import Foundation
package import Logging

/// One JSON object a line, for machines.
///
///     {"timestamp":"2026-01-31T07:30:00.123Z","level":"info","message":"call",
///      "service":"rating-handler","method":"/…/RateRecipe","requestId":"…","status":"OK",
///      "durationMs":1.2}
///
/// An error becomes `"error":{"name":…,"message":…,"stack":…}`, where the stack is the place that
/// logged it: Swift errors carry no trace of their own.
package struct JSONLogHandler: LogHandler {
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
    sink.write(Self.line(event, service: service, metadata: metadata, at: Date()))
  }

  /// The line's bytes with its line feed.
  static func line(
    _ event: LogEvent,
    service: String,
    metadata: Logger.Metadata,
    at date: Date
  ) -> [UInt8] {
    var json = JSONText()
    json.raw("{\"timestamp\":")
    json.string(date.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true)))
    json.raw(",\"level\":")
    json.string(event.level.rawValue)
    json.raw(",\"message\":")
    json.string(event.message.description)
    json.raw(",\"service\":")
    json.string(service)
    let all = metadata.merging(event.metadata ?? [:]) { $1 }
    for (key, value) in all.sorted(by: { $0.key < $1.key }) {
      json.raw(",")
      json.string(key)
      json.raw(":")
      append(value, to: &json)
    }
    if let error = event.error { append(error, from: event, to: &json) }
    json.raw("}\n")
    return json.bytes
  }

  private static func append(_ value: Logger.MetadataValue, to json: inout JSONText) {
    switch value {
    case .string(let text): json.string(text)
    case .stringConvertible(let number as any Numeric & CustomStringConvertible):
      json.raw(number.description)
    case .stringConvertible(let value): json.string(value.description)
    case .array(let values):
      json.raw("[")
      for (index, value) in values.enumerated() {
        if index > 0 { json.raw(",") }
        append(value, to: &json)
      }
      json.raw("]")
    case .dictionary(let values):
      json.raw("{")
      for (index, entry) in values.sorted(by: { $0.key < $1.key }).enumerated() {
        if index > 0 { json.raw(",") }
        json.string(entry.key)
        json.raw(":")
        append(entry.value, to: &json)
      }
      json.raw("}")
    }
  }

  private static func append(
    _ error: any Error,
    from event: LogEvent,
    to json: inout JSONText
  ) {
    json.raw(",\"error\":{\"name\":")
    json.string(String(describing: type(of: error)))
    json.raw(",\"message\":")
    json.string(String(describing: error))
    json.raw(",\"stack\":")
    json.string("\(event.function) \(event.file):\(event.line)")
    json.raw("}")
  }
}
