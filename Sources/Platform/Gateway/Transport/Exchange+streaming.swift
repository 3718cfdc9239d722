import NIOCore
import RPC

extension Exchange {
  /// The route, when the request gets a stream; nil for one whole answer.
  var streamedRoute: Route? {
    guard !isOver, let admission, admission.head.method != "HEAD",
      case .rpc(let route) = admission.endpoint, route.answersStream
    else { return nil }
    return route
  }

  /// The request is complete: makes the call and sends its messages as they come, on this loop.
  ///
  /// `finished` is told once, with the whole answer when the call failed before its first message;
  /// not at all when the exchange was abandoned.
  func stream(
    _ route: Route,
    on actor: LoopActor,
    to answer: any StreamedAnswer,
    _ finished: @escaping (GatewayResponse?) -> Void
  ) {
    guard !isOver, let admission else { return }
    let body = takeBody()
    let counted = CountedAnswer(answer) { [unowned self] in addingHeaders(to: $0) }
    let bound = NIOLoopBound((self, counted, finished), eventLoop: actor.loop)
    let task = actor.startInline { [core, requestID] _ in
      let (exchange, counted, finished) = bound.value
      do throws(HTTPFailure) {
        let error = try await core.stream(
          route,
          admission,
          body: body,
          requestID: requestID,
          to: counted
        )
        guard !exchange.isOver else { return }
        exchange.cancelCall = nil
        exchange.end(
          GatewayResponse(status: 200, error: error),
          responseBytes: counted.bytes
        )
        finished(nil)
      } catch {
        guard !exchange.isOver else { return }
        exchange.cancelCall = nil
        finished(exchange.fail(error))
      }
    }
    if !isOver { cancelCall = { task.cancel() } }
  }
}

/// Counts what goes through, for the record, and completes the head.
private final class CountedAnswer: StreamedAnswer {
  private let answer: any StreamedAnswer
  private let complete: (GatewayResponse) -> GatewayResponse
  private(set) var bytes = 0

  init(_ answer: any StreamedAnswer, complete: @escaping (GatewayResponse) -> GatewayResponse) {
    self.answer = answer
    self.complete = complete
  }

  func begin(_ head: GatewayResponse) { answer.begin(complete(head)) }

  func write(_ part: [UInt8]) async throws {
    bytes += part.count
    try await answer.write(part)
  }
}

@available(*, unavailable) extension CountedAnswer: Sendable {}
