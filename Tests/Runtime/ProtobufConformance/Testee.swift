import Protobuf

/// Answers protobuf's conformance runner: reads a message in one form and writes it in another.
package struct Testee: Sendable {
  /// Which of our two ways between JSON and the wire is under test.
  package enum Way: String, Sendable, CaseIterable {
    /// Every message goes through its generated type, as in services.
    case types
    /// JSON is made of the very bytes that came, by schema alone, as in the gateway.
    case schema
  }

  private let way: Way

  package init(_ way: Way) { self.way = way }

  /// Answers one request as it lies on the runner's pipe.
  package func answer(_ request: [UInt8]) -> [UInt8] {
    let result: ConformanceResponse.Result
    do {
      result = answer(try ConformanceRequest(decoding: request))
    } catch {
      result = .runtimeError("the request itself: \(error)")
    }
    return ConformanceResponse(result: result).encoded()
  }

  package func answer(_ request: ConformanceRequest) -> ConformanceResponse.Result {
    switch request.messageType {
    case FailureSet.schema.fullName: return .protobufPayload(FailureSet().encoded())
    case TestAllTypesProto3.schema.fullName: break
    default: return .skipped("no \(request.messageType) here")
    }
    let wire: [UInt8]
    switch request.payload {
    case .protobufPayload(let bytes): wire = bytes
    case .jsonPayload(let text):
      let skipsUnknown = request.testCategory == .jsonIgnoreUnknownParsingTest
      let options = JSONTranscoder.Options(ignoresUnknownFields: skipsUnknown)
      do {
        wire = try JSONTranscoder(ConformanceSchema.registry, options: options)
          .wire(from: Array(text.utf8), as: TestAllTypesProto3.schema)
      } catch {
        return .parseError(error.description)
      }
    default: return .skipped("no text format here")
    }
    do {
      return write(wire, try TestAllTypesProto3(decoding: wire), as: request.requestedOutputFormat)
    } catch {
      return .parseError(error.description)
    }
  }

  private func write(
    _ wire: [UInt8],
    _ message: TestAllTypesProto3,
    as format: WireFormat
  ) -> ConformanceResponse.Result {
    switch format {
    case .protobuf: return .protobufPayload(message.encoded())
    case .json:
      let bytes = way == .types ? message.encoded() : wire
      do {
        let json = try JSONTranscoder(ConformanceSchema.registry)
          .json(from: bytes, as: TestAllTypesProto3.schema)
        return .jsonPayload(String(decoding: json, as: UTF8.self))
      } catch {
        return .serializeError(error.description)
      }
    default: return .skipped("no \(format.name) here")
    }
  }
}
