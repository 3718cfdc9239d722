extension ConformanceCases {
  /// JSON texts that are no message.
  static let refused = badSyntax + badNumbers + badComposites + badTimes

  private static let badSyntax = [
    "null", "", "[]", "{", #"{"a"#, #"{"fieldname1":1,}"#, #"{"fieldname1":1 , }"#,
    #"{fieldname1:1}"#, #"{"fieldname1":1 "fieldName2":2}"#, #"{"fieldname1":/*x*/1}"#,
    #"{"optionalString":"abc\"}"#, #"{"optionalString":"\U8C37"}"#, #"{"optionalString":"\uXXXX"}"#,
    #"{"optionalString":"\u12"}"#, #"{"optionalString":"\uD800"}"#, #"{"optionalString":"\uDC00"}"#,
    #"{"optionalString":"\uDE01\uD83D"}"#, #"{"optionalString":'x'}"#, #"{"optionalString":1}"#,
    #"{"optionalBytes":"\u0001"}"#, #"{"nope":1}"#,
    #"{"optionalNestedMessage":{},"optional_nested_message":{}}"#,
  ]

  private static let badNumbers =
    ["optionalInt32", "optionalUint32", "optionalInt64", "optionalUint64", "optionalSint64"].flatMap
  {
    name in
    [
      "0.5", #""3x3""#, #""""#, #""12 34""#, #""12,34""#, #""12谷歌34""#, #"" 1""#, #""1 ""#,
      "01", "-01", "+1", "true", "false", "1e400", #""1e536870000""#, "-1e30", "[1]", "{}",
    ].map { #"{"\#(name)":\#($0)}"# }
  }
    + [
      #"{"optionalInt32":2147483648}"#, #"{"optionalInt32":-2147483649}"#,
      #"{"optionalUint32":4294967296}"#, #"{"optionalUint64":-1}"#,
      #"{"optionalInt64":"9223372036854775808"}"#, #"{"optionalUint64":"18446744073709551616"}"#,
      #"{"optionalFloat":3.502823e+38}"#, #"{"optionalFloat":-3.502823e+38}"#,
      #"{"optionalDouble":1.89769e+308}"#, #"{"optionalFloat":NaN}"#, #"{"optionalFloat":""}"#,
      #"{"optionalFloat":Infinity}"#, #"{"optionalFloat":"12abc"}"#, #"{"optionalFloat":true}"#,
      #"{"optionalDouble":-Infinity}"#, #"{"optionalDouble":"abc"}"#, #"{"optionalDouble":false}"#,
      #"{"optionalBool":0}"#, #"{"optionalBool":"true"}"#, #"{"optionalBool":True}"#,
      #"{"optionalBool":TRUE}"#, #"{"optionalNestedEnum":FOO}"#, #"{"optionalNestedEnum":"foo"}"#,
      #"{"optionalNestedEnum":["FOO"]}"#, #"{"optionalNestedEnum":true}"#,
    ]

  private static let badComposites = [
    #"{"repeatedInt32":1}"#, #"{"repeatedNestedMessage":{"a":1}}"#, #"{"repeatedInt32":[1,]}"#,
    #"{"repeatedInt32":[1,"a"]}"#, #"{"repeatedInt32":[null]}"#, #"{"repeatedInt32":[[1]]}"#,
    #"{"repeatedNestedMessage":[null]}"#, #"{"repeatedNestedMessage":[1]}"#,
    #"{"mapInt32Int32":{1:2}}"#, #"{"mapBoolBool":{true:false}}"#, #"{"mapBoolBool":{null:false}}"#,
    #"{"mapInt32Int32":{"1":null}}"#, #"{"mapInt32Int32":{"a":1}}"#, #"{"mapInt32Int32":[]}"#,
    #"{"oneofUint32":1,"oneofString":"x"}"#, #"{"oneofString":"a","oneof_string":"b"}"#,
    #"{"optionalAny":{"@type":"","value":""}}"#, #"{"optionalAny":{"@type":"no url","value":1}}"#,
    #"{"optionalAny":{"optionalInt32":1}}"#, #"{"optionalAny":{"@type":1}}"#,
    #"{"optionalAny":{"@type":"x/google.protobuf.Empty","@type":"x/google.protobuf.Empty"}}"#,
    #"{"optionalAny":{"@type":"x/google.protobuf.Int32Value"}}"#,
    #"{"optionalFieldMask":"foo,bar_bar"}"#, #"{"optionalFieldMask":"foo,"}"#,
    #"{"optionalValue":"# + String(repeating: "[", count: 200) + String(repeating: "]", count: 200)
      + "}",
    String(repeating: #"{"recursiveMessage":"#, count: 101) + "{}"
      + String(repeating: "}", count: 101),
  ]

  private static let badTimes =
    [
      "1", "1.0000000001s", "-315576000001s", "315576000001.0s", ".5s", "1.s", "s", "-s", "1 s",
    ].map { #"{"optionalDuration":"\#($0)"}"# }
    + [
      "0000-01-01T00:00:00Z", "10000-01-01T00:00:00Z", "0001-01-01T00:00:00",
      "0001-01-01 00:00:00Z",
      "0001-01-01T00:00:00z", "0001-01-01t00:00:00Z", "1970-01-01T08:00:01+0800",
      "1970-13-01T00:00:00Z", "1970-00-01T00:00:00Z", "1970-01-32T00:00:00Z",
      "1970-01-00T00:00:00Z", "1970-01-01T24:00:00Z", "1970-01-01T00:60:00Z",
      "1970-01-01T00:00:60Z", "1970-01-01T00:00:00+24:00", "1970-01-01T00:00:00+00:60",
      "0001-01-01T00:00:00+00:01", "9999-12-31T23:59:59-00:01", "1970-01-01T00:00:00.1234567890Z",
      "1970-01-01T00:00:00.12aZ", "999-01-01T00:00:00Z", "00001-01-01T00:00:00Z",
      "1970-1-01T00:00:00Z", "1970-01-1T00:00:00Z", "2001-02-29T00:00:00Z", "1900-02-29T00:00:00Z",
    ].map { #"{"optionalTimestamp":"\#($0)"}"# }

  /// Refused unless unknown members and names are to be ignored; then read as the second text.
  static let skipped: [(String, String?)] = [
    (#"{"unknown":1}"#, "{}"),
    (#"{"unknown":{"a":[true,null,"x",{}],"b":-1e5},"optionalInt32":1}"#, #"{"optionalInt32":1}"#),
    (#"{"optionalNestedEnum":"NOPE"}"#, "{}"),
    (#"{"repeatedNestedEnum":["FOO","NOPE","BAR"]}"#, #"{"repeatedNestedEnum":["FOO","BAR"]}"#),
    (
      #"{"mapStringNestedEnum":{"a":"BAR","b":"NOPE","c":"FOO"},"optionalInt32":1}"#,
      #"{"optionalInt32":1,"mapStringNestedEnum":{"a":"BAR","c":"FOO"}}"#
    ),
    (#"{"oneofEnum":"NOPE"}"#, "{}"),
    (#"{"optionalNestedMessage":{"nope":{}}}"#, #"{"optionalNestedMessage":{}}"#),
  ]
}
