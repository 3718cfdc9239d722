extension ConformanceCases {
  /// Wire bytes in hexadecimal and their JSON.
  static let written: [(String, String?)] = [
    ("", "{}"),
    ("08 80 80 80 80 80 80 80 80 80 01", "{}"),  // An int32 is the low 32 bits.
    ("08 81 80 80 80 10", #"{"optionalInt32":1}"#),
    ("a8 01 81 80 80 80 10", #"{"optionalNestedEnum":"BAR"}"#),
    ("f9 01 01 00 00 00 00 00 00 00", "{}"),  // Number 31 under a foreign wire type.
    ("da 04 00", "{}"),  // A packed array without elements.
    ("f8 01 01 fa 01 02 02 03", #"{"repeatedInt32":[1,2,3]}"#),
    ("92 01 02 08 01 92 01 02 08 02", #"{"optionalNestedMessage":{"a":2}}"#),
    (
      "92 01 02 08 01 92 01 04 12 02 08 05 92 01 04 12 02 10 06",
      #"{"optionalNestedMessage":{"a":1,"corecursive":{"optionalInt32":5,"optionalInt64":"6"}}}"#
    ),
    ("f8 06 01 8a 07 01 61", #"{"oneofString":"a"}"#),
    ("8a 07 01 61 f8 06 00", #"{"oneofUint32":0}"#),
    ("82 07 02 08 01 f8 06 01 82 07 00", #"{"oneofNestedMessage":{}}"#),
    ("82 07 02 08 01 82 07 00", #"{"oneofNestedMessage":{"a":1}}"#),
    ("c2 03 00", #"{"mapInt32Int32":{"0":0}}"#),
    ("c2 03 04 08 01 10 02 c2 03 04 08 01 10 03", #"{"mapInt32Int32":{"1":3}}"#),
    ("ba 04 03 0a 01 61", #"{"mapStringNestedMessage":{"a":{}}}"#),
    ("ba 04 0b 0a 01 61 12 02 08 01 12 02 08 02", #"{"mapStringNestedMessage":{"a":{"a":2}}}"#),
    ("5d 45 23 a1 7f", #"{"optionalFloat":"NaN"}"#),
    ("61 21 43 65 87 a9 cb fb ff", #"{"optionalDouble":"NaN"}"#),
    ("8a 13 02 0a 00", #"{"optionalAny":{}}"#),
    ("a3 3f 08 02 a4 3f 08 01", #"{"optionalInt32":1}"#),
  ]

  /// Wire bytes of messages that JSON cannot hold.
  static let unwritable = [
    ("a duration of -1 s and 1 ns", "ea 12 0d 08 ff ff ff ff ff ff ff ff ff 01 10 01"),
    ("a duration of 1 s and -1 ns", "ea 12 0d 08 01 10 ff ff ff ff ff ff ff ff ff 01"),
    ("a duration of 1,000,000,000 ns", "ea 12 06 10 80 94 eb dc 03"),
    ("a duration of 10,000 years and a second", "ea 12 07 08 81 bc ae ce 97 09"),
    ("a time before the year 1", "f2 12 0b 08 ff 91 b8 c3 98 fe ff ff ff 01"),
    ("a time after the year 9999", "f2 12 07 08 80 83 d1 ff af 07"),
    ("a time of -1 ns", "f2 12 0e 08 88 27 10 ff ff ff ff ff ff ff ff ff 01"),
    ("a time of 1,000,000,000 ns", "f2 12 09 08 88 27 10 80 94 eb dc 03"),
    ("a path in camel case", "fa 12 08 0a 06 66 6f 6f 42 61 72"),
    ("a path with a number behind an underscore", "fa 12 0b 0a 09 66 6f 6f 5f 33 5f 62 61 72"),
    ("a path with two underscores", "fa 12 0a 0a 08 66 6f 6f 5f 5f 62 61 72"),
    ("a path with a comma", "fa 12 05 0a 03 61 2c 62"),
    ("an empty path", "fa 12 02 0a 00"),
    ("a Value that is not a number", "92 13 09 11 00 00 00 00 00 00 f8 7f"),
    ("an infinite Value", "92 13 09 11 00 00 00 00 00 00 f0 7f"),
    ("a Value of no kind", "92 13 00"),
    ("a Value of no kind in a Struct", "82 13 05 0a 03 0a 01 61"),
    ("an Any of an unknown type", "8a 13 0b 0a 09 78 2f 6e 6f 2e 53 75 63 68"),
  ]

  /// Wire bytes that are no message.
  static let damaged = [
    ("the end of no group", "cc 0c"),
    ("the end of an unknown group", "94 4d"),
    ("the end of a group under a known number", "0c"),
    ("the end of a group in a submessage", "92 01 02 94 4d"),
    ("the end of another group in a group", "cb 0c d4 0c cc 0c"),
    ("the end of no group before data", "0c 12 05 68 65 6c 6c 6f"),
    ("a group without end", "cb 0c"),
    ("a group without end in a submessage", "92 01 02 93 4d"),
    ("a group without end in a group", "cb 0c d3 0c cc 0c"),
    ("a group without end around data", "0b 12 05 68 65 6c 6c 6f"),
    ("a group ended by another number", "cb 0c 12 01 78 d4 0c"),
    ("a tag above 32 bits", "88 80 80 80 40 d2 09"),
    ("a tag of seven bytes", "88 80 80 80 80 80 0f d2 09"),
    ("an overlong tag of nine bytes", "88 80 80 80 80 80 80 80 00 d2 09"),
    ("an overlong tag of thirteen bytes", "88 80 80 80 80 80 80 80 80 80 80 80 00 d2 09"),
    ("field number 0 as varint", "00 01"),
    ("field number 0 as a group", "03 04"),
    ("bad UTF-8 in a string", "72 04 a0 b0 c0 d0"),
    ("bad UTF-8 in a repeated string", "e2 02 04 a0 b0 c0 d0"),
    ("bad UTF-8 in a oneof", "8a 07 04 a0 b0 c0 d0"),
    ("bad UTF-8 in a map's key", "aa 04 0b 0a 04 a0 b0 c0 d0 12 03 66 6f 6f"),
    ("bad UTF-8 in a map's value", "aa 04 0b 0a 03 66 6f 6f 12 04 a0 b0 c0 d0"),
    (
      "bad UTF-8 in a oneof's message that another member replaces",
      "82 07 08 12 06 72 04 a0 b0 c0 d0 f8 06 01"
    ),
  ]
}
