/// `withTaskCancellationHandler` whose operation runs where the caller does.
///
/// The standard library takes its operation as a closure that runs anywhere; where the caller is on
/// an event loop that would be a change of threads and back. What is handed over here captures the
/// caller's isolation, and so has it.
func untilCancelled<Value>(
  isolation: isolated (any Actor)? = #isolation,
  _ operation: () async throws -> Value,
  onCancel: @Sendable () -> Void
) async throws -> Value {
  try await withTaskCancellationHandler {
    _ = isolation
    return try await operation()
  } onCancel: {
    onCancel()
  }
}
