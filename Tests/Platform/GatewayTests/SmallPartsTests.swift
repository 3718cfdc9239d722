import Foundation
import NIOCore
import Testing

@testable import Gateway

@Suite("Small parts")
struct SmallPartsTests {
  @Test(
    "a date is written as HTTP has it",
    arguments: [
      (0, "Thu, 01 Jan 1970 00:00:00 GMT"), (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"),
      (951_782_400, "Tue, 29 Feb 2000 00:00:00 GMT"),
      (1_709_251_199, "Thu, 29 Feb 2024 23:59:59 GMT"),
      (4_107_542_400, "Mon, 01 Mar 2100 00:00:00 GMT"),
    ]
  )
  func dates(seconds: Int, text: String) {
    #expect(HTTPDate.text(seconds) == text)
  }

  @Test(
    "text is escaped as JSON demands",
    arguments: ["plain", "q\"b\\s", "a\nb\tc\r", "\u{0}\u{1f}\u{7f}", "cà chua 🍅", "</script>"]
  )
  func strings(text: String) throws {
    let bytes = JSONValue.array([.string(text)]).bytes
    let read = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String]
    #expect(read == [text])
  }

  @Test("bytes are written as base64")
  func base64() {
    for count in 0..<20 {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 37 + 200) }
      #expect(Base64.encode(bytes) == Data(bytes).base64EncodedString())
    }
  }

  // MARK: The clock of an HTTP/1.1 connection

  private static let start = NIODeadline.uptimeNanoseconds(1_000_000_000)
  private static func at(_ seconds: Int64) -> NIODeadline { start + .seconds(seconds) }

  @Test("nobody stays who says nothing, and the first head comes sooner than later ones")
  func idle() {
    let limits = GatewayLimits()
    var clock = HTTP1Clock(limits, at: Self.start)
    #expect(clock.verdict(at: Self.at(9)) == .wait)
    #expect(clock.verdict(at: Self.at(10)) == .close)
    clock.requestBegan(at: Self.at(1))
    clock.requestEnded()
    clock.answerBegan(at: Self.at(2))
    clock.answerTaken(at: Self.at(3))
    #expect(clock.verdict(at: Self.at(92)) == .wait)
    #expect(clock.verdict(at: Self.at(93)) == .close)
  }

  @Test("a body has its time, a call has none of ours")
  func body() {
    var clock = HTTP1Clock(GatewayLimits(), at: Self.start)
    clock.requestBegan(at: Self.at(1))
    #expect(clock.verdict(at: Self.at(30)) == .wait)
    #expect(clock.verdict(at: Self.at(31)) == .bodyTooSlow)
    clock.requestEnded()
    #expect(clock.verdict(at: Self.at(1_000)) == .wait)
  }

  @Test("an answer that is not taken ends the connection, also with more requests behind it")
  func slowReader() {
    var clock = HTTP1Clock(GatewayLimits(), at: Self.start)
    clock.requestBegan(at: Self.at(0))
    clock.requestEnded()
    clock.answerBegan(at: Self.at(1))
    clock.requestBegan(at: Self.at(1))
    clock.requestEnded()
    #expect(clock.verdict(at: Self.at(30)) == .wait)
    #expect(clock.verdict(at: Self.at(31)) == .close)
    clock.answerTaken(at: Self.at(5))
    #expect(clock.verdict(at: Self.at(1_000)) == .wait, "the second call is still at work")
  }
}
