import Protobuf

/// Writes the method table, handler protocol and client of each service.
struct ServiceWriter {
  let registry: SchemaRegistry
  let names: SwiftNames

  func write(_ services: [ServiceSchema], _ file: FileSchema) -> String {
    var out = SourceWriter()
    for line in SwiftGenerator.header(file) { out.line(line) }
    if services.contains(where: usesProtobufTypes) { out.line("package import Protobuf") }
    out.line("package import RPC")
    for service in services {
      let name = file.swiftPrefix + service.name
      writeMethods(service, name, &out)
      writeHandler(service, name, &out)
      ClientWriter(names: names).write(service, name, &out)
    }
    return out.text
  }

  /// Types of `google.protobuf` live in another module than the stubs.
  private func usesProtobufTypes(_ service: ServiceSchema) -> Bool {
    service.methods.contains { method in
      [method.input, method.output].contains {
        registry.files[$0.file].package == "google.protobuf"
      }
    }
  }

  private func writeMethods(_ service: ServiceSchema, _ name: String, _ out: inout SourceWriter) {
    out.line()
    out.line("/// The methods of `\(service.fullName)`.")
    out.block("package enum \(name)Methods {") { out in
      out.line("/// Full name of the service.")
      out.line("package static let service = \"\(service.fullName)\"")
      for method in service.methods {
        out.line()
        out.line("/// `\(method.path)`")
        out.block(
          "package static let \(SwiftNames.method(method.name)) = MethodDescriptor(",
          closing: ")"
        ) { out in
          out.line("service: \"\(service.fullName)\", name: \"\(method.name)\",")
          out.line("kind: .\(kind(method)), idempotency: .\(method.idempotency)")
        }
      }
      out.line()
      out.line("/// Every method, in the order of the contract.")
      out.block("package static let all: [MethodDescriptor] = [", closing: "]") { out in
        for method in service.methods { out.line("\(SwiftNames.method(method.name)),") }
      }
    }
  }

  private func kind(_ method: MethodSchema) -> String {
    switch (method.isClientStreaming, method.isServerStreaming) {
    case (false, false): "unary"
    case (true, false): "clientStreaming"
    case (false, true): "serverStreaming"
    case (true, true): "bidirectional"
    }
  }

  private func writeHandler(_ service: ServiceSchema, _ name: String, _ out: inout SourceWriter) {
    out.line()
    out.documentation(
      service.comment,
      orElse: " What a server of `\(service.fullName)` implements."
    )
    out.block("package protocol \(name)Handler: Sendable {") { out in
      for (index, method) in service.methods.enumerated() {
        if index > 0 { out.line() }
        out.documentation(method.comment)
        out.block(
          "func \(SwiftNames.method(method.name))(",
          closing: ") async throws\(result(method))"
        ) { out in
          for parameter in parameters(method) { out.line("\(parameter),") }
          out.line("context: ServerContext")
        }
      }
    }
    out.line()
    out.block("extension \(name)Handler {") { out in
      out.line(
        "/// The method table that `RPCServer(services: [handler.definition], …)` is made of."
      )
      out.block("package var definition: ServiceDefinition {") { out in
        out.block("ServiceDefinition(", closing: ")") { out in
          out.line("name: \(name)Methods.service,")
          out.block("methods: [", closing: "]") { out in
            for method in service.methods { writeRegistration(method, name, &out) }
          }
        }
      }
    }
  }

  private func parameters(_ method: MethodSchema) -> [String] {
    let (input, output) = (names.type(method.input), names.type(method.output))
    let requests =
      method.isClientStreaming ? "_ requests: RequestStream<\(input)>" : "_ request: \(input)"
    return method.isServerStreaming
      ? [requests, "_ responses: ResponseWriter<\(output)>"] : [requests]
  }

  private func result(_ method: MethodSchema) -> String {
    method.isServerStreaming ? "" : " -> \(names.type(method.output))"
  }

  private func writeRegistration(_ method: MethodSchema, _ name: String, _ out: inout SourceWriter)
  {
    let function = SwiftNames.method(method.name)
    let arguments = method.isServerStreaming ? "$0, $1, context: $2" : "$0, context: $1"
    if kind(method) == "unary" {
      return out.block(".unary(\(name)Methods.\(function)) { call in", closing: "},") { out in
        out.line("let request: \(names.type(method.input)) = try call.decodeRequest()")
        out.line(
          "call.answer(with: try await self.\(function)(request, context: call.context))"
        )
      }
    }
    out.block(".\(kind(method))(\(name)Methods.\(function)) {", closing: "},") { out in
      out.line("try await self.\(function)(\(arguments))")
    }
  }
}
