import InteropContract
import RPC

extension Cases {
  func clientStreaming() async throws {
    let call = client.streamingInputCall(options: Self.options)
    for bytes in Self.requestSizes {
      try await call.write(StreamingInputCallRequest(payload: Self.payload(bytes)))
    }
    call.finish()
    try Self.expect("bytes in all", try await call.response().aggregatedPayloadSize, 74_922)
  }

  func serverStreaming() async throws {
    let request = StreamingOutputCallRequest(
      responseParameters: Self.responseSizes.map { ResponseParameters(size: Int32($0)) }
    )
    var sizes: [Int] = []
    for try await answer in client.streamingOutputCall(request, options: Self.options) {
      sizes.append(answer.payload?.body.count ?? 0)
      try Self.expect(answer.payload, bytes: sizes[sizes.count - 1])
    }
    try Self.expect("the responses", sizes, Self.responseSizes)
  }

  func pingPong() async throws {
    let call = client.fullDuplexCall(options: Self.options)
    var responses = call.responses.makeAsyncIterator()
    for (requestBytes, responseBytes) in zip(Self.requestSizes, Self.responseSizes) {
      try await call.write(Self.ask(requestBytes, responseBytes))
      try Self.expect(try await responses.next()?.payload, bytes: responseBytes)
    }
    call.finish()
    try Self.expect("another response", try await responses.next(), nil)
  }

  func emptyStream() async throws {
    let call = client.fullDuplexCall(options: Self.options)
    call.finish()
    var responses = call.responses.makeAsyncIterator()
    try Self.expect("a response", try await responses.next(), nil)
  }
}

// MARK: - Ended before its time

extension Cases {
  func cancelAfterBegin() async throws {
    let call = client.streamingInputCall(options: Self.options)
    call.cancel()
    let ended = await Self.status { _ = try await call.response() }
    try Self.expect("the status", ended.code, .cancelled)
  }

  func cancelAfterFirstResponse() async throws {
    let call = client.fullDuplexCall(options: Self.options)
    var responses = call.responses.makeAsyncIterator()
    try await call.write(Self.ask(27_182, 31_415))
    try Self.expect(try await responses.next()?.payload, bytes: 31_415)
    call.cancel()
    let ended = await Self.status { _ = try await responses.next() }
    try Self.expect("the status", ended.code, .cancelled)
  }

  func timeoutOnSleepingServer() async throws {
    let call = client.fullDuplexCall(options: CallOptions(timeout: .milliseconds(1)))
    let ended = await Self.status {
      try await call.write(Self.ask(27_182))
      for try await _ in call.responses {}
    }
    try Self.expect("the status", ended.code, .deadlineExceeded)
  }
}
