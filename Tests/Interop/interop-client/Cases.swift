import Foundation
import InteropContract
import RPC

/// The cases by the names that gRPC gave them; a failed one throws.
struct Cases: Sendable {
  let makeChannel: @Sendable () -> ClientChannel
  let channel: ClientChannel
  let soak: SoakOptions

  var client: TestServiceClient { TestServiceClient(channel: channel) }

  init(makeChannel: @escaping @Sendable () -> ClientChannel, soak: SoakOptions) {
    self.makeChannel = makeChannel
    self.channel = makeChannel()
    self.soak = soak
  }

  func run(_ name: String) async throws {
    switch name {
    case "empty_unary": try await emptyUnary()
    case "large_unary": try await largeUnary(client)
    case "client_streaming": try await clientStreaming()
    case "server_streaming": try await serverStreaming()
    case "ping_pong": try await pingPong()
    case "empty_stream": try await emptyStream()
    case "client_compressed_unary": try await clientCompressedUnary()
    case "server_compressed_unary": try await serverCompressedUnary()
    case "client_compressed_streaming": try await clientCompressedStreaming()
    case "server_compressed_streaming": try await serverCompressedStreaming()
    case "custom_metadata": try await customMetadata()
    case "status_code_and_message": try await statusCodeAndMessage()
    case "special_status_message": try await specialStatusMessage()
    case "unimplemented_method": try await unimplementedMethod()
    case "unimplemented_service": try await unimplementedService()
    case "cancel_after_begin": try await cancelAfterBegin()
    case "cancel_after_first_response": try await cancelAfterFirstResponse()
    case "timeout_on_sleeping_server": try await timeoutOnSleepingServer()
    case "concurrent_large_unary": try await concurrentLargeUnary()
    case "rpc_soak": try await rpcSoak()
    case "channel_soak": try await channelSoak()
    default: throw CaseFailure("no such case")
    }
  }
}

/// What was seen and should not have been.
struct CaseFailure: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }
}

extension Cases {
  static let requestSizes = [27_182, 8, 1_828, 45_904]
  static let responseSizes = [31_415, 9, 2_653, 58_979]
  static let largeResponseBytes = 314_159

  /// The limit that every call has; the soaks want none of their own, and this is none to them.
  static let options = CallOptions(timeout: .seconds(60))

  static func expect<Value: Equatable>(_ what: String, _ seen: Value, _ wanted: Value) throws {
    guard seen != wanted else { return }
    throw CaseFailure("\(what): saw \(seen), wanted \(wanted)")
  }

  static func expect(_ payload: Payload?, bytes: Int) throws {
    let body = payload?.body ?? []
    try expect("bytes of the payload", body.count, bytes)
    // As data, which are compared at once and not byte by byte.
    try expect("the payload is zeros", Data(body) == Data(count: bytes), true)
  }

  /// The status that a call ends with.
  static func status(_ call: () async throws -> Void) async -> RPCError {
    do {
      try await call()
      return RPCError(code: .ok, message: "")
    } catch {
      return RPCError(from: error)
    }
  }

  static func payload(_ bytes: Int) -> Payload {
    Payload(body: [UInt8](repeating: 0, count: bytes))
  }

  static let largeRequest = SimpleRequest(
    responseSize: Int32(largeResponseBytes),
    payload: payload(271_828)
  )

  static func ask(
    _ requestBytes: Int,
    _ responseBytes: Int...
  ) -> StreamingOutputCallRequest {
    StreamingOutputCallRequest(
      responseParameters: responseBytes.map { ResponseParameters(size: Int32($0)) },
      payload: payload(requestBytes)
    )
  }

  func largeUnary(_ client: TestServiceClient) async throws {
    let answer = try await client.unaryCall(Self.largeRequest, options: Self.options)
    try Self.expect(answer.payload, bytes: Self.largeResponseBytes)
  }
}
