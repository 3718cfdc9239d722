/// How the messages of a stream are framed in a body; each is one JSON text, which has no line break.
///
///     lines    {"text":"a"}\n          the error that ends it: {"error":{…}}\n
///     events   data: {"text":"a"}\n\n   event: error\ndata: {"error":{…}}\n\n
enum StreamFormat: Sendable, CaseIterable {
  /// JSON by the line.
  case lines
  /// Server-sent events (WHATWG HTML §9.2).
  case events

  /// Events when the client prefers them, else lines.
  init(accepting accept: String?) {
    let events = Self.quality(of: Self.events.mediaType, in: accept ?? "")
    let lines = Self.quality(of: Self.lines.mediaType, in: accept ?? "")
    self = events > lines ? .events : .lines
  }

  var mediaType: String {
    switch self {
    case .lines: "application/x-ndjson"
    case .events: "text/event-stream"
    }
  }

  func message(_ json: [UInt8]) -> [UInt8] {
    switch self {
    case .lines: json + Array("\n".utf8)
    case .events: Array("data: ".utf8) + json + Array("\n\n".utf8)
    }
  }

  /// The last part of a stream that fails.
  func failure(_ json: [UInt8]) -> [UInt8] {
    switch self {
    case .lines: message(json)
    case .events: Array("event: error\n".utf8) + message(json)
    }
  }

  /// How much a header wants a type, 0 to 1000; one that is not named is not wanted.
  ///
  ///     accept: text/event-stream, application/*;q=0.5        RFC 9110 §12.5.1
  private static func quality(of type: String, in accept: String) -> Int {
    let major = type.prefix { $0 != "/" }
    var best: (precision: Int, quality: Int) = (-1, 0)
    for range in accept.lowercased().split(separator: ",") {
      let parts = range.split(separator: ";").map { part in part.filter { !" \t".contains($0) } }
      let precision: Int? =
        switch parts.first {
        case type: 2
        case "\(major)/*": 1
        case "*/*": 0
        default: nil
        }
      guard let precision, precision > best.precision else { continue }
      let weight = parts.dropFirst().first { $0.hasPrefix("q=") }.map { $0.dropFirst(2) }
      best = (precision, weight.map(thousandths) ?? 1000)
    }
    return best.quality
  }

  /// `0.5` is 500; what is no weight wants nothing.
  private static func thousandths(_ weight: Substring) -> Int {
    guard let weight = Double(weight), (0...1).contains(weight) else { return 0 }
    return Int(1000 * weight)
  }
}
