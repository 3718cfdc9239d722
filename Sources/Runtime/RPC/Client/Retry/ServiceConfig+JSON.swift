import Protobuf

extension ServiceConfig {
  /// Reads the JSON form; names this runtime does not know are passed over.
  ///
  ///     {"methodConfig": [{"name": [{"service": "a.B", "method": "C"}], "timeout": "1.5s",
  ///        "waitForReady": true,
  ///        "retryPolicy": {"maxAttempts": 4, "initialBackoff": "0.1s", "maxBackoff": "1s",
  ///                        "backoffMultiplier": 2, "retryableStatusCodes": ["UNAVAILABLE"]}}],
  ///      "retryThrottling": {"maxTokens": 10, "tokenRatio": 0.1},
  ///      "loadBalancingConfig": [{"round_robin": {}}],
  ///      "healthCheckConfig": {"serviceName": "a.B"}}
  ///
  /// Throws an INVALID_ARGUMENT that names the field and its rule.
  package init(json: String) throws(RPCError) {
    self.init()
    let root: ConfigObject
    do {
      root = ConfigObject(try Google_Protobuf_Struct(json: json), path: "")
    } catch {
      throw .invalidArgument("service config: \(error)")
    }
    for entry in try root.objects("methodConfig") { try add(entry) }
    if let throttling = try root.object("retryThrottling") {
      self.throttling = RetryThrottle.Budget(
        tokensMax: try throttling.number("maxTokens", in: 1...1_000),
        tokenRatio: try throttling.number("tokenRatio", in: 0.001...1_000)
      )
    }
    for entry in try root.objects("loadBalancingConfig") where balancing == nil {
      if entry.has("round_robin") { balancing = .roundRobin }
      if entry.has("pick_first") { balancing = .pickFirst }
    }
    healthCheckService = try root.object("healthCheckConfig")?.string("serviceName")
  }

  private mutating func add(_ entry: ConfigObject) throws(RPCError) {
    var method = Method()
    method.timeout = try entry.duration("timeout")
    method.waitsForReady = try entry.bool("waitForReady") ?? false
    let retry = try entry.object("retryPolicy").map { (object) throws(RPCError) in
      AttemptPolicy.retry(try RetryPolicy(object))
    }
    let hedge = try entry.object("hedgingPolicy").map { (object) throws(RPCError) in
      AttemptPolicy.hedge(try HedgingPolicy(object))
    }
    guard retry == nil || hedge == nil else {
      throw entry.broken("retryPolicy", "excludes hedgingPolicy")
    }
    method.attempts = retry ?? hedge
    for name in try entry.objects("name") {
      let service = try name.string("service") ?? ""
      let key = service.isEmpty ? "" : "\(service)/\(try name.string("method") ?? "")"
      guard methods.updateValue(method, forKey: key) == nil else {
        throw name.broken("service", "is configured twice: \(key)")
      }
    }
  }
}

extension RetryPolicy {
  fileprivate init(_ object: ConfigObject) throws(RPCError) {
    self.init()
    attemptsMax = Int(try object.number("maxAttempts", in: 2...1_000))
    initialBackoff = try object.positiveDuration("initialBackoff")
    backoffMax = try object.positiveDuration("maxBackoff")
    multiplier = try object.number("backoffMultiplier", in: 0.001...1_000)
    codes = try object.codes("retryableStatusCodes")
    guard !codes.isEmpty else { throw object.broken("retryableStatusCodes", "names a code") }
  }
}

extension HedgingPolicy {
  fileprivate init(_ object: ConfigObject) throws(RPCError) {
    self.init()
    attemptsMax = Int(try object.number("maxAttempts", in: 2...1_000))
    delay = try object.duration("hedgingDelay") ?? .zero
    nonFatalCodes = try object.codes("nonFatalStatusCodes")
  }
}
