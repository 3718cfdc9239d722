/// Cases for `TestAllTypesProto3`.
enum ConformanceCases {
  // MARK: JSON to JSON

  /// What is read, and how it is written where that differs.
  static let read: [(String, String?)] = numbers + texts + composites + wellKnown

  private static let numbers: [(String, String?)] = [
    (#"{"optionalInt32":2147483647}"#, nil),
    (#"{"optionalInt32":-2147483648}"#, nil),
    (#"{"optionalInt32":"2147483647"}"#, #"{"optionalInt32":2147483647}"#),
    (#"{"optionalInt32":"\u0031"}"#, #"{"optionalInt32":1}"#),
    (#"{"optionalInt32":"0"}"#, "{}"),
    (#"{"optionalInt32":"1e5"}"#, #"{"optionalInt32":100000}"#),
    (#"{"optionalInt32":1e5}"#, #"{"optionalInt32":100000}"#),
    (#"{"optionalInt32":2.147483647e9}"#, #"{"optionalInt32":2147483647}"#),
    (#"{"optionalInt32":-2.147483648e9}"#, #"{"optionalInt32":-2147483648}"#),
    (#"{"optionalInt32":1.000000}"#, #"{"optionalInt32":1}"#),
    (#"{"optionalUint32":4294967295}"#, nil),
    (#"{"optionalUint32":4.294967295e9}"#, #"{"optionalUint32":4294967295}"#),
    (#"{"optionalInt64":"-9223372036854775808"}"#, nil),
    (#"{"optionalInt64":9223372036854775807}"#, #"{"optionalInt64":"9223372036854775807"}"#),
    (#"{"optionalUint64":18446744073709551615}"#, #"{"optionalUint64":"18446744073709551615"}"#),
    (#"{"optionalSint32":-1,"optionalSint64":"-1"}"#, nil),
    (#"{"optionalFixed32":1,"optionalFixed64":"1","optionalSfixed32":-1}"#, nil),
    (#"{"optionalFloat":"1"}"#, #"{"optionalFloat":1}"#),
    (#"{"optionalFloat":"1.5e2"}"#, #"{"optionalFloat":150}"#),
    (#"{"optionalFloat":1.175494e-38}"#, nil),
    (#"{"optionalFloat":-3.4028235e+38}"#, nil),
    (#"{"optionalFloat":"NaN","optionalDouble":"-Infinity"}"#, nil),
    (#"{"optionalDouble":"2.22507e-308"}"#, #"{"optionalDouble":2.22507e-308}"#),
    (#"{"optionalDouble":1.7976931348623157e+308}"#, nil),
    (#"{"optionalDouble":-0}"#, nil),
    (#"{"optionalBool":true}"#, nil),
    (#"{"optionalBool":false,"FieldName13":0}"#, "{}"),
    (#"{"optionalNestedEnum":"NEG"}"#, nil),
    (#"{"optionalNestedEnum":1}"#, #"{"optionalNestedEnum":"BAR"}"#),
    (#"{"optionalNestedEnum":0}"#, "{}"),
    (#"{"optionalNestedEnum":123}"#, nil),
    (#"{"optionalAliasedEnum":"ALIAS_BAZ"}"#, nil),
    (#"{"optionalAliasedEnum":"MOO"}"#, #"{"optionalAliasedEnum":"ALIAS_BAZ"}"#),
    (#"{"optionalAliasedEnum":"moo"}"#, #"{"optionalAliasedEnum":"ALIAS_BAZ"}"#),
    (#"{"optionalAliasedEnum":"bAz"}"#, #"{"optionalAliasedEnum":"ALIAS_BAZ"}"#),
  ]

  private static let texts: [(String, String?)] = [
    (#"{"optionalString":"谷歌"}"#, nil),
    (
      #"{"optionalString":"\"\\\/\b\f\n\r\t\u8C37\u6b4C"}"#,
      #"{"optionalString":"\"\\/\u0008\u000c\n\r\t谷歌"}"#
    ),
    (#"{"optionalString":"\uD83D\uDE01"}"#, #"{"optionalString":"😁"}"#),
    (#"{"optionalString":"a\u0000b"}"#, nil),
    (#"{"optionalBytes":"AQI="}"#, nil),
    (#"{"optionalBytes":"-_"}"#, #"{"optionalBytes":"+w=="}"#),
    (#"{"fieldname1":1,"fieldName2":2,"FieldName3":3,"fieldName4":4}"#, nil),
    (
      #"{"field_name2":2,"_field_name3":3,"field__name4_":4}"#,
      #"{"fieldName2":2,"FieldName3":3,"fieldName4":4}"#
    ),
    (#"{"field0name5":5,"field0Name6":6,"fieldName7":7,"FieldName8":8,"fieldName9":9}"#, nil),
    (#"{"FieldName10":10,"FIELDNAME11":11,"FIELDName12":12}"#, nil),
    (#"{"FieldName13":13,"FieldName14":14,"fieldName15":15,"fieldName16":16}"#, nil),
    (#"{"fieldName17":17,"FieldName18":18}"#, nil),
    (#"{"__Field_name14":14,"Field_name18__":18}"#, #"{"FieldName14":14,"FieldName18":18}"#),
    (#"{"fieldn\u0061me1":1}"#, #"{"fieldname1":1}"#),
  ]

  private static let composites: [(String, String?)] = [
    (#"{"optionalNestedMessage":{"a":1,"corecursive":{"optionalInt32":2}}}"#, nil),
    (#"{"optionalNestedMessage":{}}"#, nil),
    (#"{"repeatedInt32":[1,2],"packedBool":[true,false],"unpackedInt64":["1"]}"#, nil),
    (#"{"repeatedNestedMessage":[{"a":1},{}],"repeatedNestedEnum":["FOO","NEG",7]}"#, nil),
    (#"{"repeatedInt32":[],"mapInt32Int32":{},"repeatedString":null}"#, "{}"),
    (#"{"mapInt32Int32":{"-3":4,"1":2}}"#, nil),
    (#"{"mapInt64Int64":{"1":"2"},"mapUint64Uint64":{"3":"4"}}"#, nil),
    (#"{"mapBoolBool":{"true":false}}"#, nil),
    (#"{"mapInt32Int32":{"\u0031":2}}"#, #"{"mapInt32Int32":{"1":2}}"#),
    (#"{"mapBoolBool":{"tr\u0075e":true}}"#, #"{"mapBoolBool":{"true":true}}"#),
    (#"{"mapStringNestedMessage":{"hello":{"a":1},"x":{}}}"#, nil),
    (#"{"mapStringNestedEnum":{"a":"FOO","b":9}}"#, nil),
    (#"{"oneofUint32":0}"#, nil),
    (#"{"oneofString":"","oneofUint32":null}"#, #"{"oneofString":""}"#),
    (#"{"oneofUint32":null,"oneofBytes":""}"#, #"{"oneofBytes":""}"#),
    (#"{"oneofNestedMessage":{}}"#, nil),
    (#"{"oneofEnum":"FOO"}"#, nil),
    (#"{"oneofNullValue":null}"#, nil),
    (#"{"oneofNullValue":"NULL_VALUE"}"#, #"{"oneofNullValue":null}"#),
    (#"{"optionalNullValue":null}"#, "{}"),
    (#"{"optionalInt32":null,"optionalNestedEnum":null,"optionalTimestamp":null}"#, "{}"),
    (#"{"optionalAny":null,"mapBoolBool":null,"oneofString":null}"#, "{}"),
  ]

  private static let wellKnown: [(String, String?)] = [
    (#"{"optionalBoolWrapper":false,"optionalInt32Wrapper":0,"optionalStringWrapper":""}"#, nil),
    (
      #"{"optionalInt64Wrapper":"1","optionalFloatWrapper":1.5,"optionalBytesWrapper":"AQI="}"#, nil
    ),
    (#"{"optionalInt64Wrapper":null,"repeatedInt32Wrapper":null}"#, "{}"),
    (#"{"repeatedInt32Wrapper":[0,1],"repeatedDoubleWrapper":[0.5,0]}"#, nil),
    (#"{"optionalDuration":"-5s"}"#, nil),
    (#"{"optionalDuration":"-0.5s"}"#, #"{"optionalDuration":"-0.500s"}"#),
    (#"{"optionalDuration":"-315576000000.999999999s"}"#, nil),
    (#"{"optionalDuration":"1.000000010s"}"#, nil),
    (#"{"optionalTimestamp":"1969-12-31T23:59:59.999999999Z"}"#, nil),
    (#"{"optionalTimestamp":"1969-12-31T23:59:49.500Z"}"#, nil),
    (#"{"optionalTimestamp":"0001-01-01T00:00:00Z"}"#, nil),
    (#"{"optionalTimestamp":"2000-02-29T00:00:00Z"}"#, nil),
    (
      #"{"optionalTimestamp":"1970-01-02T01:00:00+02:00"}"#,
      #"{"optionalTimestamp":"1970-01-01T23:00:00Z"}"#
    ),
    (
      #"{"optionalTimestamp":"1970-01-01T00:00:00-11:30"}"#,
      #"{"optionalTimestamp":"1970-01-01T11:30:00Z"}"#
    ),
    (
      #"{"optionalTimestamp":"9999-12-31T23:59:59+00:01"}"#,
      #"{"optionalTimestamp":"9999-12-31T23:58:59Z"}"#
    ),
    (#"{"optionalFieldMask":"foo,barBaz"}"#, nil),
    (#"{"optionalStruct":{"a":null,"b":1234,"c":"x","d":{"e":[]},"f":[{},[true]]}}"#, nil),
    (#"{"optionalValue":null}"#, nil),
    (#"{"repeatedValue":[1.5,"x",null,false,{"a":1},[2]]}"#, nil),
    (#"{"repeatedListValue":[["a"],[]]}"#, nil),
    (#"{"optionalAny":{}}"#, nil),
    (#"{"optionalAny":{"@type":"type.googleapis.com/google.protobuf.Empty"}}"#, nil),
    (
      #"{"optionalAny":{"optionalInt32":1,"@type":"x/protobuf_test_messages.proto3.TestAllTypesProto3"}}"#,
      #"{"optionalAny":{"@type":"x/protobuf_test_messages.proto3.TestAllTypesProto3","optionalInt32":1}}"#
    ),
    (
      #"{"optionalAny":{"value":{"value":3,"@type":"x/google.protobuf.Int32Value"},"@type":"x/google.protobuf.Any"}}"#,
      #"{"optionalAny":{"@type":"x/google.protobuf.Any","value":{"@type":"x/google.protobuf.Int32Value","value":3}}}"#
    ),
    (#"{"optionalAny":{"@type":"x/google.protobuf.Value","value":null}}"#, nil),
    (#"{"optionalAny":{"@type":"x/google.protobuf.Struct","value":{"a":1}}}"#, nil),
    (#"{"optionalAny":{"@type":"x/google.protobuf.FieldMask","value":"foo,barBaz"}}"#, nil),
  ]
}
