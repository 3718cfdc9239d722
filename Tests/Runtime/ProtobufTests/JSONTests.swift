import Protobuf
import Testing

@Suite("JSON")
struct JSONTests {
  static let transcoder = JSONTranscoder(TestSchema.registry)

  struct Accepted: Sendable, CustomTestStringConvertible {
    let json: String
    /// What our writer makes of it; the same text where nil.
    let written: String?

    init(_ json: String, _ written: String? = nil) {
      self.json = json
      self.written = written
    }

    var testDescription: String { json }
  }

  static let accepted = [
    Accepted("{}"),
    Accepted(" { \"int32Value\" : 1 } ", #"{"int32Value":1}"#),
    Accepted(#"{"int32_value":1}"#, #"{"int32Value":1}"#),
    Accepted(#"{"int32Value":"-7"}"#, #"{"int32Value":-7}"#),
    Accepted(#"{"int32Value":1e2}"#, #"{"int32Value":100}"#),
    Accepted(#"{"int32Value":2147483647.0}"#, #"{"int32Value":2147483647}"#),
    Accepted(#"{"int64Value":9223372036854775807}"#, #"{"int64Value":"9223372036854775807"}"#),
    Accepted(#"{"uint64Value":"18446744073709551615"}"#),
    Accepted(#"{"doubleValue":"NaN"}"#),
    Accepted(#"{"doubleValue":"-Infinity"}"#),
    Accepted(#"{"doubleValue":-0.0}"#, #"{"doubleValue":-0}"#),
    Accepted(#"{"doubleValue":"1.5"}"#, #"{"doubleValue":1.5}"#),
    Accepted(#"{"floatValue":0.1}"#),
    Accepted(#"{"boolValue":true}"#),
    Accepted(#"{"boolValue":false}"#, "{}"),
    Accepted(#"{"stringValue":"a\u0000\ud83c\udf5c\/\n"}"#, "{\"stringValue\":\"a\\u0000🍜/\\n\"}"),
    Accepted(#"{"stringValue":"cà chua"}"#),
    Accepted(#"{"bytesValue":"-_8"}"#, #"{"bytesValue":"+/8="}"#),
    Accepted(#"{"mood":"MOOD_SAD"}"#),
    Accepted(#"{"mood":-2}"#, #"{"mood":"MOOD_SAD"}"#),
    Accepted(#"{"mood":"MOOD_HAPPY"}"#, #"{"mood":"MOOD_GLAD"}"#),
    Accepted(#"{"mood":42}"#),
    Accepted(#"{"maybeInt32":0,"maybeString":""}"#),
    Accepted(#"{"int32Value":null,"strings":null,"part":null,"text":null}"#, "{}"),
    Accepted(#"{"part":{}}"#),
    Accepted(#"{"strings":[],"parts":[{},{"name":"x"}]}"#, #"{"parts":[{},{"name":"x"}]}"#),
    Accepted(#"{"number":"0"}"#),
    Accepted(#"{"text":null,"flag":false}"#, #"{"flag":false}"#),
    Accepted(#"{"partByInt32":{"-5":{"name":"x"}}}"#),
    Accepted(#"{"bytesByBool":{"true":"YQ=="}}"#),
    Accepted(#"{"timestamp":"1970-01-01T00:00:00Z"}"#),
    Accepted(
      #"{"timestamp":"2024-02-29T12:30:00.5+07:00"}"#,
      #"{"timestamp":"2024-02-29T05:30:00.500Z"}"#
    ),
    Accepted(#"{"timestamp":"0001-01-01T00:00:00Z"}"#),
    Accepted(#"{"timestamp":"9999-12-31T23:59:59.999999999Z"}"#),
    Accepted(#"{"duration":"-1.5s"}"#, #"{"duration":"-1.500s"}"#),
    Accepted(#"{"duration":"0s"}"#),
    Accepted(#"{"fieldMask":"displayName,a.bC"}"#),
    Accepted(#"{"fieldMask":""}"#),
    Accepted(#"{"object":{"a":[1,"x",null,true,{"b":{}}]}}"#),
    Accepted(#"{"value":null}"#),
    Accepted(#"{"list":[[],{}]}"#),
    Accepted(
      #"{"int64Wrapper":"5","boolWrapper":false,"stringWrapper":""}"#,
      #"{"int64Wrapper":"5","stringWrapper":"","boolWrapper":false}"#
    ),
    Accepted(#"{"int64Wrapper":null}"#, "{}"),
    Accepted(
      #"{"any":{"name":"x","@type":"type.googleapis.com/test.Part"}}"#,
      #"{"any":{"@type":"type.googleapis.com/test.Part","name":"x"}}"#
    ),
    Accepted(#"{"any":{"@type":"type.googleapis.com/google.protobuf.Duration","value":"3s"}}"#),
    Accepted(#"{"any":{}}"#),
    Accepted(#"{"empty":{}}"#),
    Accepted(
      #"{"camelCase":"x","default":3,"self":"y"}"#,
      #"{"default":3,"self":"y","camelCase":"x"}"#
    ),
  ]

  @Test("is taken as proto3 JSON says", arguments: accepted)
  func accepts(_ example: Accepted) throws {
    let wire = try Self.transcoder.wire(from: Array(example.json.utf8), as: Everything.schema)
    _ = try Everything(decoding: wire)
    let json = try Self.transcoder.json(from: wire, as: Everything.schema)
    #expect(String(decoding: json, as: UTF8.self) == example.written ?? example.json)
  }

  struct Refused: Sendable, CustomTestStringConvertible {
    let json: String
    let error: String

    init(_ json: String, _ error: String) {
      self.json = json
      self.error = error
    }

    var testDescription: String { json }
  }

  static let refused = [
    Refused("", "is not JSON: the text ends too early"),
    Refused("nonsense", "must be an object"),
    Refused("<x/>", "is not JSON: unexpected character at byte 0"),
    Refused("[]", "must be an object"),
    Refused("{} {}", "is not JSON: unexpected character at byte 3"),
    Refused("{", "is not JSON: the text ends too early"),
    Refused(#"{"int32Value"#, "is not JSON: the text ends too early"),
    Refused(#"{"int32Value":1,"#, "is not JSON: the text ends too early"),
    Refused(#"{"stringByString":{"#, "stringByString: is not JSON: the text ends too early"),
    Refused(#"{"object":{"a":[1,"#, "object.a[1]: is not JSON: the text ends too early"),
    Refused(#"{"any":{"#, "any: is not JSON: the text ends too early"),
    Refused(#"{"int32Value":1,}"#, "is not JSON: unexpected character at byte 16"),
    Refused(#"{"int32Value" 1}"#, "int32Value: is not JSON: unexpected character at byte 14"),
    Refused(#"{'int32Value':1}"#, "is not JSON: unexpected character at byte 1"),
    Refused(#"{"nope":1}"#, "nope: is not a field of test.Everything"),
    Refused(#"{"parts":[{},{"nope":1}]}"#, "parts[1].nope: is not a field of test.Part"),
    Refused(#"{"int32Value":1,"int32_value":2}"#, "int32_value: is given twice"),
    Refused(#"{"int32Value":null,"int32Value":2}"#, "int32Value: is given twice"),
    Refused(#"{"text":"a","flag":true}"#, "flag: must not be given beside another field of choice"),
    Refused(#"{"int32Value":"a"}"#, "int32Value: must be a number"),
    Refused(#"{"int32Value":true}"#, "int32Value: must be a number"),
    Refused(#"{"int32Value":1.5}"#, "int32Value: must be a whole number"),
    Refused(#"{"int32Value":01}"#, "int32Value: must be a number"),
    Refused(#"{"int32Value":+1}"#, "int32Value: is not JSON: unexpected character at byte 14"),
    Refused(#"{"int32Value":" 1"}"#, "int32Value: must be a number"),
    Refused(
      #"{"int32Value":2147483648}"#,
      "int32Value: must be between -2147483648 and 2147483647"
    ),
    Refused(#"{"uint32Value":-1}"#, "uint32Value: must be between 0 and 4294967295"),
    Refused(#"{"int32s":[1,"x"]}"#, "int32s[1]: must be a number"),
    Refused(#"{"int32s":1}"#, "int32s: must be an array"),
    Refused(#"{"int32s":[null]}"#, "int32s[0]: must not be null"),
    Refused(#"{"floatValue":3.502823e+38}"#, "floatValue: is out of range"),
    Refused(#"{"doubleValue":1e999}"#, "doubleValue: is out of range"),
    Refused(#"{"doubleValue":NaN}"#, "doubleValue: is not JSON: unexpected character at byte 15"),
    Refused(#"{"boolValue":"true"}"#, "boolValue: must be true or false"),
    Refused(#"{"boolValue":1}"#, "boolValue: must be true or false"),
    Refused(#"{"stringValue":1}"#, "stringValue: must be a string"),
    Refused(#"{"stringValue":"\ud83c"}"#, "stringValue: must not hold half a surrogate pair"),
    Refused("{\"stringValue\":\"\n\"}", "stringValue: must not hold unescaped control characters"),
    Refused(#"{"bytesValue":"*"}"#, "bytesValue: must be base64"),
    Refused(
      #"{"mood":"GLAD"}"#,
      "mood: must be one of MOOD_GLAD, MOOD_HAPPY, MOOD_SAD"
    ),
    Refused(#"{"mood":true}"#, "mood: must be a name"),
    Refused(#"{"part":[]}"#, "part: must be an object"),
    Refused(
      #"{"part":{"own":{"level":"X"}}}"#,
      "part.own.level: must be one of LEVEL_1, LEVEL_HIGH"
    ),
    Refused(#"{"stringByString":{"a":"b","a":"c"}}"#, "stringByString[\"a\"]: is given twice"),
    Refused(#"{"stringByString":{"a":null}}"#, "stringByString[\"a\"]: must not be null"),
    Refused(#"{"partByInt32":{"x":{}}}"#, "partByInt32[\"x\"]: must be a number"),
    Refused(#"{"bytesByBool":{"yes":""}}"#, "bytesByBool[\"yes\"]: must be true or false"),
    Refused(
      #"{"timestamp":"2024-02-30T00:00:00Z"}"#,
      "timestamp: must be a time like 2024-05-01T10:00:00Z"
    ),
    Refused(
      #"{"timestamp":"2024-02-03 00:00:00Z"}"#,
      "timestamp: must be a time like 2024-05-01T10:00:00Z"
    ),
    Refused(
      #"{"timestamp":"0001-01-01T00:00:00+01:00"}"#,
      "timestamp: must be a time like 2024-05-01T10:00:00Z"
    ),
    Refused(#"{"duration":"1"}"#, "duration: must be a duration like 1.5s"),
    Refused(#"{"duration":"315576000001s"}"#, "duration: must be a duration like 1.5s"),
    Refused(
      #"{"fieldMask":"a_b"}"#,
      "fieldMask: must be field paths like displayName,address.city"
    ),
    Refused(#"{"any":{"name":"x"}}"#, "any: must have a member @type"),
    Refused(
      #"{"any":{"@type":"type.googleapis.com/no.Such"}}"#,
      "any.@type: must name a known type"
    ),
    Refused(
      #"{"any":{"@type":"type.googleapis.com/test.Part","nope":1}}"#,
      "any.nope: is not a field of test.Part"
    ),
  ]

  @Test("is refused with the field and the rule", arguments: refused)
  func refuses(_ example: Refused) {
    let error = #expect(throws: JSONError.self) {
      try Self.transcoder.wire(from: Array(example.json.utf8), as: Everything.schema)
    }
    #expect(error?.description == example.error)
  }

  @Test("nested too deep is refused before the stack ends")
  func depth() {
    for text in [#"{"child":"#, #"{"value":["#, #"{"nope":["#] {
      let json = String(repeating: text, count: 1) + String(repeating: "[", count: 100_000)
      #expect(throws: JSONError.self) {
        try Self.transcoder.wire(from: Array(json.utf8), as: Everything.schema)
      }
    }
    let objects = String(repeating: #"{"child":"#, count: 100_000)
    let error = #expect(throws: JSONError.self) {
      try Self.transcoder.wire(from: Array(objects.utf8), as: Everything.schema)
    }
    #expect(error?.rule == "is nested too deep")
  }

  /// Texts whose comparison by Unicode's rules would take minutes.
  @Test("hostile texts are compared in time that grows with their length", .timeLimit(.minutes(1)))
  func hostileTexts() throws {
    let marks =
      String(repeating: "\u{301}", count: 1 << 18) + String(repeating: "\u{323}", count: 1 << 18)
    let texts = [
      #"{"x\#(marks)":1}"#, #"{"object":{"x\#(marks)":1,"y\#(marks)":2,"x\#(marks)":3}}"#,
      #"{"stringByString":{"x\#(marks)":"1","x\#(marks)":"2"}}"#,
      #"{"doubleValue":"x\#(marks)"}"#, #"{"any":{"@type":"a/x\#(marks)"}}"#,
      #"{"any":{"x\#(marks)":1}}"#,
    ]
    for text in texts {
      #expect(throws: JSONError.self) {
        try Self.transcoder.wire(from: Array(text.utf8), as: Everything.schema)
      }
    }
  }

  @Test("longer than the limit is refused")
  func length() {
    var options = JSONTranscoder.Options()
    options.bytesMax = 10
    let error = #expect(throws: JSONError.self) {
      try Everything(json: Array(#"{"int32Value":1}"#.utf8), options: options)
    }
    #expect(error?.rule == "is longer than 10 bytes")
  }

  @Test("skips unknown fields when told to")
  func unknownFields() throws {
    let json = #"{"nope":{"a":[1,{"b":null}]},"int32Value":3}"#
    let message = try Everything(
      json: Array(json.utf8),
      options: JSONTranscoder.Options(ignoresUnknownFields: true)
    )
    #expect(message == Everything(int32Value: 3))
  }

  @Test("writes defaults when told to")
  func defaults() throws {
    let json = try Part(name: "x").json(options: JSONTranscoder.Options(emitsDefaults: true))
    #expect(String(decoding: json, as: UTF8.self) == #"{"name":"x","parts":[],"named":{}}"#)
    let own = try Part.Kind().json(options: JSONTranscoder.Options(emitsDefaults: true))
    #expect(String(decoding: own, as: UTF8.self) == #"{"number":0,"level":"LEVEL_UNSPECIFIED"}"#)
  }

  @Test("writes names as declared when told to")
  func declaredNames() throws {
    let json = try Everything(int32Value: 1)
      .json(options: JSONTranscoder.Options(usesDeclaredNames: true))
    #expect(String(decoding: json, as: UTF8.self) == #"{"int32_value":1}"#)
  }

  @Test("of a value out of range is an error that names the field")
  func outOfRange() {
    let message = Everything(timestamp: Google_Protobuf_Timestamp(seconds: 253_402_300_800))
    let error = #expect(throws: JSONError.self) { try message.json() }
    #expect(error?.description == "timestamp: is out of the range of a Timestamp")
  }

  struct Text: Sendable, CustomTestStringConvertible {
    let path: String
    let text: String
    let json: String

    init(_ path: String, _ text: String, _ json: String) {
      self.path = path
      self.text = text
      self.json = json
    }

    var testDescription: String { path }
  }

  static let texts = [
    Text("string_value", "a\"b", #"{"stringValue":"a\"b"}"#),
    Text("int32Value", "7", #"{"int32Value":7}"#),
    Text("bool_value", "true", #"{"boolValue":true}"#),
    Text("mood", "MOOD_SAD", #"{"mood":"MOOD_SAD"}"#),
    Text("mood", "1", #"{"mood":"MOOD_GLAD"}"#),
    Text("part.name", "x", #"{"part":{"name":"x"}}"#),
    Text("child.part.own.number", "7", #"{"child":{"part":{"own":{"number":7}}}}"#),
    Text("strings", "a", #"{"strings":["a"]}"#),
    Text("timestamp", "2024-05-01T10:00:00Z", #"{"timestamp":"2024-05-01T10:00:00Z"}"#),
    Text("field_mask", "a,b", #"{"fieldMask":"a,b"}"#),
    Text("int64_wrapper", "7", #"{"int64Wrapper":"7"}"#),
    Text("bool_wrapper", "true", #"{"boolWrapper":true}"#),
  ]

  @Test("takes path variables and query values by field path", arguments: texts)
  func fromText(_ example: Text) throws {
    let wire = try Self.transcoder.wire(
      fromText: example.text,
      path: example.path,
      of: Everything.schema
    )
    let json = try Self.transcoder.json(from: wire, as: Everything.schema)
    #expect(String(decoding: json, as: UTF8.self) == example.json)
  }

  static let badTexts = [
    Text("nope", "x", "nope: is not a field of test.Everything"),
    Text("part.nope", "x", "part.nope: is not a field of test.Part"),
    Text("int32_value.x", "1", "int32_value.x: has no fields inside"),
    Text("int32_value", "x", "int32_value: must be a number"),
    Text("bool_value", "yes", "bool_value: must be true or false"),
    Text("part", "x", "part: must be a single value"),
    Text("parts.name", "x", "parts.name: must not lead through a repeated field"),
    Text("string_by_string", "x", "string_by_string: must be a single value"),
  ]

  @Test("refuses query values with the field and the rule", arguments: badTexts)
  func refusesText(_ example: Text) {
    let error = #expect(throws: JSONError.self) {
      try Self.transcoder.wire(fromText: example.text, path: example.path, of: Everything.schema)
    }
    #expect(error?.description == example.json)
  }

  @Test("fills one field from a body, and answers one field")
  func oneField() throws {
    let wire = try Self.transcoder.wire(
      from: Array(#"{"name":"x"}"#.utf8),
      field: "part",
      of: Everything.schema
    )
    #expect(try Everything(decoding: wire) == Everything(part: Part(name: "x")))
    let json = try Self.transcoder.json(from: wire, field: "part", of: Everything.schema)
    #expect(String(decoding: json, as: UTF8.self) == #"{"name":"x"}"#)
    let absent = try Self.transcoder.json(from: wire, field: "strings", of: Everything.schema)
    #expect(String(decoding: absent, as: UTF8.self) == "[]")
  }
}
