import HTTP2
import NIOCore

/// Uses one stream, and notes the first promise to it that is broken.
final class FuzzedUser: StreamHandler {
  enum Manner {
    /// A client's, who has said everything.
    case listens
    /// A server's: answers with what it hears, as it comes.
    case echoes
    /// A server's: answers before it has heard anything.
    case answersAtOnce
  }

  private static let fields = PreparedFields(["x-test": "yes"])

  private let manner: Manner
  private var stream: Stream?
  private var hasBegun = false
  private var hasHead = false
  private var hasEnded = false
  private var closures = 0
  private var brokenRule: String?

  init(_ manner: Manner) { self.manner = manner }

  /// The rule that was broken, asked when the connection has ended.
  var rule: String? {
    brokenRule ?? (closures == 1 ? nil : "a stream is closed once")
  }

  func take(_ stream: Stream) {
    self.stream = stream
    if manner == .answersAtOnce { answer() }
  }

  private func answer() {
    stream?.respond(Self.fields, body: .copying([1, 2, 3]), trailers: Self.fields)
  }

  func receiveHead(_ head: HeaderFields) {
    hold(manner == .listens && !hasHead && !hasEnded, "an answer has one head")
    hasHead = true
  }

  func receiveData(_ bytes: ByteBuffer) {
    hold(!hasEnded, "no data comes after the end")
    stream?.consume(bytes.readableBytes)
    guard manner == .echoes else { return }
    if !hasBegun { stream?.respond(Self.fields) }
    hasBegun = true
    // As a part of a message is kept until its rest has come.
    stream?.keptBytes = bytes.readableBytes
    stream?.write(.copying(bytes.readableBytesView))
  }

  func receiveEnd(trailers: HeaderFields?) {
    hold(!hasEnded, "a stream ends once")
    hasEnded = true
    guard manner == .echoes else { return }
    stream?.keptBytes = 0
    if hasBegun { stream?.finish(trailers: Self.fields) } else { answer() }
  }

  func streamClosed(_ reason: StreamClosure) {
    hold(closures == 0, "a stream is closed once")
    closures += 1
    // Nothing may come of what is done with a closed stream.
    stream?.reset(.cancel)
    stream?.consume(1)
    stream?.keptBytes = 7
  }

  private func hold(_ isHeld: Bool, _ rule: String) {
    guard brokenRule == nil else { return }
    if closures > 0 { brokenRule = "nothing is told of a closed stream" }
    if !isHeld { brokenRule = rule }
  }
}
