import Protobuf

/// What holds for every input there is, taken as wire bytes and as JSON text: for a fuzzer, and for
/// the seeds that one has left.
package enum RoundTrip {
  /// The rule that `input` breaks; nil when all of them hold.
  package static func broken(by input: [UInt8]) -> String? {
    do {
      try checkWire(input)
      try checkJSON(input)
      return nil
    } catch {
      return error.rule
    }
  }

  private struct Broken: Error {
    let rule: String

    init(_ rule: String) { self.rule = rule }
  }

  private static let strict = JSONTranscoder(ConformanceSchema.registry)
  private static let lenient = JSONTranscoder(
    ConformanceSchema.registry,
    options: JSONTranscoder.Options(ignoresUnknownFields: true)
  )
  private static let schema = TestAllTypesProto3.schema

  private static func checkWire(_ input: [UInt8]) throws(Broken) {
    guard let message = try? TestAllTypesProto3(decoding: input) else { return }
    let encoded = message.encoded()
    guard let again = try? TestAllTypesProto3(decoding: encoded) else {
      throw Broken("what is encoded decodes")
    }
    guard again.encoded() == encoded else { throw Broken("what is encoded stays as it is") }
    let ofType = try? strict.json(from: encoded, as: schema)
    let ofInput = try? strict.json(from: input, as: schema)
    guard (ofType == nil) == (ofInput == nil) else {
      throw Broken("JSON is written of the message and of its bytes, or of neither")
    }
    guard let ofType, let ofInput else { return }
    // Maps may stand in another order, so the texts are compared by what they say.
    guard try canonical(ofType) == canonical(ofInput) else {
      throw Broken("JSON of the message says what JSON of its bytes says")
    }
  }

  /// The canonical bytes of what JSON of our own says.
  private static func canonical(_ json: [UInt8]) throws(Broken) -> [UInt8] {
    guard let wire = try? strict.wire(from: json, as: schema) else {
      throw Broken("JSON that is written is read")
    }
    guard let message = try? TestAllTypesProto3(decoding: wire) else {
      throw Broken("what is read from JSON decodes")
    }
    return message.encoded()
  }

  private static func checkJSON(_ input: [UInt8]) throws(Broken) {
    guard let wire = try? strict.wire(from: input, as: schema) else { return }
    guard (try? lenient.wire(from: input, as: schema)) == wire else {
      throw Broken("ignoring unknown members changes nothing where there are none")
    }
    guard let json = try? strict.json(from: wire, as: schema) else {
      throw Broken("what is read from JSON is written as JSON")
    }
    guard let text = try? TestAllTypesProto3(decoding: wire).json(),
      try canonical(text) == canonical(json)
    else { throw Broken("what is read from JSON is a message that says the same") }
  }
}
