/// A request before it is signed.
///
///     AWSRequest(
///       path: "/model/\(URIEncoding.encode(model))/invoke",
///       headers: [.init("content-type", "application/json")],
///       body: bytes
///     )
package struct AWSRequest: Sendable {
  package struct Field: Sendable, Equatable {
    package let name: String
    package let value: String

    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  package var method: String
  /// As it is written on the wire: encoded, from the first slash.
  package var path: String
  /// Not encoded.
  package var query: [Field]
  package var headers: [Field]
  package var body: [UInt8]

  package init(
    method: String = "POST",
    path: String = "/",
    query: [Field] = [],
    headers: [Field] = [],
    body: [UInt8] = []
  ) {
    self.method = method
    self.path = path
    self.query = query
    self.headers = headers
    self.body = body
  }

  /// Path and query as the request line has them.
  var target: String {
    if query.isEmpty { return path }
    return path + "?"
      + query.map { "\(URIEncoding.encode($0.name))=\(URIEncoding.encode($0.value))" }
      .joined(separator: "&")
  }
}

/// What a service answered, with a status of success when a caller sees it.
package struct AWSResponse: Sendable {
  package let status: Int
  package let headers: [AWSRequest.Field]
  package let body: [UInt8]

  package init(status: Int, headers: [AWSRequest.Field] = [], body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// The first header of that name, which is given in lower case.
  package subscript(header name: String) -> String? {
    headers.first { $0.name.lowercased() == name }?.value
  }
}
