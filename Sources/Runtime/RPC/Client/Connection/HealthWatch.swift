import HTTP2
import NIOCore
import Protobuf

/// Asks the server at the other end of a connection how a service is (gRFC A17).
///
/// The stream stays open for as long as the connection does; a server without a health service is
/// taken to be well.
final class HealthWatch {
  private static let method = MethodDescriptor(
    service: "grpc.health.v1.Health",
    name: "Watch",
    kind: .serverStreaming
  )
  private static let serving: UInt64 = 1
  /// A health message holds one number.
  private static let messageBytesMax = 1 << 10

  private let service: String
  let connection: ClientConnection
  private let loop: ClientLoop
  private let report: (Bool) -> Void
  private var machine = ClientStreamMachine(messageBytesMax: messageBytesMax)
  private var stream: HTTP2.Stream? {
    didSet { connection.otherStreams = stream == nil ? 0 : 1 }
  }
  private var failures = 0
  private var isOver = false

  init(
    _ service: String,
    _ connection: ClientConnection,
    _ loop: ClientLoop,
    report: @escaping (Bool) -> Void
  ) {
    self.service = service
    self.connection = connection
    self.loop = loop
    self.report = report
  }

  func start() {
    var request: [UInt8] = []
    request.appendField(1, service.utf8)
    let message = OutgoingMessage(count: request.count)
    unsafe message.payload.copyBytes(from: request)
    machine = ClientStreamMachine(messageBytesMax: Self.messageBytesMax)
    stream = connection.open(CallHead(method: Self.method), body: message.chunk, handler: self)
    guard stream != nil else { return }
    machine.streamOpened()
  }

  /// The connection takes no further streams: what it says no longer matters.
  func stop() {
    guard !isOver else { return }
    isOver = true
    stream?.handler = nil
    stream?.reset(.cancel)
    stream = nil
  }

  private func carryOut(_ action: ClientStreamMachine.Action) {
    guard !isOver else { return }
    switch action {
    case .wait: break
    case .wake: read()
    case .wakeAndReset:
      stream?.reset(.cancel)
      read()
    case .sendAgain: ended(.unavailable(""))
    case .attemptFailed(let error): ended(error)
    }
  }

  private func read() {
    // What is reported may stop the watch.
    while !isOver {
      switch machine.read() {
      case .message(let message, let consumed):
        stream?.consume(consumed)
        failures = 0
        let status = SchemaOptions(Array(message.bytes.readableBytesView)).integer(1)
        report(status == Self.serving)
      case .wait(let consumed):
        stream?.consume(consumed)
        return
      case .end: return ended(.unavailable(""))
      case .failed(let error): return ended(error)
      case .failedAndReset(let error):
        stream?.reset(.cancel)
        return ended(error)
      }
    }
  }

  private func ended(_ error: RPCError) {
    stream?.handler = nil
    stream = nil
    loop.roomMade()
    if error.code == .unimplemented {
      isOver = true
      return report(true)
    }
    report(false)
    failures += 1
    let delay = loop.options.backoff.delay(afterFailures: failures, random: .random(in: 0...1))
    let bound = NIOLoopBound(self, eventLoop: loop.eventLoop)
    loop.eventLoop.scheduleTask(in: .nanoseconds(delay.nanosecondsClamped)) {
      if !bound.value.isOver { bound.value.start() }
    }
  }
}

extension HealthWatch: StreamHandler {
  func receiveHead(_ head: HeaderFields) { carryOut(machine.receiveHead(head)) }

  func receiveData(_ bytes: ByteBuffer) { carryOut(machine.receive(bytes)) }

  func receiveEnd(trailers: HeaderFields?) { carryOut(machine.receiveEnd(trailers)) }

  func streamClosed(_ reason: StreamClosure) {
    guard !machine.isOver else { return }
    carryOut(machine.streamClosed(reason, peer: connection.description))
  }
}

@available(*, unavailable) extension HealthWatch: Sendable {}
