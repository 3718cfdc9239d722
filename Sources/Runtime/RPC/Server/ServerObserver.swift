/// Something that is told of every call of a server: metrics, a log.
///
/// Not an interceptor, which may wait, refuse and change, and costs each call an asynchronous frame.
/// Called on the call's event loop.
package protocol ServerObserver: AnyObject, Sendable {
  /// Before the first interceptor.
  func callStarted(_ context: ServerContext)
  /// After the last; nil is OK. A call that its deadline or its caller ended has that as its error,
  /// whatever the handler said afterwards.
  func callEnded(_ context: ServerContext, _ error: RPCError?)
}
