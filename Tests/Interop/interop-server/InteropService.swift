import InteropContract
import RPC

/// The features that gRPC's interoperability cases ask of a server.
struct InteropService: TestServiceHandler {
  func emptyCall(_ request: Empty, context: ServerContext) async throws -> Empty {
    echoMetadata(context)
    return Empty()
  }

  func unaryCall(_ request: SimpleRequest, context: ServerContext) async throws -> SimpleResponse {
    echoMetadata(context)
    try expect(request.expectCompressed, context.wasRequestCompressed)
    try echo(request.responseStatus)
    if request.responseCompressed?.value == true { context.responseCompression = .gzip }
    return SimpleResponse(payload: try payload(request.responseType, request.responseSize))
  }

  func streamingOutputCall(
    _ request: StreamingOutputCallRequest,
    _ responses: ResponseWriter<StreamingOutputCallResponse>,
    context: ServerContext
  ) async throws {
    echoMetadata(context)
    if request.responseParameters.contains(where: { $0.compressed?.value == true }) {
      context.responseCompression = .gzip
    }
    try await answer(request, responses)
  }

  func streamingInputCall(
    _ requests: RequestStream<StreamingInputCallRequest>,
    context: ServerContext
  ) async throws -> StreamingInputCallResponse {
    echoMetadata(context)
    var bytes = 0
    var iterator = requests.makeAsyncIterator()
    while let request = try await iterator.next() {
      try expect(request.expectCompressed, iterator.wasCompressed)
      bytes += request.payload?.body.count ?? 0
    }
    return StreamingInputCallResponse(aggregatedPayloadSize: Int32(bytes))
  }

  func fullDuplexCall(
    _ requests: RequestStream<StreamingOutputCallRequest>,
    _ responses: ResponseWriter<StreamingOutputCallResponse>,
    context: ServerContext
  ) async throws {
    echoMetadata(context)
    for try await request in requests { try await answer(request, responses) }
  }

  func halfDuplexCall(
    _ requests: RequestStream<StreamingOutputCallRequest>,
    _ responses: ResponseWriter<StreamingOutputCallResponse>,
    context: ServerContext
  ) async throws {
    echoMetadata(context)
    var all: [StreamingOutputCallRequest] = []
    for try await request in requests { all.append(request) }
    for request in all { try await answer(request, responses) }
  }

  func unimplementedCall(_ request: Empty, context: ServerContext) async throws -> Empty {
    throw RPCError.unimplemented("\(context.method.path) is what no server implements")
  }
}

extension InteropService {
  private static let initial = "x-grpc-test-echo-initial"
  private static let trailing = "x-grpc-test-echo-trailing-bin"

  private func echoMetadata(_ context: ServerContext) {
    for value in context.metadata.values(Self.initial) {
      context.responseMetadata.append(Self.initial, value)
    }
    for value in context.metadata.values(binary: Self.trailing) {
      context.trailingMetadata.append(binary: Self.trailing, value)
    }
  }

  private func expect(_ expected: BoolValue?, _ wasCompressed: Bool) throws {
    guard let expected, expected.value != wasCompressed else { return }
    throw RPCError.invalidArgument("the request came \(wasCompressed ? "" : "not ")compressed")
  }

  private func echo(_ status: EchoStatus?) throws {
    guard let status, status.code != 0 else { return }
    throw RPCError(
      code: UInt8(exactly: status.code).flatMap(StatusCode.init) ?? .unknown,
      message: status.message
    )
  }

  private func payload(_ type: PayloadType, _ bytes: Int32) throws -> Payload {
    guard case .compressable = type, bytes >= 0 else {
      throw RPCError.invalidArgument("no payload of type \(type.name) and \(bytes) bytes")
    }
    return Payload(type: type, body: [UInt8](repeating: 0, count: Int(bytes)))
  }

  private func answer(
    _ request: StreamingOutputCallRequest,
    _ responses: ResponseWriter<StreamingOutputCallResponse>
  ) async throws {
    try echo(request.responseStatus)
    for wanted in request.responseParameters {
      if wanted.intervalUs > 0 { try await Task.sleep(for: .microseconds(wanted.intervalUs)) }
      let payload = try payload(request.responseType, wanted.size)
      try await responses.write(
        StreamingOutputCallResponse(payload: payload),
        compressed: wanted.compressed?.value == true
      )
    }
  }
}
