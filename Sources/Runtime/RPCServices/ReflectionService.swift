package import Protobuf
package import RPC

/// gRPC's server reflection: tools learn from it what a server serves and how it is called.
///
/// Every question of a stream has its answer; what is not there is an answer too, NOT_FOUND. Files
/// are handed out as protoc wrote them.
package struct ReflectionService: Grpc_Reflection_V1_ServerReflectionHandler {
  package typealias Request = Grpc_Reflection_V1_ServerReflectionRequest
  package typealias Response = Grpc_Reflection_V1_ServerReflectionResponse

  /// Every method of both versions.
  package static let methods =
    Grpc_Reflection_V1_ServerReflectionMethods.all
    + Grpc_Reflection_V1alpha_ServerReflectionMethods.all

  private let services: [String]
  private let index: ReflectionIndex

  /// - Parameters:
  ///   - services: full names of the services of this server; reflection adds itself.
  ///   - registry: where they are declared, unless they are of gRPC itself.
  package init(serving services: [String], declaredIn registry: SchemaRegistry) {
    self.services = (services + Set(Self.methods.map(\.service))).sorted()
    index = ReflectionIndex([registry, StandardSchema.registry])
  }

  /// Version 1 and version 1alpha.
  ///
  /// They differ in the name of the service alone, so the messages of one do for both.
  package var definitions: [ServiceDefinition] {
    let alpha = Grpc_Reflection_V1alpha_ServerReflectionMethods.self
    return [
      definition,
      ServiceDefinition(
        name: alpha.service,
        methods: [
          .bidirectional(alpha.serverReflectionInfo) {
            try await serverReflectionInfo($0, $1, context: $2)
          }
        ]
      ),
    ]
  }

  package func serverReflectionInfo(
    _ requests: RequestStream<Request>,
    _ responses: ResponseWriter<Response>,
    context: ServerContext
  ) async throws {
    var sent: Set<String> = []
    for try await request in requests {
      try await responses.write(answer(to: request, sent: &sent))
    }
  }

  /// The answer; `sent` holds the names of files that the stream has had, which are left out.
  func answer(to request: Request, sent: inout Set<String>) -> Response {
    Response(
      validHost: request.host,
      originalRequest: request,
      messageResponse: message(for: request.messageRequest, sent: &sent)
    )
  }

  private func message(
    for question: Request.MessageRequest?,
    sent: inout Set<String>
  ) -> Response.MessageResponse {
    switch question {
    case .fileByFilename(let name):
      return files(index.file(name), "file: \(name)", &sent)
    case .fileContainingSymbol(let symbol):
      return files(index.file(declaring: symbol), "symbol: \(symbol)", &sent)
    case .fileContainingExtension(let wanted):
      let (type, number) = (wanted.containingType, wanted.extensionNumber)
      let file = index.file(extending: type, number: Int(number))
      return files(file, "extension: \(number) of \(type)", &sent)
    case .allExtensionNumbersOfType(let type):
      guard let numbers = index.extensionNumbers(of: type) else {
        return error(.notFound, "message: \(type) is not known here")
      }
      return .allExtensionNumbersResponse(
        .init(baseTypeName: type, extensionNumber: numbers.map { Int32(truncatingIfNeeded: $0) })
      )
    case .listServices:
      return .listServicesResponse(.init(service: services.map { .init(name: $0) }))
    case nil:
      return error(.invalidArgument, "message_request: must be set")
    }
  }

  /// The file, and of its imports those that the stream has not had.
  private func files(
    _ file: FileSchema?,
    _ wanted: String,
    _ sent: inout Set<String>
  ) -> Response.MessageResponse {
    guard let file else { return error(.notFound, "\(wanted) is not known here") }
    var descriptors: [[UInt8]] = []
    for needed in index.withImports(file) {
      let isNew = sent.insert(needed.name).inserted
      if isNew || needed.name == file.name { descriptors.append(needed.descriptor) }
    }
    return .fileDescriptorResponse(.init(fileDescriptorProto: descriptors))
  }

  private func error(_ code: StatusCode, _ message: String) -> Response.MessageResponse {
    .errorResponse(.init(errorCode: Int32(code.rawValue), errorMessage: message))
  }
}
