import Protobuf
import RPC

/// Makes the message of a call from path, query and body.
///
/// The parts are written one after another: whoever decodes merges them, and of a single value the
/// last one stands, so that the path has the last word.
struct RequestAssembler {
  let transcoder: Transcoder
  let route: Route
  let path: RequestPath
  let verb: String
  let query: ArraySlice<UInt8>
  let parametersMax: Int

  private var violations: [StatusDetail.FieldViolation] = []

  init(
    transcoder: Transcoder,
    route: Route,
    path: RequestPath,
    verb: String,
    query: ArraySlice<UInt8>,
    parametersMax: Int
  ) {
    self.transcoder = transcoder
    self.route = route
    self.path = path
    self.verb = verb
    self.query = query
    self.parametersMax = parametersMax
  }

  mutating func wire(body: [UInt8]) throws(RPCError) -> [UInt8] {
    var wire = try fromBody(body)
    try appendQuery(to: &wire)
    for variable in route.variables { append(variable, to: &wire) }
    guard violations.isEmpty else { throw .badRequest(violations) }
    return wire
  }

  // MARK: Body

  private func fromBody(_ body: [UInt8]) throws(RPCError) -> [UInt8] {
    // An absent body sets nothing; whether that will do is the service's to say.
    if body.isEmpty { return [] }
    switch route.body {
    case .none:
      throw .invalidArgument("\(route.title) takes no body")
    case .whole:
      return try transcoder.wire(json: body, route.method.input)
    case .field(let field):
      return try transcoder.wire(json: body, field: field, of: route.method.input)
    }
  }

  // MARK: Path

  private mutating func append(_ variable: Route.Variable, to wire: inout [UInt8]) {
    let name = variable.field.name
    guard let text = path.value(of: variable.place, verb: verb) else {
      return refuse(name, "is not percent-encoded UTF-8")
    }
    do throws(FieldPath.Failure) {
      wire += try transcoder.wire(text: text, variable.field, of: route.method.input)
    } catch {
      refuse(name, error.rule)
    }
  }

  // MARK: Query

  private mutating func appendQuery(to wire: inout [UInt8]) throws(RPCError) {
    guard !query.isEmpty else { return }
    let parameters: [QueryString.Parameter]
    do throws(QueryString.Failure) {
      parameters = try QueryString.parameters(query, limit: parametersMax)
    } catch {
      throw .invalidArgument("the query \(error.rule)")
    }
    var taken: Set<String> = []
    for parameter in parameters { append(parameter, &taken, to: &wire) }
  }

  private mutating func append(
    _ parameter: QueryString.Parameter,
    _ taken: inout Set<String>,
    to wire: inout [UInt8]
  ) {
    do throws(FieldPath.Failure) {
      let field = try FieldPath(parameter.name, in: route.method.input)
      try requireFree(field, &taken)
      wire += try transcoder.wire(text: parameter.value, field, of: route.method.input)
    } catch {
      refuse(parameter.name, error.rule)
    }
  }

  /// Each single value, and each member of a oneof, comes from one place.
  private func requireFree(
    _ field: FieldPath,
    _ taken: inout Set<String>
  ) throws(FieldPath.Failure) {
    let name = field.name
    if route.variables.contains(where: { $0.field.name == name }) {
      throw .init("is given by the path already")
    }
    switch route.body {
    case .none: break
    case .whole: throw .init("belongs into the body, not the query")
    case .field(let body):
      if field.fields[0].number == body.number {
        throw .init("belongs into the body, not the query")
      }
    }
    if field.leaf.isMap { throw .init("is a map, which only a body can give") }
    if !field.leaf.isRepeated, !taken.insert(name).inserted { throw .init("is given twice") }
    var owner = ""
    for part in field.fields {
      if let oneof = part.oneofIndex, !part.isRepeated {
        let choice = "\(owner)#\(oneof)"
        if taken.contains(choice), !taken.contains("\(choice)=\(part.number)") {
          throw .init("excludes another parameter that is given")
        }
        taken.formUnion([choice, "\(choice)=\(part.number)"])
      }
      owner += part.name + "."
    }
  }

  private mutating func refuse(_ field: String, _ rule: String) {
    violations.append(.init(field: field, description: rule))
  }
}

extension QueryString.Failure {
  fileprivate var rule: String {
    switch self {
    case .tooMany(let limit): "has more than \(limit) parameters"
    case .badEncoding(let part): "is not percent-encoded UTF-8 at \"\(part)\""
    case .noName: "has a parameter without a name"
    }
  }
}

extension RPCError {
  /// INVALID_ARGUMENT that lists every violation.
  static func badRequest(_ violations: [StatusDetail.FieldViolation]) -> RPCError {
    let first = violations.first.map { "\($0.field): \($0.description)" } ?? "bad request"
    let more = violations.count > 1 ? " (and \(violations.count - 1) more)" : ""
    return .invalidArgument(first + more, details: [.badRequest(violations)])
  }
}
