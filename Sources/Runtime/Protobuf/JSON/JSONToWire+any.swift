/// `google.protobuf.Any`: `{"@type": "type.googleapis.com/x.Y", ...}`.
extension JSONToWire {
  /// The type may stand anywhere among the members, so it is looked for before they are read.
  mutating func any() throws(JSONError) {
    guard lexer.peek() == UInt8(ascii: "{") else { throw mustBe("an object") }
    let start = lexer.position
    guard let url = try typeURL(start) else { return }
    guard let schema = transcoder.type(at: url) else {
      path.push(.field("@type"))
      throw path.error("must name a known type")
    }
    lexer.position = start
    output.appendField(1, url.utf8)
    try nested(2) { reader throws(JSONError) in
      if schema.wellKnownType == nil {
        try reader.members(of: schema, skipping: "@type")
      } else {
        try reader.valueMember(schema)
      }
    }
  }

  /// The `@type` of the object at `start`; nil for an empty object, which is an empty Any.
  ///
  /// Where it does not come first the whole object is surveyed, once for all objects inside it.
  private mutating func typeURL(_ start: Int) throws(JSONError) -> String? {
    lexer.position += 1
    if lexer.take(UInt8(ascii: "}")) { return nil }
    let first = try lex { lexer throws(JSONFault) in try lexer.string() }
    try lex { lexer throws(JSONFault) in try lexer.expect(UInt8(ascii: ":")) }
    if first.isExactly("@type") { return try string("a type URL") }
    if start >= surveyedEnd {
      lexer.position = start
      try skipValue()
      surveyedEnd = lexer.position
    }
    guard let position = lexer.typePositions[start] else {
      throw path.error("must have a member @type")
    }
    lexer.position = position
    return try string("a type URL")
  }

  /// The member `value` of an Any that holds a type with a JSON form of its own.
  private mutating func valueMember(_ schema: MessageSchema) throws(JSONError) {
    guard lexer.take(UInt8(ascii: "{")) else { throw mustBe("an object") }
    var (isTypeSeen, isValueSeen) = (false, false)
    repeat {
      let name = try lex { lexer throws(JSONFault) in try lexer.string() }
      path.push(.field(name))
      try lex { lexer throws(JSONFault) in try lexer.expect(UInt8(ascii: ":")) }
      if name.isExactly("@type") {
        guard !isTypeSeen else { throw path.error("is given twice") }
        isTypeSeen = true
        _ = try string("a type URL")
      } else if name.isExactly("value") {
        guard !isValueSeen else { throw path.error("is given twice") }
        isValueSeen = true
        try message(schema)
      } else {
        throw path.error("is not a field of \(schema.fullName)")
      }
      path.pop()
    } while lexer.take(UInt8(ascii: ","))
    try lex { lexer throws(JSONFault) in try lexer.expect(UInt8(ascii: "}")) }
    guard isValueSeen else { throw path.error("must have a member value") }
  }
}
