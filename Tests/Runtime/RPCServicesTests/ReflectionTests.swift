import NIOCore
import NIOPosix
import Protobuf
import RPC
import Testing

@testable import RPCServices

@Suite("Reflection")
struct ReflectionTests {
  typealias Question = Grpc_Reflection_V1_ServerReflectionRequest.MessageRequest
  private static let health = "grpc/health/v1/health.proto"
  private let service: ReflectionService

  init() throws {
    service = ReflectionService(
      serving: ["b.B", "a.A"],
      declaredIn: try ExtendedContract.registry()
    )
  }

  private func answer(
    _ question: Question?,
    sent: Set<String> = []
  ) -> Grpc_Reflection_V1_ServerReflectionResponse {
    var sent = sent
    let request = Grpc_Reflection_V1_ServerReflectionRequest(host: "h", messageRequest: question)
    return service.answer(to: request, sent: &sent)
  }

  /// Names of the files that the answer consists of.
  private func files(_ question: Question, sent: Set<String> = []) -> [String] {
    guard case .fileDescriptorResponse(let response) = answer(question, sent: sent).messageResponse
    else { return [] }
    return response.fileDescriptorProto.map { SchemaOptions($0).string(1) ?? "" }
  }

  private static func extending(_ type: String, _ number: Int32) -> Question {
    .fileContainingExtension(.init(containingType: type, extensionNumber: number))
  }

  @Test("the services are those of this server and reflection itself")
  func services() {
    let listed = answer(.listServices("")).messageResponse
    let names = [
      "a.A", "b.B", "grpc.reflection.v1.ServerReflection",
      "grpc.reflection.v1alpha.ServerReflection",
    ]
    #expect(listed == .listServicesResponse(.init(service: names.map { .init(name: $0) })))
  }

  @Test(
    "a symbol of any kind names its file",
    arguments: [
      ("grpc.health.v1.Health", health),
      ("grpc.health.v1.Health.Check", health),
      ("grpc.health.v1.HealthCheckResponse", health),
      ("grpc.health.v1.HealthCheckResponse.status", health),
      ("grpc.health.v1.HealthCheckResponse.ServingStatus", health),
      ("grpc.health.v1.HealthCheckResponse.NOT_SERVING", health),
      ("grpc.health.v1.HealthListResponse.StatusesEntry", health),
      ("google.protobuf.NULL_VALUE", "google/protobuf/struct.proto"),
      ("google.protobuf.Value.kind", "google/protobuf/struct.proto"),
      ("t.Base", "t/base.proto"),
      ("t.outer", "t/marks.proto"),
      ("t.Holder.inner", "t/marks.proto"),
    ]
  )
  func symbols(symbol: String, file: String) {
    #expect(files(.fileContainingSymbol(symbol)).first == file)
  }

  @Test(
    "a file comes first, and all it imports behind it, each once",
    arguments: [
      (.fileByFilename("t/base.proto"), ["t/base.proto"]),
      (.fileByFilename("t/top.proto"), ["t/top.proto", "t/marks.proto", "t/base.proto"]),
      (extending("t.Base", 1_000), ["t/marks.proto", "t/base.proto"]),
      (extending("t.Base", 1_001), ["t/marks.proto", "t/base.proto"]),
    ] as [(Question, [String])]
  )
  func imports(question: Question, files wanted: [String]) {
    #expect(files(question) == wanted)
  }

  @Test("what the stream has had is not sent again, unless it is asked for itself")
  func sentOnce() {
    let marks = Question.fileByFilename("t/marks.proto")
    #expect(files(.fileByFilename("t/top.proto"), sent: ["t/base.proto"]).count == 2)
    #expect(files(marks, sent: ["t/marks.proto", "t/base.proto"]) == ["t/marks.proto"])
    var sent: Set<String> = []
    _ = service.answer(to: .init(messageRequest: marks), sent: &sent)
    #expect(sent == ["t/marks.proto", "t/base.proto"])
  }

