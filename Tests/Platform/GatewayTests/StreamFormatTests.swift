import Testing

@testable import Gateway

@Suite("How a stream is framed")
struct StreamFormatTests {
  @Test(
    "events come to who prefers them, lines to everybody else",
    arguments: [
      (nil, .lines), ("", .lines), ("*/*", .lines), ("application/json", .lines),
      ("text/event-stream", .events), ("Text/Event-Stream ; q=1", .events), ("text/*", .events),
      ("application/x-ndjson, text/event-stream", .lines),
      ("application/x-ndjson;q=0.1, text/event-stream;q=0.2", .events),
      ("text/event-stream;q=0, */*", .lines), ("text/event-stream;q=nan", .lines),
      ("text/event-stream;q=1e400", .lines), ("text/event-stream;q=-1", .lines),
      ("text/*;q=0.5, text/event-stream;q=0.1, application/*;q=0.3", .lines),
    ] as [(String?, StreamFormat)]
  )
  func negotiation(accept: String?, format: StreamFormat) {
    #expect(StreamFormat(accepting: accept) == format)
  }

  @Test("an error looks like a message by the line, and is an event of its own kind")
  func framing() {
    func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
    #expect(text(StreamFormat.lines.message([0x7b, 0x7d])) == "{}\n")
    #expect(text(StreamFormat.events.message([0x7b, 0x7d])) == "data: {}\n\n")
    #expect(text(StreamFormat.lines.failure([0x7b, 0x7d])) == "{}\n")
    #expect(text(StreamFormat.events.failure([0x7b, 0x7d])) == "event: error\ndata: {}\n\n")
  }
}
