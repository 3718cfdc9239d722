import NIOCore

@testable import HTTP2

/// Does with a stream whatever its users may, and holds the session to what it promises them.
final class RandomUser: StreamHandler {
  private let chance: Chance
  private let role: Session.Role
  private(set) weak var stream: Stream?
  /// Promises that were broken.
  private(set) var faults: [String] = []
  private(set) var closures: [StreamClosure] = []

  // What was done.
  private var hasBegun: Bool
  private var isDone = false
  private(set) var written: [UInt8] = []

  // What was heard.
  private var hasHead = false
  private var hasEnded = false
  private(set) var received: [UInt8] = []
  private var unconsumed = 0

  /// Says and takes everything in the end, rather than whatever comes.
  var isHonest = false

  init(_ chance: Chance, _ role: Session.Role) {
    self.chance = chance
    self.role = role
    hasBegun = role == .client
  }

  var isOpen: Bool { closures.isEmpty }
  /// Nothing is left to say or to take.
  var isSettled: Bool { !isOpen || isDone && unconsumed == 0 }

  func take(_ stream: Stream, body: [UInt8]? = nil) {
    self.stream = stream
    guard let body else { return }
    written = body
    isDone = true
  }

  // MARK: What the session says

  func receiveHead(_ head: HeaderFields) {
    if hasHead || hasEnded || role == .server { faults.append("a head too many") }
    hasHead = true
    alive("a head")
  }

  func receiveData(_ bytes: ByteBuffer) {
    alive("data")
    if hasEnded { faults.append("data after the end") }
    received += Array(bytes.readableBytesView)
    unconsumed += bytes.readableBytes
    if chance.isOne(in: 2) { consume() }
  }

  func receiveEnd(trailers: HeaderFields?) {
    alive("an end")
    if hasEnded { faults.append("a second end") }
    hasEnded = true
    if chance.isOne(in: 3) { speak() }
  }

  func streamClosed(_ reason: StreamClosure) {
    alive("a closure")
    closures.append(reason)
    // RFC 9113 has no stream from here on, and neither may a call on it do anything.
    if chance.isOne(in: 3) {
      stream?.reset(.cancel)
      stream?.consume(1)
      stream?.keptBytes = 7
    }
  }

  func bodyDrained() { alive("a drained body") }

  private func alive(_ what: String) {
    if !isOpen { faults.append("\(what) after the closure") }
  }

  // MARK: What users do

  func act() {
    guard isOpen else { return }
    switch chance.number(0...9) {
    case 0...2: consume()
    case 3: stream?.keptBytes = chance.number(0...5_000)
    case 4 where !isHonest || chance.isOne(in: 6): reset()
    default: speak()
    }
  }

  /// Says the rest and takes what is there.
  func settle() {
    guard isOpen else { return }
    stream?.keptBytes = 0
    stream?.consume(unconsumed)
    unconsumed = 0
    while !isDone, isOpen, stream != nil { speak() }
  }

  private func consume() {
    let count = chance.isOne(in: 2) ? unconsumed : chance.number(0...unconsumed)
    unconsumed -= count
    stream?.consume(count)
  }

  private func reset() {
    isDone = true
    stream?.reset(chance.pick([.cancel, .noError, .refusedStream, .internalError]))
  }

  private func speak() {
    guard isOpen, !isDone, let stream else { return }
    guard hasBegun else { return begin(stream) }
    switch chance.number(0...3) {
    case 0:
      isDone = true
      stream.finish()
    case 1 where role == .server:
      isDone = true
      stream.finish(trailers: PreparedFields.ofTests)
    default:
      let body = chance.bytes(chance.number(0...3_000))
      written += body
      stream.write(ByteChunk.copying(body))
    }
  }

  private func begin(_ stream: Stream) {
    hasBegun = true
    switch chance.number(0...3) {
    case 0:
      isDone = true
      stream.respond(only: .ofTests)
    case 1:
      isDone = true
      written = chance.bytes(chance.number(0...40_000))
      stream.respond(.ofTests, body: ByteChunk.copying(written), trailers: .ofTests)
    default:
      stream.respond(.ofTests)
    }
  }
}

extension PreparedFields {
  /// Made once, as it is never freed; names of trailers and of a head alike.
  fileprivate static let ofTests = PreparedFields(["x-test": "yes"])
}
