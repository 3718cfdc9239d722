import InteropContract
import RPC

extension Cases {
  private static let special =
    "\t\ntest with whitespace\r\nand Unicode BMP ☺ and non-BMP \u{1f608}\t\n"
  private static let concurrentCalls = 1_000

  func emptyUnary() async throws {
    let answer = try await client.emptyCall(Empty(), options: Self.options)
    try Self.expect("the answer", answer, Empty())
  }

  func statusCodeAndMessage() async throws {
    let status = EchoStatus(code: 2, message: "test status message")
    try await expectEcho(of: status)
    let call = client.fullDuplexCall(options: Self.options)
    let ended = await Self.status {
      try await call.write(StreamingOutputCallRequest(responseStatus: status))
      call.finish()
      for try await _ in call.responses {}
    }
    try Self.expect("the status of a stream", ended.code, .unknown)
    try Self.expect("its message", ended.message, status.message)
  }

  func specialStatusMessage() async throws {
    try await expectEcho(of: EchoStatus(code: 2, message: Self.special))
  }

  private func expectEcho(of status: EchoStatus) async throws {
    let ended = await Self.status {
      _ = try await client.unaryCall(SimpleRequest(responseStatus: status), options: Self.options)
    }
    try Self.expect("the status", ended.code, .unknown)
    try Self.expect("its message", ended.message, status.message)
  }

  func unimplementedMethod() async throws {
    let ended = await Self.status {
      _ = try await client.unimplementedCall(Empty(), options: Self.options)
    }
    try Self.expect("the status", ended.code, .unimplemented)
  }

  func unimplementedService() async throws {
    let client = UnimplementedServiceClient(channel: channel)
    let ended = await Self.status {
      _ = try await client.unimplementedCall(Empty(), options: Self.options)
    }
    try Self.expect("the status", ended.code, .unimplemented)
  }

  func concurrentLargeUnary() async throws {
    let client = client
    try await withThrowingTaskGroup(of: Void.self) { calls in
      for _ in 0..<Self.concurrentCalls {
        calls.addTask { try await largeUnary(client) }
      }
      try await calls.waitForAll()
    }
  }
}

// MARK: - Metadata

extension Cases {
  private static let initial = "x-grpc-test-echo-initial"
  private static let trailing = "x-grpc-test-echo-trailing-bin"

  func customMetadata() async throws {
    var options = Self.options
    options.metadata.append(Self.initial, "test_initial_metadata_value")
    options.metadata.append(binary: Self.trailing, [0xab, 0xab, 0xab])
    let answer = try await client.unaryCall(response: Self.largeRequest, options: options)
    try Self.expectEcho(answer.metadata, answer.trailingMetadata)

    let call = client.fullDuplexCall(options: options)
    try await call.write(Self.ask(271_828, Self.largeResponseBytes))
    call.finish()
    for try await answer in call.responses {
      try Self.expect(answer.payload, bytes: Self.largeResponseBytes)
    }
    try Self.expectEcho(try await call.metadata, try await call.trailingMetadata)
  }

  private static func expectEcho(_ head: Metadata, _ trailers: Metadata) throws {
    try expect(initial, head.values(initial), ["test_initial_metadata_value"])
    try expect(trailing, trailers.values(binary: trailing), [[0xab, 0xab, 0xab]])
  }
}
