import NIOCore
import RPC

/// One request from its head to its answer, whichever protocol carries it.
///
///     begin -> receive* -> run -> deliver
///        \________\__________\____ an answer before the end, or `abandon`
///
/// Confined to the event loop of its connection; the call runs on that loop too.
final class Exchange {
  let core: GatewayCore
  private let memory: ConnectionMemory
  private let head: RequestHead
  private let started = Deadline.now
  let requestID: String
  private(set) var admission: GatewayCore.Admission?
  private var body: [UInt8] = []
  /// What the request takes as long as it is not complete.
  private var heldBytes = 0
  /// Bytes of the body, for the record.
  private var received = 0
  /// Cancels the call at work, which this exchange owns.
  var cancelCall: (() -> Void)?
  private var deliver: ((GatewayResponse) -> Void)?
  private(set) var isOver = false

  init(core: GatewayCore, memory: ConnectionMemory, head: RequestHead) {
    self.core = core
    self.memory = memory
    self.head = head
    requestID = head[.requestID].flatMap(RequestID.accepted) ?? RequestID.generate()
  }

  /// Judges the head; an answer means that the body does not matter.
  func begin() -> GatewayResponse? {
    guard memory.hasRoom else { return fail(.outOfMemory) }
    do throws(HTTPFailure) {
      switch try core.judge(head) {
      case .answered(let response): return finish(response)
      case .admitted(let admission): self.admission = admission
      }
      hold(head.memoryBytes)
      return nil
    } catch {
      return fail(error)
    }
  }

  /// Takes a part of the body; an answer means that the rest does not matter.
  func receive(_ bytes: ByteBuffer) -> GatewayResponse? {
    guard !isOver else { return nil }
    guard body.count + bytes.readableBytes <= core.limits.bodyBytesMax else {
      return fail(.bodyTooLarge(limit: core.limits.bodyBytesMax))
    }
    guard memory.hasRoom else { return fail(.outOfMemory) }
    let capacity = body.capacity
    body.append(contentsOf: bytes.readableBytesView)
    hold(body.capacity - capacity)
    return nil
  }

  private func hold(_ bytes: Int) {
    heldBytes += bytes
    memory.hold(bytes)
  }

  /// The request is complete: makes the call, and delivers its answer on this loop.
  ///
  /// A stream is another matter: see `streamedRoute`.
  func run(on actor: LoopActor, _ deliver: @escaping (GatewayResponse) -> Void) {
    guard !isOver, let admission else { return }
    self.deliver = deliver
    let body = takeBody()
    let bound = NIOLoopBound(self, eventLoop: actor.loop)
    let task = actor.startInline { [core, requestID] _ in
      let result: Result<GatewayResponse, HTTPFailure>
      do throws(HTTPFailure) {
        result = .success(try await core.answer(admission, body: body, requestID: requestID))
      } catch {
        result = .failure(error)
      }
      bound.value.complete(result)
    }
    if !isOver { cancelCall = { task.cancel() } }
  }

  /// The client went away, or its connection did.
  func abandon() {
    guard !isOver else { return }
    deliver = nil
    cancelCall?()
    cancelCall = nil
    _ = fail(HTTPFailure(RPCError(code: .cancelled, message: "the client went away")))
  }

  /// Ends the request with an error before it is complete.
  func fail(_ failure: HTTPFailure) -> GatewayResponse {
    finish(
      GatewayResponse(failure, requestID: requestID, hadToken: head[.authorization] != nil)
    )
  }

  private func complete(_ result: Result<GatewayResponse, HTTPFailure>) {
    guard !isOver else { return }
    let deliver = self.deliver
    self.deliver = nil
    cancelCall = nil
    switch result {
    case .success(let response): deliver?(finish(response))
    case .failure(let failure): deliver?(fail(failure))
    }
  }

  func takeBody() -> [UInt8] {
    memory.release(heldBytes)
    heldBytes = 0
    defer { body = [] }
    received = body.count
    return body
  }

  func finish(_ response: GatewayResponse) -> GatewayResponse {
    let response = addingHeaders(to: response)
    end(response, responseBytes: response.body.count)
    return response
  }

  /// What every answer says beside its own.
  func addingHeaders(to response: GatewayResponse) -> GatewayResponse {
    var response = response
    response.headers.append(.init(RequestID.header, requestID))
    // Answers are one caller's own, and never a page to be guessed at.
    response.headers.append(.init("cache-control", "no-store"))
    response.headers.append(.init("x-content-type-options", "nosniff"))
    if let cors = core.cors { response.headers += cors.headers(origin: head[.origin]) }
    return response
  }

  /// Nothing further happens; the request is recorded.
  func end(_ response: GatewayResponse, responseBytes: Int) {
    isOver = true
    if heldBytes > 0 { _ = takeBody() }
    var method: MethodDescriptor?
    if case .rpc(let route)? = admission?.endpoint { method = route.descriptor }
    core.observe(
      GatewayRecord(
        httpMethod: head.method,
        route: admission?.endpoint.path ?? "",
        method: method,
        status: response.error?.code ?? .ok,
        httpStatus: response.status,
        duration: .zero - started.remaining(),
        requestID: requestID,
        peer: head.peer,
        requestBytes: received,
        responseBytes: responseBytes,
        error: response.error
      )
    )
  }
}

@available(*, unavailable) extension Exchange: Sendable {}
