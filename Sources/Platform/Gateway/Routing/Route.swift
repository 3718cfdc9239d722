import Identity
import Protobuf
import RPC

/// One way to an RPC: an http rule, resolved against the contract.
struct Route: Sendable {
  /// What the body of a request fills.
  enum Body: Sendable {
    case none
    /// Every field that the path leaves.
    case whole
    case field(FieldSchema)
  }

  struct Variable: Sendable {
    let place: PathTemplate.Variable
    let field: FieldPath
  }

  /// As in `GET`, or `*` for all.
  let httpMethod: String
  let template: PathTemplate
  let method: MethodSchema
  let descriptor: MethodDescriptor
  let access: Access
  let variables: [Variable]
  let body: Body
  /// The field of the answer that becomes the body; nil for the whole answer.
  let responseField: FieldSchema?
  let upstream: ClientChannel

  init(
    _ rule: HTTPRule,
    of method: MethodSchema,
    access: Access,
    upstream: ClientChannel
  ) throws(GatewayError) {
    func fail(_ reason: String) -> GatewayError { .rule(rpc: method.path, reason: reason) }
    guard let httpMethod = rule.method else { throw fail("names no HTTP method") }
    guard access != .service else {
      throw fail("opens to the world what is for services alone")
    }
    guard !method.isClientStreaming else {
      throw fail("opens what takes a stream, while a request of HTTP has one body")
    }
    self.httpMethod = httpMethod.uppercased()
    self.template = try PathTemplate(parsing: rule.path)
    self.method = method
    self.descriptor = method.descriptor
    self.access = access
    self.upstream = upstream
    var variables: [Variable] = []
    for place in template.variables {
      variables.append(Variable(place: place, field: try Self.bind(place, method)))
    }
    self.variables = variables
    switch rule.body {
    case "": body = .none
    case "*": body = .whole
    case let name:
      guard let field = method.input.field(named: name) else {
        throw fail("has the body \(name), which is not a field of the request")
      }
      body = .field(field)
    }
    if rule.responseBody.isEmpty {
      responseField = nil
    } else {
      guard let field = method.output.field(named: rule.responseBody) else {
        throw fail("answers \(rule.responseBody), which is not a field of the answer")
      }
      responseField = field
    }
  }

  private static func bind(
    _ place: PathTemplate.Variable,
    _ method: MethodSchema
  ) throws(GatewayError) -> FieldPath {
    let field: FieldPath
    do throws(FieldPath.Failure) {
      field = try FieldPath(place.fieldPath, in: method.input)
    } catch {
      throw .rule(rpc: method.path, reason: "binds \(place.fieldPath), which \(error.rule)")
    }
    guard !field.leaf.isRepeated, !field.leaf.isMessage else {
      throw .rule(rpc: method.path, reason: "binds \(place.fieldPath), which is not a single value")
    }
    return field
  }

  var takesBody: Bool {
    if case .none = body { false } else { true }
  }

  var answersStream: Bool { descriptor.kind == .serverStreaming }

  /// As in `PUT /v1/recipes/{recipe_id}/rating`.
  var title: String { "\(httpMethod) \(template.text)" }
}

extension MethodSchema {
  var descriptor: MethodDescriptor {
    let kind: MethodDescriptor.Kind =
      switch (isClientStreaming, isServerStreaming) {
      case (false, false): .unary
      case (true, false): .clientStreaming
      case (false, true): .serverStreaming
      case (true, true): .bidirectional
      }
    let idempotency: MethodDescriptor.Idempotency =
      switch self.idempotency {
      case .unknown: .unknown
      case .noSideEffects: .noSideEffects
      case .idempotent: .idempotent
      }
    return MethodDescriptor(service: service, name: name, kind: kind, idempotency: idempotency)
  }
}
