import Protobuf
package import RPC
import Synchronization

/// gRPC's health service: what of this server answers.
///
/// The empty name is the server as a whole: it serves while every service does, until the stop of all.
package final class HealthService: Grpc_Health_V1_HealthHandler {
  package typealias Status = Grpc_Health_V1_HealthCheckResponse.ServingStatus

  private struct State {
    var serving: [ExactText: Bool] = [:]
    /// Said also where there is no service, as in a gateway.
    var isStopped = false
    var watchers: [ObjectIdentifier: Watcher] = [:]

    /// Nil for a service that is not known.
    func isServing(_ service: String) -> Bool? {
      service.isEmpty
        ? !isStopped && serving.values.allSatisfy { $0 } : serving[ExactText(service)]
    }

    func tellWatchers() {
      for watcher in watchers.values { watcher.tell(status(watcher.service)) }
    }

    func status(_ service: String) -> Status {
      isServing(service).map { $0 ? .serving : .notServing } ?? .serviceUnknown
    }
  }

  private let state = Mutex(State())

  package init() {}

  package func set(_ services: [String], isServing: Bool) {
    state.withLock { state in
      for service in services { state.serving[ExactText(service)] = isServing }
      state.tellWatchers()
    }
  }

  /// Every service at once; `false` is the first step of a graceful stop.
  package func setAll(isServing: Bool) {
    state.withLock { state in
      state.isStopped = !isServing
      for service in state.serving.keys { state.serving[service] = isServing }
      state.tellWatchers()
    }
  }

  /// Whether the server as a whole serves.
  package var isServing: Bool {
    state.withLock { $0.isServing("") } ?? true
  }

  package func check(
    _ request: Grpc_Health_V1_HealthCheckRequest,
    context: ServerContext
  ) async throws -> Grpc_Health_V1_HealthCheckResponse {
    guard let isServing = state.withLock({ $0.isServing(request.service) }) else {
      throw RPCError.notFound("service: \(request.service) is not served here")
    }
    return Self.response(isServing)
  }

  package func list(
    _ request: Grpc_Health_V1_HealthListRequest,
    context: ServerContext
  ) async throws -> Grpc_Health_V1_HealthListResponse {
    var response = Grpc_Health_V1_HealthListResponse()
    for (service, isServing) in state.withLock({ $0.serving }) {
      response.statuses[service.text] = Self.response(isServing)
    }
    response.statuses[""] = Self.response(isServing)
    return response
  }

  package func watch(
    _ request: Grpc_Health_V1_HealthCheckRequest,
    _ responses: ResponseWriter<Grpc_Health_V1_HealthCheckResponse>,
    context: ServerContext
  ) async throws {
    // Who is slow to listen is told the newest.
    let (statuses, tell) = AsyncStream.makeStream(
      of: Status.self,
      bufferingPolicy: .bufferingNewest(1)
    )
    let watcher = Watcher(service: request.service) { tell.yield($0) }
    state.withLock { state in
      state.watchers[ObjectIdentifier(watcher)] = watcher
      watcher.tell(state.status(request.service))
    }
    defer { state.withLock { _ = $0.watchers.removeValue(forKey: ObjectIdentifier(watcher)) } }
    var last: Status?
    for await status in statuses where status != last {
      last = status
      try await responses.write(Grpc_Health_V1_HealthCheckResponse(status: status))
    }
  }

  private static func response(_ isServing: Bool) -> Grpc_Health_V1_HealthCheckResponse {
    Grpc_Health_V1_HealthCheckResponse(status: isServing ? .serving : .notServing)
  }
}

/// One call of Watch.
private final class Watcher: Sendable {
  let service: String
  let tell: @Sendable (HealthService.Status) -> Void

  init(service: String, tell: @escaping @Sendable (HealthService.Status) -> Void) {
    self.service = service
    self.tell = tell
  }
}
