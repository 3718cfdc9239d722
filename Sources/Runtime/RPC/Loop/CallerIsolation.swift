// The standard library's functions take their operation as a closure that runs anywhere; where the
// caller is on an event loop that would be a change of threads and back. These keep it there: the
// closure that is handed over captures the caller's isolation, and so has it.

/// `withTaskCancellationHandler` whose operation runs where the caller does.
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

extension ServerContext {
  /// Runs the operation, where the caller runs, with the context as `current`.
  static func serving(
    _ context: ServerContext,
    isolation: isolated (any Actor)? = #isolation,
    _ operation: () async throws -> Void
  ) async throws {
    try await $current.withValue(context) {
      _ = isolation
      try await operation()
    }
  }
}
