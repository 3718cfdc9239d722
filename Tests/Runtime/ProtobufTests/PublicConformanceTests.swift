import Foundation
import Protobuf
import ProtobufConformance
import Testing

/// What protobuf's public conformance runner asks of proto3 JSON, as tables of our own.
///
/// The message is the runner's, answered by the program it would start; both of our ways between
/// JSON and the wire have to agree.
@Suite("Public conformance")
struct PublicConformanceTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let way: Testee.Way
    let input: String
    /// What is written; the same as the input where nil.
    let output: String

    var testDescription: String { "\(way) \(input)" }

    static func all(_ table: [(String, String?)]) -> [Case] {
      table.flatMap { input, output in
        Testee.Way.allCases.map { Case(way: $0, input: input, output: output ?? input) }
      }
    }
  }

  static func answer(
    _ way: Testee.Way,
    _ payload: ConformanceRequest.Payload,
    as format: WireFormat = .json,
    ignoringUnknown: Bool = false
  ) -> ConformanceResponse.Result {
    Testee(way).answer(
      ConformanceRequest(
        payload: payload,
        requestedOutputFormat: format,
        messageType: TestAllTypesProto3.schema.fullName,
        testCategory: ignoringUnknown ? .jsonIgnoreUnknownParsingTest : .jsonTest
      )
    )
  }

  @Test("JSON is read and written as proto3 says", arguments: Case.all(ConformanceCases.read))
  func reads(_ example: Case) {
    let answer = Self.answer(example.way, .jsonPayload(example.input))
    #expect(answer == .jsonPayload(example.output))
  }

  @Test("what is no JSON of the message is refused", arguments: ConformanceCases.refused)
  func refuses(_ json: String) throws {
    guard case .parseError = Self.answer(.types, .jsonPayload(json)) else {
      Issue.record("taken: \(json)")
      return
    }
  }

  @Test(
    "unknown members and names are skipped when asked",
    arguments: Case.all(ConformanceCases.skipped)
  )
  func skips(_ example: Case) throws {
    let answer = Self.answer(example.way, .jsonPayload(example.input), ignoringUnknown: true)
    #expect(answer == .jsonPayload(example.output))
    guard case .parseError = Self.answer(example.way, .jsonPayload(example.input)) else {
      Issue.record("taken without being asked: \(example.input)")
      return
    }
  }

  @Test(
    "wire bytes are written as JSON",
    arguments: Case.all(ConformanceCases.written)
  )
  func writes(_ example: Case) {
    let answer = Self.answer(example.way, .protobufPayload(hex(example.input)))
    #expect(answer == .jsonPayload(example.output))
  }

  @Test("what JSON cannot say is not written", arguments: ConformanceCases.unwritable)
  func refusesToWrite(_ name: String, _ wire: String) {
    for way in Testee.Way.allCases {
      guard case .serializeError = Self.answer(way, .protobufPayload(hex(wire))) else {
        Issue.record("written: \(name)")
        continue
      }
    }
  }

  @Test("damaged wire bytes are refused", arguments: ConformanceCases.damaged)
  func refusesWire(_ name: String, _ wire: String) {
    guard case .parseError = Self.answer(.types, .protobufPayload(hex(wire))) else {
      Issue.record("taken: \(name)")
      return
    }
  }

  @Test("the runner's other questions are answered or skipped")
  func otherQuestions() throws {
    func ask(_ request: ConformanceRequest) throws -> ConformanceResponse.Result? {
      try ConformanceResponse(decoding: Testee(.types).answer(request.encoded())).result
    }
    let failures = ConformanceRequest(
      payload: .protobufPayload([]),
      messageType: "conformance.FailureSet"
    )
    #expect(try ask(failures) == .protobufPayload([]))
    var text = ConformanceRequest(payload: .textPayload(""))
    text.messageType = TestAllTypesProto3.schema.fullName
    #expect(try ask(text) == .skipped("no text format here"))
    let proto2 = ConformanceRequest(messageType: "protobuf_test_messages.proto2.TestAllTypesProto2")
    #expect(
      try ask(proto2) == .skipped("no protobuf_test_messages.proto2.TestAllTypesProto2 here")
    )
  }

  /// Path of protobuf's `conformance_test_runner`, where it is at hand.
  static let runner = ProcessInfo.processInfo.environment["CONFORMANCE_TEST_RUNNER"]

  @Test(
    "the public runner finds no failure",
    .enabled(if: runner != nil, "CONFORMANCE_TEST_RUNNER names no runner"),
    arguments: Testee.Way.allCases
  )
  func publicRunner(_ way: Testee.Way) throws {
    let process = Process()
    process.executableURL = URL(filePath: try #require(Self.runner))
    process.currentDirectoryURL = FileManager.default.temporaryDirectory
    let testee = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent().appending(path: "conformance-testee")
    process.arguments = ["--enforce_recommended", testee.path, way.rawValue]
    let output = Pipe()
    process.standardError = output
    process.standardOutput = output
    try process.run()
    let report = String(
      decoding: output.fileHandleForReading.readDataToEndOfFile(),
      as: UTF8.self
    )
    process.waitUntilExit()
    let verdicts = report.split(separator: "\n").filter { $0.contains("CONFORMANCE SUITE") }
    #expect(process.terminationStatus == 0, "\(verdicts)")
    #expect(verdicts.contains { $0.contains("0 unexpected failures") })
  }
}
