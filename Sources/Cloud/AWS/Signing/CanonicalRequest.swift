import Crypto

/// A request in the one form that client and service both derive, and sign.
///
///     POST
///     /path, every segment encoded once more
///     query, sorted
///     header:value, sorted by name
///
///     names;of;the;headers
///     hash of the body
struct CanonicalRequest: Sendable {
  let text: String
  let signedHeaders: String

  init(_ request: AWSRequest, headers: [AWSRequest.Field]) {
    let headers = Self.merged(headers)
    signedHeaders = headers.map(\.name).joined(separator: ";")
    var text = "\(request.method)\n\(Self.path(request.path))\n\(Self.query(request.query))\n"
    for header in headers { text += "\(header.name):\(header.value)\n" }
    text += "\n\(signedHeaders)\n\(Hexadecimal.encode(SHA256.hash(data: request.body)))"
    self.text = text
  }

  /// The path without empty and dot segments (RFC 3986 §5.2.4), each segment encoded.
  private static func path(_ path: String) -> String {
    let slash = UInt8(ascii: "/")
    var segments: [Substring] = []
    // By bytes: a mark behind a slash makes one character with it.
    for segment in path.utf8.split(separator: slash).map(Substring.init) {
      switch segment {
      case ".": continue
      case "..": _ = segments.popLast()
      default: segments.append(segment)
      }
    }
    let end = path.utf8.last == slash && !segments.isEmpty ? "/" : ""
    return "/" + URIEncoding.encodePath(segments.joined(separator: "/")) + end
  }

  private static func query(_ query: [AWSRequest.Field]) -> String {
    query.map { (URIEncoding.encode($0.name), URIEncoding.encode($0.value)) }
      .sorted { $0.0 == $1.0 ? $0.1 < $1.1 : $0.0 < $1.0 }
      .map { "\($0.0)=\($0.1)" }
      .joined(separator: "&")
  }

  /// Lower-case names in order; the values of one name joined, runs of spaces made one.
  private static func merged(_ headers: [AWSRequest.Field]) -> [AWSRequest.Field] {
    var values: [String: [String]] = [:]
    for header in headers {
      let value = header.value.split(separator: " ").joined(separator: " ")
      values[header.name.lowercased(), default: []].append(value)
    }
    return values.sorted { $0.key < $1.key }
      .map { AWSRequest.Field($0.key, $0.value.joined(separator: ",")) }
  }
}
