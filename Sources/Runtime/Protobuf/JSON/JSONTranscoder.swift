/// Turns proto3 JSON into wire bytes and back by schema, without generated types.
package struct JSONTranscoder: Sendable {
  package struct Options: Sendable {
    /// Skips members that are no fields instead of refusing them.
    package var ignoresUnknownFields = false
    /// Writes fields without presence even when they hold their default.
    package var emitsDefaults = false
    /// Writes names as declared (`recipe_id`) instead of `recipeId`.
    package var usesDeclaredNames = false
    /// Messages inside each other; as deep as the binary decoder goes.
    package var depthMax = 100
    /// Bytes of JSON text taken in: as long as the longest message.
    package var bytesMax = 4 << 20

    package init(
      ignoresUnknownFields: Bool = false,
      emitsDefaults: Bool = false,
      usesDeclaredNames: Bool = false
    ) {
      self.ignoresUnknownFields = ignoresUnknownFields
      self.emitsDefaults = emitsDefaults
      self.usesDeclaredNames = usesDeclaredNames
    }
  }

  /// Where the types inside `google.protobuf.Any` are found.
  package let registry: SchemaRegistry
  package let options: Options

  package init(_ registry: SchemaRegistry, options: Options = Options()) {
    self.registry = registry
    self.options = options
  }

  /// The type that an Any's URL names: one of ours, or one that everybody knows.
  func type(at url: String) -> MessageSchema? {
    guard let slash = url.utf8.lastIndex(of: UInt8(ascii: "/")) else { return nil }
    let name = String(url[url.utf8.index(after: slash)...])
    return registry.message(name) ?? StandardSchema.registry.message(name)
  }

  /// Wire bytes of the message that `json` describes.
  package func wire(
    from json: [UInt8],
    as schema: MessageSchema
  ) throws(JSONError) -> [UInt8] {
    var reader = try JSONToWire(json, self)
    try reader.message(schema)
    return try reader.finish()
  }

  /// Wire bytes of a message whose one field `field` holds the value `json`.
  ///
  /// Wire bytes of a message may be appended to each other: the parts merge.
  package func wire(
    from json: [UInt8],
    field: String,
    of schema: MessageSchema
  ) throws(JSONError) -> [UInt8] {
    guard let declared = schema.field(named: field) else {
      throw JSONError(path: field, rule: "is not a field of \(schema.fullName)")
    }
    var reader = try JSONToWire(json, self)
    reader.path.push(.field(field))
    try reader.field(declared)
    return try reader.finish()
  }

  /// Wire bytes of a message whose field at `path` holds what `text` says outside of JSON.
  ///
  /// For path variables and query parameters: `path` is `recipe_id` or `page.size`; a repeated field
  /// takes one element a call.
  package func wire(
    fromText text: String,
    path: String,
    of schema: MessageSchema
  ) throws(JSONError) -> [UInt8] {
    try TextToWire(transcoder: self, path: path).wire(text, schema)
  }

  /// JSON text of a message.
  package func json(
    from wire: [UInt8],
    as schema: MessageSchema
  ) throws(JSONError) -> [UInt8] {
    var writer = WireToJSON(wire, self)
    try writer.message(schema, Pieces(0..<wire.count))
    return writer.output
  }

  /// JSON text of one field of a message; its default where it is absent.
  package func json(
    from wire: [UInt8],
    field: String,
    of schema: MessageSchema
  ) throws(JSONError) -> [UInt8] {
    guard let declared = schema.field(named: field) else {
      throw JSONError(path: field, rule: "is not a field of \(schema.fullName)")
    }
    var writer = WireToJSON(wire, self)
    try writer.alone(declared, of: schema, 0..<wire.count)
    return writer.output
  }
}

extension Message {
  /// Reads proto3 JSON.
  package init(
    json: [UInt8],
    options: JSONTranscoder.Options = JSONTranscoder.Options()
  ) throws(JSONError) {
    let transcoder = JSONTranscoder(Self.codec.registry, options: options)
    let wire = try transcoder.wire(from: json, as: Self.schema)
    do throws(DecodeError) {
      self = try Self(decoding: wire)
    } catch {
      throw JSONError(path: "", rule: error.description)
    }
  }

  /// Reads proto3 JSON.
  package init(json: String) throws(JSONError) { try self.init(json: Array(json.utf8)) }

  /// Writes proto3 JSON.
  package func json(
    options: JSONTranscoder.Options = JSONTranscoder.Options()
  ) throws(JSONError) -> [UInt8] {
    try JSONTranscoder(Self.codec.registry, options: options)
      .json(from: encoded(), as: Self.schema)
  }
}
