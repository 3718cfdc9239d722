package import RPC
import Synchronization

/// gRPC's health service: what of this server answers.
///
/// The empty name is the server as a whole: it serves while every service does.
package final class HealthService: Grpc_Health_V1_HealthHandler {
  private let serving: Mutex<[String: Bool]> = Mutex([:])

  package init() {}

  package func set(_ services: [String], isServing: Bool) {
    serving.withLock { serving in
      for service in services { serving[service] = isServing }
    }
  }

  /// Every service at once; `false` is the first step of a graceful stop.
  package func setAll(isServing: Bool) {
    serving.withLock { serving in
      for service in serving.keys { serving[service] = isServing }
    }
  }

  /// Whether the server as a whole serves.
  package var isServing: Bool {
    serving.withLock { serving in serving.values.allSatisfy { $0 } }
  }

  package func check(
    _ request: Grpc_Health_V1_HealthCheckRequest,
    context: ServerContext
  ) async throws -> Grpc_Health_V1_HealthCheckResponse {
    if request.service.isEmpty { return Self.response(isServing) }
    guard let isServing = serving.withLock({ $0[request.service] }) else {
      throw RPCError.notFound("service: \(request.service) is not served here")
    }
    return Self.response(isServing)
  }

  package func list(
    _ request: Grpc_Health_V1_HealthListRequest,
    context: ServerContext
  ) async throws -> Grpc_Health_V1_HealthListResponse {
    var response = Grpc_Health_V1_HealthListResponse()
    response.statuses = serving.withLock { $0 }.mapValues(Self.response)
    response.statuses[""] = Self.response(isServing)
    return response
  }

  private static func response(_ isServing: Bool) -> Grpc_Health_V1_HealthCheckResponse {
    Grpc_Health_V1_HealthCheckResponse(status: isServing ? .serving : .notServing)
  }
}
