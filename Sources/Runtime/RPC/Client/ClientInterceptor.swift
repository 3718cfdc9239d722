import Synchronization

/// Something done around every call of a channel: request id, trace, token, metrics.
///
/// The first interceptor is the outermost; `next` sends the call and waits for its answer.
package protocol ClientInterceptor: Sendable {
  func intercept(_ context: ClientContext, _ next: () async throws -> Void) async throws
}

/// An outgoing call, as interceptors see it.
package final class ClientContext: Sendable {
  package let method: MethodDescriptor
  /// Where the call goes, as the channel was told.
  package let target: String
  package let deadline: Deadline?
  private let outgoing: Mutex<Metadata>

  init(method: MethodDescriptor, target: String, deadline: Deadline?, metadata: Metadata) {
    self.method = method
    self.target = target
    self.deadline = deadline
    self.outgoing = Mutex(metadata)
  }

  /// Headers of the request; settable until `next` is called.
  package var metadata: Metadata {
    get { outgoing.withLock { $0 } }
    set { outgoing.withLock { $0 = newValue } }
  }
}
