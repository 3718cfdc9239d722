import Foundation
import TestPrograms

/// A REST client of the gateway: curl, in the name of one user.
struct RESTClient: Sendable {
  let base: String
  var token: String?
  var language: String?
  /// `--http2-prior-knowledge` for HTTP/2 in clear, nothing for HTTP/1.1.
  var flags: [String] = []

  /// What the system takes as one argument of a program, with a margin.
  private static let argumentBytesMax = 65_536

  struct Answer: Sendable {
    let status: Int
    let headers: [String: String]
    let body: JSON
  }

  func get(_ path: String) async throws -> Answer {
    try await send("GET", path, nil, [:])
  }

  func post(
    _ path: String,
    _ body: JSON = [:],
    headers: [String: String] = [:]
  ) async throws -> Answer {
    try await send("POST", path, body.text, headers)
  }

  func put(_ path: String, _ body: JSON = [:]) async throws -> Answer {
    try await send("PUT", path, body.text, [:])
  }

  func send(
    _ method: String,
    _ path: String,
    _ body: String?,
    _ headers: [String: String]
  ) async throws -> Answer {
    var arguments =
      ["--silent", "--show-error", "--max-time", "30", "--dump-header", "-", "-X", method] + flags
    var headers = headers
    if let token { headers["authorization"] = headers["authorization"] ?? "Bearer \(token)" }
    if let language { headers["accept-language"] = language }
    if body != nil { headers["content-type"] = headers["content-type"] ?? "application/json" }
    // No pause between the head and the body of a large request.
    headers["expect"] = ""
    for (name, value) in headers { arguments += ["-H", "\(name): \(value)"] }
    var file: URL?
    defer { if let file { try? FileManager.default.removeItem(at: file) } }
    if let body {
      if body.utf8.count > Self.argumentBytesMax {
        let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try Data(body.utf8).write(to: url)
        file = url
        arguments += ["--data-binary", "@\(url.path())"]
      } else {
        arguments += ["--data-binary", body]
      }
    }
    let text = try await Program.output("/usr/bin/curl", arguments + [base + path])
    return try Self.parse(text)
  }

  private static func parse(_ text: String) throws -> Answer {
    let text = text.replacing("\r\n", with: "\n")
    guard let end = text.range(of: "\n\n") else {
      throw Program.Failure(description: "no head: \(text)")
    }
    let lines = text[..<end.lowerBound].split(separator: "\n")
    let status = lines.first?.split(separator: " ").dropFirst().first.flatMap { Int($0) }
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":") else { continue }
      headers[line[..<colon].lowercased()] = line[line.index(after: colon)...]
        .trimmingCharacters(in: .whitespaces)
    }
    let body = String(text[end.upperBound...])
    return Answer(
      status: status ?? 0,
      headers: headers,
      body: body.isEmpty ? .null : try JSON(parsing: body)
    )
  }
}

/// A JSON value that tests build as literals and look into by name.
enum JSON: Codable, Equatable, Sendable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSON])
  case object([String: JSON])

  init(parsing text: String) throws {
    self = try JSONDecoder().decode(JSON.self, from: Data(text.utf8))
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([JSON].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: JSON].self))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .bool(let value): try container.encode(value)
    case .number(let value): try container.encode(value)
    case .string(let value): try container.encode(value)
    case .array(let value): try container.encode(value)
    case .object(let value): try container.encode(value)
    }
  }

  var text: String {
    // Every case above can be encoded.
    (try? JSONEncoder().encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "null"
  }

  subscript(name: String) -> JSON {
    if case .object(let fields) = self { fields[name] ?? .null } else { .null }
  }

  subscript(index: Int) -> JSON {
    if case .array(let values) = self, values.indices.contains(index) {
      values[index]
    } else {
      .null
    }
  }

  var array: [JSON] { if case .array(let values) = self { values } else { [] } }
  var string: String? { if case .string(let text) = self { text } else { nil } }
  var int: Int? {
    switch self {
    case .number(let value): Int(exactly: value)
    case .string(let text): Int(text)
    default: nil
    }
  }
  var double: Double? { if case .number(let value) = self { value } else { nil } }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByBooleanLiteral
{
  init(stringLiteral value: String) { self = .string(value) }
  init(integerLiteral value: Int) { self = .number(Double(value)) }
  init(booleanLiteral value: Bool) { self = .bool(value) }
  init(arrayLiteral elements: JSON...) { self = .array(elements) }
  init(dictionaryLiteral elements: (String, JSON)...) {
    self = .object(Dictionary(elements) { $1 })
  }
}
