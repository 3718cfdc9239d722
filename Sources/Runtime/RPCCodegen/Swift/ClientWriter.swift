import Protobuf

/// Writes the client of a service: a function for each method.
struct ClientWriter {
  let names: SwiftNames

  func write(_ service: ServiceSchema, _ name: String, _ out: inout SourceWriter) {
    out.line()
    out.line("/// Calls `\(service.fullName)`, over a channel that others may use too.")
    out.block("package struct \(name)Client: Sendable {") { out in
      out.line("package let channel: ClientChannel")
      out.line()
      out.line("package init(channel: ClientChannel) { self.channel = channel }")
      for method in service.methods {
        out.line()
        out.documentation(method.comment + Self.usage(method))
        let stub = Stub(method, service: name, names)
        switch (method.isClientStreaming, method.isServerStreaming) {
        case (false, false): stub.unary(&out)
        case (false, true): stub.serverStreaming(&out)
        case (true, false): stub.streaming("ClientStreamingCall", "clientStreaming", &out)
        case (true, true): stub.streaming("BidirectionalCall", "bidirectional", &out)
        }
      }
    }
  }
}

extension ClientWriter {
  /// How the call that a method returns is gone through.
  private static func usage(_ method: MethodSchema) -> String {
    switch (method.isClientStreaming, method.isServerStreaming) {
    case (false, false): ""
    case (false, true):
      """

       Read the responses with `for try await`; to leave off early cancels the call.
      """
    case (true, false):
      """

       `write` each request, `finish()`, and await the `response()`.
      """
    case (true, true):
      """

       `write` requests and read `responses` in any order; `finish()` says that all are written.
      """
    }
  }
}

/// One method as the client sees it.
private struct Stub {
  private static let options = "options: CallOptions = CallOptions()"

  let function: String
  let descriptor: String
  let input: String
  let output: String

  init(_ method: MethodSchema, service: String, _ names: SwiftNames) {
    function = SwiftNames.method(method.name)
    descriptor = "\(service)Methods.\(function)"
    input = names.type(method.input)
    output = names.type(method.output)
  }

  func unary(_ out: inout SourceWriter) {
    out.block("package func \(function)(", closing: ") async throws -> \(output) {") { out in
      out.line("_ request: \(input), \(Self.options)")
    }
    out.line("  try await \(function)(response: request, options: options).message")
    out.line("}")
    out.line()
    out.line("/// As `\(function)(_:options:)`, with the answer's metadata.")
    out.block("package func \(function)(", closing: ") async throws -> Response<\(output)> {") {
      out in
      out.line("response request: \(input), \(Self.options)")
    }
    out.line("  try await channel.unary(\(descriptor), request, options: options)")
    out.line("}")
  }

  func serverStreaming(_ out: inout SourceWriter) {
    out.block("package func \(function)(", closing: ") -> ResponseStream<\(output)> {") { out in
      out.line("_ request: \(input), \(Self.options)")
    }
    out.line("  channel.serverStreaming(\(descriptor), request, options: options)")
    out.line("}")
  }

  /// A call that the caller writes to.
  func streaming(_ type: String, _ opening: String, _ out: inout SourceWriter) {
    out.block("package func \(function)(", closing: ") -> \(type)<\(input), \(output)> {") { out in
      out.line(Self.options)
    }
    out.line("  channel.\(opening)(\(descriptor), options: options)")
    out.line("}")
  }
}
