import Logging
import RPC
import Testing

@testable import Observability

@Suite("Call metrics")
struct CallMetricsTests {
  @Test("calls, statuses and latencies appear under gRPC's names")
  func text() {
    let metrics = CallMetrics(.rpc, methods: ["/a.B/C", "/a.B/Never"])
    let method = MethodDescriptor(service: "a.B", name: "C")
    let observer = CallObserver(
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
      metrics: metrics,
      methods: [method]
    )
    for error in [nil, nil, RPCError.notFound("id: no such recipe")] {
      let context = ServerContext(method: method)
      observer.callStarted(context)
      observer.callEnded(context, error)
    }
    let lines = metrics.prometheusText.split(separator: "\n").map(String.init)
    #expect(lines.contains("grpc_server_call_started_total{grpc_method=\"a.B/C\"} 3"))
    let count = "grpc_server_call_duration_seconds_count"
    #expect(lines.contains("\(count){grpc_method=\"a.B/C\",grpc_status=\"OK\"} 2"))
    #expect(lines.contains("\(count){grpc_method=\"a.B/C\",grpc_status=\"NOT_FOUND\"} 1"))
    #expect(!metrics.prometheusText.contains("Never"))
  }

  @Test("requests of the gateway are counted by route and HTTP status")
  func http() {
    let metrics = CallMetrics(.http, methods: ["GET /v1/recipes/{id}"])
    metrics.record("GET /v1/recipes/{id}", status: 200, nanoseconds: 1)
    metrics.record("GET /v1/recipes/{id}", status: 404, nanoseconds: 1)
    metrics.record("GET /made/up", status: 404, nanoseconds: 1)
    let lines = metrics.prometheusText.split(separator: "\n").map(String.init)
    let count = "http_server_request_duration_seconds_count"
    let route = "http_route=\"GET /v1/recipes/{id}\""
    #expect(lines.contains("\(count){\(route),http_response_status_code=\"200\"} 1"))
    #expect(lines.contains("\(count){\(route),http_response_status_code=\"404\"} 1"))
    #expect(lines.contains("\(count){http_route=\"other\",http_response_status_code=\"404\"} 1"))
  }

  @Test(
    "a duration falls in the first bucket that it does not exceed",
    arguments: [
      (0, 0), (1, 1), (10_000, 1), (10_001, 2), (1_000_000, 7), (100_000_000_000, 40),
      (100_000_000_001, 41),
    ] as [(UInt64, Int)]
  )
  func bucket(nanoseconds: UInt64, index: Int) {
    #expect(LatencyHistogram.bucket(of: nanoseconds) == index)
  }
}
