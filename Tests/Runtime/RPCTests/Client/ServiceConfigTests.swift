import Testing

@testable import RPC

@Suite struct ServiceConfigTests {
  @Test("the JSON form is read, and the most exact name wins")
  func reading() throws {
    let config = try ServiceConfig(
      json: """
        {"methodConfig": [
           {"name": [{"service": "test.Test", "method": "Get"}], "timeout": "1.5s",
            "waitForReady": true,
            "retryPolicy": {"maxAttempts": 4, "initialBackoff": "0.1s", "maxBackoff": "2s",
              "backoffMultiplier": 3, "retryableStatusCodes": ["UNAVAILABLE", 10]}},
           {"name": [{"service": "test.Test"}],
            "hedgingPolicy": {"maxAttempts": 3, "hedgingDelay": "0.5s",
              "nonFatalStatusCodes": ["INTERNAL"]}},
           {"name": [{}], "timeout": "9s"}],
         "retryThrottling": {"maxTokens": 20, "tokenRatio": 0.5},
         "loadBalancingConfig": [{"strange": {}}, {"round_robin": {}}],
         "healthCheckConfig": {"serviceName": "test.Test"}, "other": 1}
        """
    )
    let get = try #require(config.method(.test("Get")))
    #expect(get.timeout == .milliseconds(1_500) && get.waitsForReady)
    var retry = RetryPolicy()
    retry.attemptsMax = 4
    retry.initialBackoff = .milliseconds(100)
    retry.backoffMax = .seconds(2)
    retry.multiplier = 3
    retry.codes = [.unavailable, .aborted]
    #expect(get.attempts == .retry(retry))
    var hedge = HedgingPolicy()
    hedge.attemptsMax = 3
    hedge.delay = .milliseconds(500)
    hedge.nonFatalCodes = [.internal]
    #expect(config.method(.test("Put"))?.attempts == .hedge(hedge))
    let other = MethodDescriptor(service: "other.Other", name: "Get")
    #expect(config.method(other)?.timeout == .seconds(9))
    #expect(config.throttling == RetryThrottle.Budget(tokensMax: 20, tokenRatio: 0.5))
    #expect(config.balancing == .roundRobin && config.healthCheckService == "test.Test")
  }

  @Test(
    "a broken config names the field and its rule",
    arguments: [
      ("{", "service config"),
      (#"{"methodConfig": 1}"#, "methodConfig: is a list"),
      (
        #"{"methodConfig": [{"name": [{}], "timeout": "1"}]}"#,
        "methodConfig[0].timeout: is a duration"
      ),
      (
        #"{"methodConfig": [{"retryPolicy": {"maxAttempts": 1}}]}"#,
        "methodConfig[0].retryPolicy.maxAttempts: is a number from 2.0"
      ),
      (
        #"{"methodConfig": [{"hedgingPolicy": {"maxAttempts": 2, "nonFatalStatusCodes": ["NO"]}}]}"#,
        "nonFatalStatusCodes: is a list of codes"
      ),
      (
        #"{"methodConfig": [{"name": [{}]}, {"name": [{}]}]}"#,
        "methodConfig[1].name[0].service: is configured twice"
      ),
      (
        #"{"retryThrottling": {"maxTokens": 0, "tokenRatio": 1}}"#,
        "retryThrottling.maxTokens: is a number"
      ),
    ]
  )
  func broken(_ json: String, _ message: String) {
    let error = #expect(throws: RPCError.self) { try ServiceConfig(json: json) }
    #expect(error?.code == .invalidArgument)
    #expect(error?.message.contains(message) == true, "\(error?.message ?? "")")
  }

  @Test("a method that is not idempotent is never hedged, and is retried only when told so")
  func idempotency() {
    var config = ServiceConfig()
    let unknown = MethodDescriptor.test("Get", .unary)
    let idempotent = MethodDescriptor.test("Get", .unary, .idempotent)
    #expect(config.attempts(unknown, nil) == nil)
    #expect(config.attempts(idempotent, nil) == .idempotent)
    var method = ServiceConfig.Method()
    method.attempts = .hedge(HedgingPolicy())
    #expect(config.attempts(unknown, method) == nil)
    #expect(config.attempts(idempotent, method) == .hedge(HedgingPolicy()))
    let stream = MethodDescriptor.test("List", .serverStreaming, .idempotent)
    #expect(config.attempts(stream, method) == .hedge(HedgingPolicy()))
    #expect(config.attempts(.test("List", .serverStreaming), method) == nil)
    method.attempts = .retry(RetryPolicy())
    #expect(config.attempts(unknown, method) == .retry(RetryPolicy()))
    config.retriesIdempotent = false
    #expect(config.attempts(idempotent, nil) == nil)
  }
}
