import Protobuf
import RPC

/// Between the JSON of a client and the bytes of a call, by the contract's descriptors alone.
struct Transcoder: Sendable {
  private let requests: JSONTranscoder
  private let answers: JSONTranscoder

  init(_ registry: SchemaRegistry) {
    requests = JSONTranscoder(registry)
    // A client sees every field, also one that holds its default.
    answers = JSONTranscoder(registry, options: JSONTranscoder.Options(emitsDefaults: true))
  }

  /// Wire bytes of a message; an error is INVALID_ARGUMENT and names the field and the rule.
  func wire(json: [UInt8], _ message: MessageSchema) throws(RPCError) -> [UInt8] {
    do throws(JSONError) {
      return try requests.wire(from: json, as: message)
    } catch {
      throw Self.refusal(error)
    }
  }

  /// Wire bytes of a message whose one field is what the JSON says.
  func wire(
    json: [UInt8],
    field: FieldSchema,
    of message: MessageSchema
  ) throws(RPCError) -> [UInt8] {
    do throws(JSONError) {
      return try requests.wire(from: json, field: field.name, of: message)
    } catch {
      throw Self.refusal(error)
    }
  }

  /// The value of a path variable or a query parameter, which is text without quotes.
  func wire(
    text: String,
    _ field: FieldPath,
    of message: MessageSchema
  ) throws(FieldPath.Failure) -> [UInt8] {
    do throws(JSONError) {
      return try requests.wire(fromText: text, path: field.name, of: message)
    } catch {
      throw FieldPath.Failure(error.rule)
    }
  }

  /// The JSON of an answer.
  func json(wire: [UInt8], of route: Route) throws(RPCError) -> [UInt8] {
    do throws(JSONError) {
      guard let field = route.responseField else {
        return try answers.json(from: wire, as: route.method.output)
      }
      return try answers.json(from: wire, field: field.name, of: route.method.output)
    } catch {
      throw .internal(
        "\(route.method.path) answered what is no \(route.method.output.name)",
        cause: error
      )
    }
  }

  private static func refusal(_ error: JSONError) -> RPCError {
    guard !error.path.isEmpty else { return .invalidArgument("the body \(error.rule)") }
    return .badRequest([.init(field: error.path, description: error.rule)])
  }
}
