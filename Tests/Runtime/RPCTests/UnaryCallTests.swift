import Testing

@testable import RPC

@Suite struct UnaryCallTests {
  static let echo = MethodDefinition.unaryBytes(.test("Echo")) { bytes, _ in bytes }

  @Test("the answer carries message, metadata and trailers")
  func answers() async throws {
    let method = MethodDefinition.unaryBytes(.test("Get")) { bytes, context in
      var headers = Metadata()
      headers.append("seen", context.metadata["asked"] ?? "nothing")
      headers.append(binary: "raw-bin", context.metadata[binary: "raw-bin"] ?? [])
      context.responseMetadata = headers
      context.trailingMetadata["last"] = context.peer.isEmpty ? "no" : "yes"
      return bytes.reversed()
    }
    try await Loopback.run([method]) { loopback in
      var options = CallOptions(timeout: .seconds(5))
      options.metadata.append("asked", "this")
      options.metadata.append(binary: "raw-bin", [0, 255, 44])
      let answer = try await loopback.channel.unary(
        .test("Get"),
        bytes: [1, 2, 3],
        options: options
      )
      #expect(answer.message == [3, 2, 1])
      #expect(answer.metadata["seen"] == "this")
      #expect(answer.metadata[binary: "raw-bin"] == [0, 255, 44])
      #expect(answer.trailingMetadata["last"] == "yes")
    }
  }

  @Test("an error arrives with code, message, details and metadata")
  func errors() async throws {
    let details: [StatusDetail] = [
      .badRequest(field: "names[2]", description: "too short"),
      .errorInfo(reason: "TOO_SHORT", domain: "test", metadata: ["min": "2", "max": "100"]),
      .retryInfo(seconds: 1.5), .quotaFailure(subject: "user:lan", description: "10 a month"),
      .preconditionFailure(type: "STATE", subject: "session", description: "completed"),
      .resourceInfo(type: "recipe", name: "pho"), .other(typeURL: "type.example/x", value: [1, 2]),
    ]
    let method = MethodDefinition.unaryBytes(.test("Fail")) { _, _ in
      throw RPCError(
        code: .invalidArgument,
        message: "tên sai: 100% \n",
        details: details,
        metadata: ["hint": "again"]
      )
    }
    try await Loopback.run([method]) { loopback in
      let error = try await #require(throws: RPCError.self) {
        try await loopback.channel.unary(.test("Fail"), bytes: [])
      }
      #expect(error.code == .invalidArgument)
      #expect(error.message == "tên sai: 100% \n")
      #expect(error.details == details)
      #expect(error.metadata["hint"] == "again")
    }
  }

  @Test("an error that is no RPCError tells the caller nothing about itself")
  func hidesInternals() async throws {
    struct Secret: Error { let password = "hunter2" }
    let method = MethodDefinition.unaryBytes(.test("Fail")) { _, _ in throw Secret() }
    try await Loopback.run([method]) { loopback in
      let error = try await #require(throws: RPCError.self) {
        try await loopback.channel.unary(.test("Fail"), bytes: [])
      }
      #expect(error.code == .unknown)
      #expect(!error.message.contains("hunter2") && !error.message.contains("Secret"))
    }
  }

  @Test("a method that is not there or not implemented is UNIMPLEMENTED")
  func unimplemented() async throws {
    try await Loopback.run([.unimplemented(.test("Later"))]) { loopback in
      for method in [MethodDescriptor.test("Later"), .test("Never")] {
        let error = try await #require(throws: RPCError.self) {
          try await loopback.channel.unary(method, bytes: [])
        }
        #expect(error.code == .unimplemented)
      }
    }
  }

  @Test("messages larger than every window arrive whole", arguments: [0, 1, 16_384, 3_000_000])
  func largeMessages(size: Int) async throws {
    try await Loopback.run([Self.echo]) { loopback in
      let message = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
      let answer = try await loopback.channel.unary(.test("Echo"), bytes: message)
      #expect(answer.message == message)
    }
  }

  @Test("a message over the limit is RESOURCE_EXHAUSTED, and the connection goes on")
  func messageTooLarge() async throws {
    var limits = ServerLimits()
    limits.messageBytesMax = 1_000
    try await Loopback.run([Self.echo], limits: limits) { loopback in
      let error = try await #require(throws: RPCError.self) {
        try await loopback.channel.unary(
          .test("Echo"),
          bytes: [UInt8](repeating: 0, count: 2_000_000)
        )
      }
      #expect(error.code == .resourceExhausted)
      let answer = try await loopback.channel.unary(.test("Echo"), bytes: [7])
      #expect(answer.message == [7])
    }
  }

  @Test("a thousand calls at once are each answered with their own bytes")
  func concurrent() async throws {
    try await Loopback.run([Self.echo]) { loopback in
      try await withThrowingTaskGroup { group in
        for index in 0..<1_000 {
          group.addTask {
            let bytes = [UInt8(truncatingIfNeeded: index), UInt8(index >> 8)]
            let answer = try await loopback.channel.unary(.test("Echo"), bytes: bytes)
            #expect(answer.message == bytes)
          }
        }
        try await group.waitForAll()
      }
    }
  }

  @Test("calls over the handler limit are refused before any work, with a hint when to return")
  func overload() async throws {
    let gate = Gate()
    let started = Gate()
    let method = MethodDefinition.unaryBytes(.test("Wait")) { bytes, _ in
      started.open()
      await gate.wait()
      return bytes
    }
    var limits = ServerLimits()
    limits.runningHandlersMax = 2  // one for each event loop
    try await Loopback.run([method], limits: limits) { loopback in
      try await withThrowingTaskGroup { group in
        group.addTask { _ = try await loopback.channel.unary(.test("Wait"), bytes: []) }
        await started.wait()
        var refused = 0
        // Two loops, one place each: of three further calls at least two find no place.
        await withTaskGroup(of: RPCError?.self) { calls in
          for _ in 0..<3 {
            calls.addTask {
              do {
                _ = try await loopback.channel.unary(.test("Wait"), bytes: [])
                return nil
              } catch { return error as? RPCError }
            }
          }
          for await error in calls {
            guard let error else { continue }
            refused += 1
            #expect(error.code == .resourceExhausted)
            #expect(error.metadata["grpc-retry-pushback-ms"] == "100")
            if refused == 2 { gate.open() }
          }
        }
        #expect(refused >= 2)
        gate.open()
        try await group.waitForAll()
      }
    }
  }
}