  @Test("files are handed out byte for byte")
  func original() {
    let response = answer(.fileContainingSymbol("t.Base")).messageResponse
    let original = [ExtendedContract.descriptors[0]]
    #expect(response == .fileDescriptorResponse(.init(fileDescriptorProto: original)))
  }

  @Test(
    "the extensions of a message are numbered, also when it has none",
    arguments: [("t.Base", [1_000, 1_001]), ("t.Plain", []), ("google.rpc.Status", [])]
      as [(String, [Int32])]
  )
  func extensionNumbers(type: String, numbers: [Int32]) {
    #expect(
      answer(.allExtensionNumbersOfType(type)).messageResponse
        == .allExtensionNumbersResponse(.init(baseTypeName: type, extensionNumber: numbers))
    )
  }

  @Test(
    "what nobody declares is NOT_FOUND, and the question is given back",
    arguments: [
      .fileByFilename("nope.proto"), .fileByFilename(""), .fileContainingSymbol(""),
      .fileContainingSymbol("grpc.health.v1"), .fileContainingSymbol("grpc.health.v1.Health.Nope"),
      .fileContainingSymbol("grpc.health.v1.HealthCheckResponse.Nope"),
      .fileContainingSymbol("grpc.health.v1.NOT_SERVING"), .fileContainingSymbol("."),
      extending("t.Base", 0), extending("t.Base", 999), extending("t.Nope", 1_000),
      .fileContainingSymbol("t.inner"), .fileContainingSymbol("t.Base.outer"),
      .allExtensionNumbersOfType("google.protobuf.Nope"),
    ] as [Question]
  )
  func notFound(question: Question) {
    let answer = answer(question)
    guard case .errorResponse(let error) = answer.messageResponse else {
      Issue.record("an answer: \(answer)")
      return
    }
    #expect(error.errorCode == Int32(StatusCode.notFound.rawValue))
    #expect(error.errorMessage.hasSuffix("not known here"))
    #expect(answer.validHost == "h")
    #expect(answer.originalRequest?.messageRequest == question)
  }

  @Test("a question that asks nothing is INVALID_ARGUMENT")
  func noQuestion() {
    guard case .errorResponse(let error) = answer(nil).messageResponse else {
      Issue.record("no error")
      return
    }
    #expect(error.errorCode == Int32(StatusCode.invalidArgument.rawValue))
  }

  @Test("both versions answer every question of a stream, errors among them")
  func overTheWire() async throws {
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    let server = RPCServer(services: service.definitions, group: group)
    let port = try await server.start(port: 0)
    let channel = ClientChannel(target: Target(host: "127.0.0.1", port: port), group: group)
    let call = Grpc_Reflection_V1alpha_ServerReflectionClient(channel: channel)
      .serverReflectionInfo()
    try await call.write(.init(messageRequest: .fileByFilename("nope.proto")))
    try await call.write(.init(messageRequest: .listServices("*")))
    call.finish()
    var kinds: [String] = []
    for try await response in call.responses {
      switch response.messageResponse {
      case .errorResponse: kinds.append("error")
      case .listServicesResponse(let list): kinds.append("\(list.service.count) services")
      default: kinds.append("other")
      }
    }
    #expect(kinds == ["error", "4 services"])
    let one = Grpc_Reflection_V1_ServerReflectionClient(channel: channel).serverReflectionInfo()
    try await one.write(.init(messageRequest: .fileContainingSymbol("grpc.health.v1.Health")))
    one.finish()
    var files = 0
    for try await response in one.responses {
      guard case .fileDescriptorResponse(let answer) = response.messageResponse else { continue }
      files += answer.fileDescriptorProto.count
    }
    #expect(files == 1)
    await channel.close()
    await server.drain(within: .seconds(1))
    try await group.shutdownGracefully()
  }
}
