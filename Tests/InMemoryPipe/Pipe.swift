package import NIOCore

/// A connection that never leaves the process: what runs over sockets runs over it as it is.
///
/// Each end is a channel on an event loop of its own, with the back pressure of a socket: it says that
/// it is not writable while the other end has not read enough.
package enum Pipe {
  /// Connects a channel of the one loop to a channel of the other.
  ///
  /// `accept` and `initialize` build the handlers of either end, on its loop, before anything moves.
  /// Answers with the client's end.
  package static func connect(
    from client: any EventLoop,
    to server: any EventLoop,
    accept: @escaping @Sendable (any Channel) throws -> Void,
    initialize: @escaping @Sendable (any Channel) -> EventLoopFuture<Void>
  ) -> EventLoopFuture<any Channel> {
    let near = PipeChannel(on: client)
    let far = PipeChannel(on: server)
    near.join(far)
    return server.submit {
      try accept(far)
      far.begin()
    }.flatMap {
      client.flatSubmit { initialize(near) }
    }.flatMap {
      client.submit { near.begin() }
    }.map { near }
      .flatMapErrorThrowing { error in
        far.close(promise: nil)
        throw error
      }.hop(to: client)
  }
}
