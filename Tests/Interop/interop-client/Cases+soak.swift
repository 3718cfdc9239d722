import InteropContract
import RPC

extension Cases {
  func rpcSoak() async throws {
    try await soak { try await largeUnary(client) }
  }

  /// As `rpcSoak`, each call over a channel of its own.
  func channelSoak() async throws {
    try await soak {
      let channel = makeChannel()
      let ended = await Self.status { try await largeUnary(TestServiceClient(channel: channel)) }
      await channel.close()
      if ended.code != .ok { throw ended }
    }
  }

  private func soak(_ iteration: () async throws -> Void) async throws {
    let clock = ContinuousClock()
    let acceptable = Duration.milliseconds(soak.latencyMillisecondsMax)
    let limit =
      soak.timeoutSeconds > 0 ? .seconds(soak.timeoutSeconds) : acceptable * soak.iterations
    let end = clock.now + limit
    var done = 0
    var failures: [String] = []
    while done < soak.iterations, clock.now < end {
      var error: (any Error)?
      let elapsed = await clock.measure {
        do { try await iteration() } catch let caught { error = caught }
      }
      if elapsed > acceptable { error = error ?? CaseFailure("took too long") }
      let line = "soak iteration: \(done) elapsed_ms: \(elapsed / .milliseconds(1))"
      let what = error.map { "failed: \($0)" } ?? "succeeded"
      print("\(line) peer: \(channel.target) server_uri: \(channel.target) \(what)")
      if error != nil { failures.append(what) }
      done += 1
      try await Task.sleep(for: .milliseconds(soak.pauseMilliseconds))
    }
    try Self.expect("iterations", done, soak.iterations)
    if failures.count > soak.failuresMax {
      throw CaseFailure("\(failures.count) of \(done): \(failures[0])")
    }
  }
}
