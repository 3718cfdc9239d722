import InteropContract
import RPC

extension Cases {
  private static let compressing = CallOptions(timeout: .seconds(60), compression: .gzip)

  func clientCompressedUnary() async throws {
    var request = Self.largeRequest
    request.expectCompressed = BoolValue(value: true)
    let probe = await Self.status { _ = try await client.unaryCall(request, options: Self.options) }
    try Self.expect("the status of the probe", probe.code, .invalidArgument)
    for isCompressed in [true, false] {
      request.expectCompressed = BoolValue(value: isCompressed)
      let options = isCompressed ? Self.compressing : Self.options
      let answer = try await client.unaryCall(request, options: options)
      try Self.expect(answer.payload, bytes: Self.largeResponseBytes)
    }
  }

  func serverCompressedUnary() async throws {
    var request = Self.largeRequest
    for isCompressed in [true, false] {
      request.responseCompressed = BoolValue(value: isCompressed)
      let answer = try await client.unaryCall(response: request, options: Self.options)
      try Self.expect("the flag of the response", answer.wasCompressed, isCompressed)
      try Self.expect(answer.message.payload, bytes: Self.largeResponseBytes)
    }
  }

  func clientCompressedStreaming() async throws {
    let first = StreamingInputCallRequest(
      payload: Self.payload(27_182),
      expectCompressed: BoolValue(value: true)
    )
    let probe = await Self.status {
      let call = client.streamingInputCall(options: Self.options)
      try await call.write(first)
      call.finish()
      _ = try await call.response()
    }
    try Self.expect("the status of the probe", probe.code, .invalidArgument)

    let call = client.streamingInputCall(options: Self.compressing)
    try await call.write(first)
    let second = StreamingInputCallRequest(
      payload: Self.payload(45_904),
      expectCompressed: BoolValue(value: false)
    )
    try await call.write(second, compressed: false)
    call.finish()
    try Self.expect("bytes in all", try await call.response().aggregatedPayloadSize, 73_086)
  }

  func serverCompressedStreaming() async throws {
    let wanted = [(31_415, true), (92_653, false)]
    let request = StreamingOutputCallRequest(
      responseParameters: wanted.map {
        ResponseParameters(size: Int32($0), compressed: BoolValue(value: $1))
      }
    )
    var responses = client.streamingOutputCall(request, options: Self.options).makeAsyncIterator()
    for (bytes, isCompressed) in wanted {
      let response = try await responses.next()
      try Self.expect("the flag of the response", responses.wasCompressed, isCompressed)
      try Self.expect(response?.payload, bytes: bytes)
    }
    try Self.expect("another response", try await responses.next(), nil)
  }
}
