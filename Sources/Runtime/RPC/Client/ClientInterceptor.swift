import Synchronization

/// Something done around every call of a channel: request id, trace, token, metrics.
///
/// The first interceptor is the outermost; `next` sends the call and waits for its end. A unary call
/// runs within them; a streaming call runs beside them, and its readers hear of its end once they
/// have returned.
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

  init(target: String, head: CallHead) {
    self.method = head.method
    self.target = target
    self.deadline = head.deadline
    self.outgoing = Mutex(head.metadata)
  }

  /// Headers of the request; settable until `next` is called.
  package var metadata: Metadata {
    get { outgoing.withLock { $0 } }
    set { outgoing.withLock { $0 = newValue } }
  }
}
