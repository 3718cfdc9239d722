import Synchronization

/// What a handler knows of the call it serves, and what it may say beside its answer.
///
/// One per call. `ServerContext.current` is the call being served by the running task, so that
/// outgoing calls inherit deadline, request id and trace.
package final class ServerContext: Sendable {
  @TaskLocal package static var current: ServerContext?

  package let method: MethodDescriptor
  /// Headers of the request; names the protocol reserves are left out.
  package let metadata: Metadata
  package let deadline: Deadline?
  package let startedAt: Deadline
  /// Address of the caller: `127.0.0.1:40312`.
  package let peer: String

  private let state: Mutex<State>
  /// Whether a handler said anything beside its answer; nearly none does.
  private let hasOutgoing = Atomic(false)

  private struct State {
    var principal: Principal?
    var requestID: String?
    var traceContext: TraceContext?
    var responseMetadata = Metadata()
    var trailingMetadata = Metadata()
    var responseCompression = Compression.identity
    var wasRequestCompressed = false
  }

  package init(
    method: MethodDescriptor,
    metadata: Metadata = Metadata(),
    deadline: Deadline? = nil,
    startedAt: Deadline = .now,
    peer: String = "",
    principal: Principal? = nil
  ) {
    self.method = method
    self.metadata = metadata
    self.deadline = deadline
    self.startedAt = startedAt
    self.peer = peer
    self.state = Mutex(State(principal: principal))
  }

  /// Who calls; set by the interceptor that verified the token.
  package var principal: Principal? {
    get { state.withLock { $0.principal } }
    set { state.withLock { $0.principal = newValue } }
  }

  /// The caller's `x-request-id`, or one made up when it sent none that is usable.
  package var requestID: String {
    get {
      state.withLock { state in
        if let id = state.requestID { return id }
        let id = metadata[RequestID.header].flatMap(RequestID.accepted) ?? RequestID.generate()
        state.requestID = id
        return id
      }
    }
    set { state.withLock { $0.requestID = newValue } }
  }

  /// Where this call stands in a distributed trace; set by the tracing interceptor.
  package var traceContext: TraceContext? {
    get { state.withLock { $0.traceContext } }
    set { state.withLock { $0.traceContext = newValue } }
  }

  /// Headers of the answer; settable until the handler returns.
  package var responseMetadata: Metadata {
    get { state.withLock { $0.responseMetadata } }
    set {
      state.withLock { $0.responseMetadata = newValue }
      hasOutgoing.store(true, ordering: .releasing)
    }
  }

  /// Trailers of the answer; settable until the handler returns.
  package var trailingMetadata: Metadata {
    get { state.withLock { $0.trailingMetadata } }
    set {
      state.withLock { $0.trailingMetadata = newValue }
      hasOutgoing.store(true, ordering: .releasing)
    }
  }

  /// How the messages of the answer are compressed, if the caller takes it that way.
  package var responseCompression: Compression {
    get { state.withLock { $0.responseCompression } }
    set { state.withLock { $0.responseCompression = newValue } }
  }

  /// Whether the one message of the request came compressed.
  package internal(set) var wasRequestCompressed: Bool {
    get { state.withLock { $0.wasRequestCompressed } }
    set { state.withLock { $0.wasRequestCompressed = newValue } }
  }

  /// What goes with the answer, read in one step; nil for nearly every call.
  var outgoingMetadata: (headers: Metadata, trailers: Metadata)? {
    guard hasOutgoing.load(ordering: .acquiring) else { return nil }
    return state.withLock { ($0.responseMetadata, $0.trailingMetadata) }
  }
}
