import Protobuf
import RPC

/// One kind of request, checked against its contract before any is sent.
struct Route: Sendable {
  enum Form: Sendable {
    case rpc(MethodDescriptor)
    case rest(RESTRule)
  }

  /// As reports show it: `/smartcooking…/RateRecipe` or `PUT /v1/recipes/{recipe_id}/rating`.
  let name: String
  private let form: Form
  private let input: MessageSchema
  private let template: Template
  private let transcoder: JSONTranscoder

  /// An RPC by its path, `package.Service/Method`.
  init(rpc path: String, template: String, registry: SchemaRegistry) throws(UsageError) {
    guard let method = registry.method(path: path) else {
      throw UsageError(
        "--rpc: no contract has \(path), written package.Service/Method; `loadtest routes` lists all"
      )
    }
    try self.init(method.path, .rpc(method.descriptor), method, template, registry)
  }

  /// An RPC by its REST route, `POST /v1/ingredients:validate`, path variables as in the contract.
  init(rest route: String, template: String, registry: SchemaRegistry) throws(UsageError) {
    for method in registry.services.flatMap(\.methods) {
      for rule in method.restRules where rule.title == route {
        let checked = try RESTRule(rule, input: method.input, registry: registry)
        try self.init(route, .rest(checked), method, template, registry)
        return
      }
    }
    throw UsageError(
      "--rest: no contract has the route \(route), written METHOD /path/{variable};"
        + " `loadtest routes` lists all"
    )
  }

  private init(
    _ name: String,
    _ form: Form,
    _ method: MethodSchema,
    _ template: String,
    _ registry: SchemaRegistry
  ) throws(UsageError) {
    guard !method.isClientStreaming, !method.isServerStreaming else {
      throw UsageError("\(name) streams; only calls of one message and one answer are driven")
    }
    self.name = name
    self.form = form
    self.input = method.input
    self.template = try Template(parsing: template)
    self.transcoder = JSONTranscoder(registry)
    for sample in self.template.samples { _ = try request(json: sample, bearer: nil) }
  }

  /// The request that the filled template makes, in the name of `caller`.
  func request(
    _ filling: Template.Filling,
    bearer: String?,
    using random: inout some RandomNumberGenerator
  ) throws(UsageError) -> Request {
    try request(json: template.filled(filling, using: &random), bearer: bearer)
  }

  private func request(json: String, bearer: String?) throws(UsageError) -> Request {
    do throws(JSONError) {
      let wire = try transcoder.wire(from: Array(json.utf8), as: input)
      switch form {
      case .rpc(let descriptor): return .rpc(descriptor, wire, bearer: bearer)
      case .rest(let rule): return .rest(try rule.message(wire), bearer: bearer)
      }
    } catch {
      throw UsageError("--template does not fit \(input.fullName): \(error)")
    }
  }
}

/// A request, ready to be sent.
enum Request: Sendable {
  case rpc(MethodDescriptor, [UInt8], bearer: String?)
  case rest(HTTPMessage, bearer: String?)
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
      switch idempotency {
      case .unknown: .unknown
      case .noSideEffects: .noSideEffects
      case .idempotent: .idempotent
      }
    return MethodDescriptor(service: service, name: name, kind: kind, idempotency: idempotency)
  }

  var restRules: [HTTPRule] { httpRule.map { [$0] + $0.additionalBindings } ?? [] }
}

extension HTTPRule {
  /// `PUT /v1/recipes/{recipe_id}/rating`.
  var title: String { "\(method ?? "*") \(path)" }
}
