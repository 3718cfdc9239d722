import RPC

/// Does what puts right what a call has begun, although the call may be over.
///
/// A table ends its requests with the task and the deadline of the call that they are made for; here
/// they have neither, but a little time of their own. The caller waits for the end.
package func shielded<Value: Sendable>(
  _ body: @escaping @Sendable () async throws -> Value
) async throws -> Value {
  let context = ServerContext.current.map { served in
    ServerContext(
      method: served.method,
      metadata: served.metadata,
      deadline: .after(Shield.time),
      principal: served.principal
    )
  }
  let work = Task {
    try await ServerContext.$current.withValue(context) { try await body() }
  }
  return try await work.value
}

enum Shield {
  /// Some writes of one item, tried again where need be; nobody waits for their outcome.
  static let time = Duration.seconds(5)
}
