import Foundation
import Protobuf

/// What goes over HTTP for one request.
struct HTTPMessage: Sendable, Equatable {
  let method: String
  /// Path and query.
  let uri: String
  /// JSON; nil for no body.
  let body: String?
}

/// Spreads a request over path, query and body as its `google.api.http` rule says.
struct RESTRule: Sendable {
  private enum Piece: Sendable {
    case literal(String)
    case variable(FieldSchema)
  }

  private let method: String
  private let pieces: [Piece]
  private let body: String
  private let input: MessageSchema
  private let transcoder: JSONTranscoder

  init(_ rule: HTTPRule, input: MessageSchema, registry: SchemaRegistry) throws(UsageError) {
    method = rule.method ?? "GET"
    body = rule.body
    self.input = input
    transcoder = JSONTranscoder(registry, options: .init(usesDeclaredNames: true))
    var pieces: [Piece] = []
    var rest = rule.path[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      pieces.append(.literal(String(rest[..<open])))
      let name = rest[rest.index(after: open)..<close].prefix { $0 != "=" }
      guard let field = input.field(named: String(name)) else {
        throw UsageError("\(rule.title): \(name) lies deeper than paths are filled")
      }
      pieces.append(.variable(field))
      rest = rest[rest.index(after: close)...]
    }
    pieces.append(.literal(String(rest)))
    self.pieces = pieces
  }

  /// The HTTP form of a request given as wire bytes.
  func message(_ wire: [UInt8]) throws(JSONError) -> HTTPMessage {
    var remaining = try fields(in: wire)
    var uri = ""
    for piece in pieces {
      switch piece {
      case .literal(let text): uri += text
      case .variable(let field):
        guard remaining.remove(field.number) != nil,
          let value = try values(of: field, wire).first
        else { throw JSONError(path: field.name, rule: "must be there for the path") }
        uri += Self.encoded(value)
      }
    }
    let body = try takeBody(&remaining, wire)
    var parameters: [String] = []
    for field in input.fields where remaining.contains(field.number) {
      for value in try values(of: field, wire) {
        parameters.append("\(field.name)=\(Self.encoded(value))")
      }
    }
    if !parameters.isEmpty { uri += "?" + parameters.joined(separator: "&") }
    return HTTPMessage(method: method, uri: uri, body: body)
  }

  /// Numbers of the fields that are there.
  private func fields(in wire: [UInt8]) throws(JSONError) -> Set<Int> {
    var reader = WireReader(wire)
    var numbers: Set<Int> = []
    do throws(DecodeError.Rule) {
      while let field = try reader.next() { numbers.insert(field.number) }
    } catch {
      throw JSONError(path: "", rule: error.rawValue)
    }
    return numbers
  }

  private func takeBody(
    _ remaining: inout Set<Int>,
    _ wire: [UInt8]
  ) throws(JSONError) -> String? {
    guard !body.isEmpty else { return nil }
    guard body == "*" else {
      if let field = input.field(named: body) { remaining.remove(field.number) }
      return try json(of: body, wire)
    }
    var members: [String] = []
    for field in input.fields where remaining.contains(field.number) {
      members.append("\"\(field.name)\":\(try json(of: field.name, wire))")
    }
    remaining = []
    return "{\(members.joined(separator: ","))}"
  }

  private func json(of field: String, _ wire: [UInt8]) throws(JSONError) -> String {
    String(decoding: try transcoder.json(from: wire, field: field, of: input), as: UTF8.self)
  }

  /// The text of a single value, or of each element of a list.
  private func values(of field: FieldSchema, _ wire: [UInt8]) throws(JSONError) -> [String] {
    let json = Data(try transcoder.json(from: wire, field: field.name, of: input))
    do {
      let decoder = JSONDecoder()
      return field.isRepeated
        ? try decoder.decode([PlainValue].self, from: json).map(\.text)
        : [try decoder.decode(PlainValue.self, from: json).text]
    } catch {
      throw JSONError(path: field.name, rule: "has no form in a path or query")
    }
  }

  // RFC 3986 §2.3: what needs no encoding anywhere.
  private static let unreserved = CharacterSet(
    charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"
  )

  private static func encoded(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: unreserved) ?? text
  }
}

/// A JSON value that can stand in a path or query.
private struct PlainValue: Decodable {
  let text: String

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if let text = try? value.decode(String.self) {
      self.text = text
    } else if let flag = try? value.decode(Bool.self) {
      text = String(flag)
    } else if let number = try? value.decode(Int64.self) {
      text = String(number)
    } else {
      text = String(try value.decode(Double.self))
    }
  }
}
