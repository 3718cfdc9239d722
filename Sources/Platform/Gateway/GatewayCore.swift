import Identity
import RPC

/// Turns requests into calls and answers into responses; knows neither HTTP/1.1 nor HTTP/2.
struct GatewayCore: Sendable {
  let table: RouteTable
  let transcoder: Transcoder
  let authenticator: Authenticator
  let limits: GatewayLimits
  let cors: CORS?
  let load: Load
  let observe: @Sendable (GatewayRecord) -> Void

  /// A request that may go on to its body.
  struct Admission: Sendable {
    let head: RequestHead
    let path: RequestPath
    let verb: String
    let query: ArraySlice<UInt8>
    let endpoint: RouteTable.Endpoint
    let timeout: Duration
  }

  /// What the head alone says: where the request goes, or why it does not.
  enum Verdict: Sendable {
    case admitted(Admission)
    case answered(GatewayResponse)
  }
}

// MARK: - The head

extension GatewayCore {
  func judge(_ head: RequestHead) throws(HTTPFailure) -> Verdict {
    guard head.target.count <= limits.targetBytesMax else {
      throw .targetTooLong(limit: limits.targetBytesMax)
    }
    if let field = head.malformedField {
      throw .malformed("the header \(field.rawValue) may have visible ASCII alone")
    }
    let (pathBytes, query) = head.parts
    if head.method == "OPTIONS", pathBytes.elementsEqual("*".utf8) {
      return .answered(options(head, allowed: Self.allow(table.trie.allMethods)))
    }
    guard let path = RequestPath(pathBytes) else {
      throw .malformed("the path is not one: it begins with / and is percent-encoded UTF-8")
    }
    switch table.trie.match(method: head.method == "HEAD" ? "GET" : head.method, path: path) {
    case .none:
      throw .noRoute(head.method, pathBytes)
    case .wrongMethod(let allowed):
      let allowed = Self.allow(allowed)
      guard head.method == "OPTIONS" else { throw .wrongMethod(head.method, allowed: allowed) }
      return .answered(options(head, allowed: allowed))
    case .found(let index, let verb):
      let endpoint = table.endpoints[index]
      try checkBody(head, endpoint)
      return .admitted(
        Admission(
          head: head,
          path: path,
          verb: verb,
          query: query,
          endpoint: endpoint,
          timeout: try timeout(head)
        )
      )
    }
  }

  /// `GET` brings `HEAD`, and every path has `OPTIONS`.
  private static func allow(_ methods: [String]) -> String {
    var all = Set(methods).union(["OPTIONS"])
    if all.contains("GET") { all.insert("HEAD") }
    return all.subtracting(["*"]).sorted().joined(separator: ", ")
  }

  private func options(_ head: RequestHead, allowed: String) -> GatewayResponse {
    var response = GatewayResponse(status: 204, headers: [.init("allow", allowed)])
    if let cors, head[.corsMethod] != nil {
      response.headers += cors.preflight(origin: head[.origin], methods: allowed)
    }
    return response
  }

  private func checkBody(
    _ head: RequestHead,
    _ endpoint: RouteTable.Endpoint
  ) throws(HTTPFailure) {
    if let text = head[.contentLength] {
      guard let length = Int(text), length >= 0 else {
        throw .malformed("the content-length is not a number")
      }
      guard length <= limits.bodyBytesMax else { throw .bodyTooLarge(limit: limits.bodyBytesMax) }
    }
    if let coding = head[.contentEncoding], coding.lowercased() != "identity" {
      throw .wrongType("the content-encoding \(coding) is not supported")
    }
    if let expectation = head[.expect], expectation.lowercased() != "100-continue" {
      throw .unknownExpectation(expectation)
    }
    guard case .rpc(let route) = endpoint, route.takesBody else { return }
    if let type = head[.contentType], !MediaType.isJSON(type) {
      throw .wrongType("the content-type \(type) is not application/json in UTF-8")
    }
  }

  private func timeout(_ head: RequestHead) throws(HTTPFailure) -> Duration {
    let most = Duration.seconds(limits.callSeconds)
    guard let text = head[.timeout] else { return most }
    guard let asked = RequestTimeout.parse(text) else {
      throw .malformed("x-request-timeout is a whole number above 0 and ms, s or m, as in 1500ms")
    }
    return min(asked, most)
  }
}

// MARK: - The call

extension GatewayCore {
  func answer(
    _ admission: Admission,
    body: [UInt8],
    requestID: String
  ) async throws(HTTPFailure) -> GatewayResponse {
    switch admission.endpoint {
    case .document(_, let json): return GatewayResponse(status: 200, json: json)
    case .rpc(let route):
      guard load.beginCall(limit: limits.runningCallsMax) else {
        throw .overloaded("the gateway is at its limit of calls")
      }
      defer { load.endCall() }
      return try await call(route, admission, body, requestID)
    }
  }

  private func call(
    _ route: Route,
    _ admission: Admission,
    _ body: [UInt8],
    _ requestID: String
  ) async throws(HTTPFailure) -> GatewayResponse {
    do {
      let (request, options) = try await request(route, admission, body, requestID)
      // HEAD asks what an answer would look like: of a stream that is known without a call.
      guard route.descriptor.kind == .unary else {
        return GatewayResponse(streaming: StreamFormat(accepting: admission.head[.accept]))
      }
      let answer = try await route.upstream.unary(
        route.descriptor,
        bytes: request,
        options: options
      )
      return try respond(route, answer)
    } catch {
      throw Self.failure(error, of: route)
    }
  }

  /// What the service is sent, once the caller may ask for it.
  func request(
    _ route: Route,
    _ admission: Admission,
    _ body: [UInt8],
    _ requestID: String
  ) async throws -> (bytes: [UInt8], CallOptions) {
    let head = admission.head
    let deadline = Deadline.after(admission.timeout)
    _ = try await authenticator.authenticate(
      authorization: head[.authorization],
      path: route.descriptor.path,
      by: deadline
    )
    if !body.isEmpty, route.takesBody, head[.contentType] == nil {
      throw HTTPFailure.wrongType("a body needs the content-type application/json")
    }
    var assembler = RequestAssembler(
      transcoder: transcoder,
      route: route,
      path: admission.path,
      verb: admission.verb,
      query: admission.query,
      parametersMax: limits.queryParametersMax
    )
    let options = CallOptions(
      timeout: deadline.remaining(),
      metadata: ForwardedMetadata.metadata(head, requestID: requestID)
    )
    return (try assembler.wire(body: body), options)
  }

  static func failure(_ error: any Error, of route: Route) -> HTTPFailure {
    error as? HTTPFailure
      ?? HTTPFailure(RPCError(from: error).naming(route.descriptor.service))
  }

  private func respond(
    _ route: Route,
    _ answer: Response<[UInt8]>
  ) throws(RPCError) -> GatewayResponse {
    // The service may choose among the codes of success, such as 201 for what it made.
    let chosen = answer.metadata["x-http-status"].flatMap { Int($0) }
    let status = chosen.flatMap { (200...299).contains($0) ? $0 : nil } ?? StatusCode.ok.httpStatus
    return GatewayResponse(
      status: status,
      json: try transcoder.json(wire: answer.message, of: route)
    )
  }
}

extension RPCError {
  /// An UNAVAILABLE that says which service it is about.
  fileprivate func naming(_ service: String) -> RPCError {
    guard code == .unavailable, !message.contains(service) else { return self }
    var named = self
    named.message = "\(service) is unavailable: \(message)"
    return named
  }
}
