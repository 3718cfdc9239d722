// Written by protoc-gen-smart-cooking from test/everything.proto. Do not edit.
// swift-format-ignore-file

import CTestProtos
import CProtobufC
package import Protobuf

package enum Mood: MessageEnum {
  case unspecified
  case glad
  case sad
  /// A number this contract has no name for.
  case unrecognized(Int32)

  package static var happy: Mood { .glad }

  package init() { self = .unspecified }

  package init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unspecified
    case 1: self = .glad
    case -2: self = .sad
    default: self = .unrecognized(rawValue)
    }
  }

  package var rawValue: Int32 {
    switch self {
    case .unspecified: 0
    case .glad: 1
    case .sad: -2
    case .unrecognized(let number): number
    }
  }

  package var name: String {
    switch self {
    case .unspecified: "MOOD_UNSPECIFIED"
    case .glad: "MOOD_GLAD"
    case .sad: "MOOD_SAD"
    case .unrecognized(let number): String(number)
    }
  }

  /// Every value that has a name.
  package static let allCases: [Mood] = [
    .unspecified,
    .glad,
    .sad,
  ]
}

/// One field of every kind there is.
package struct Everything: Message {
  package var doubleValue: Double = 0

  package var floatValue: Float = 0

  package var int32Value: Int32 = 0

  package var int64Value: Int64 = 0

  package var uint32Value: UInt32 = 0

  package var uint64Value: UInt64 = 0

  package var sint32Value: Int32 = 0

  package var sint64Value: Int64 = 0

  package var fixed32Value: UInt32 = 0

  package var fixed64Value: UInt64 = 0

  package var sfixed32Value: Int32 = 0

  package var sfixed64Value: Int64 = 0

  package var boolValue: Bool = false

  package var stringValue: String = ""

  package var bytesValue: [UInt8] = []

  package var mood: Mood = Mood()

  package var child: Everything? {
    get { childStorage?.value }
    set { childStorage = newValue.map { Indirect($0) } }
  }
  private var childStorage: Indirect<Everything>?

  package var maybeInt32: Int32?

  package var maybeString: String?

  package var maybeMood: Mood?

  package var maybeBool: Bool?

  package var maybeBytes: [UInt8]?

  package var maybeDouble: Double?

  package var part: Part?

  package var doubles: [Double] = []

  package var floats: [Float] = []

  package var int32s: [Int32] = []

  package var int64s: [Int64] = []

  package var uint32s: [UInt32] = []

  package var uint64s: [UInt64] = []

  package var sint32s: [Int32] = []

  package var sint64s: [Int64] = []

  package var fixed32s: [UInt32] = []

  package var fixed64s: [UInt64] = []

  package var sfixed32s: [Int32] = []

  package var sfixed64s: [Int64] = []

  package var bools: [Bool] = []

  package var strings: [String] = []

  package var bytesList: [[UInt8]] = []

  package var moods: [Mood] = []

  package var parts: [Part] = []

  package var unpacked: [Int32] = []

  /// At most one of the cases.
  package var choice: Choice?

  package var stringByString: [String: String] = [:]

  package var partByInt32: [Int32: Part] = [:]

  package var bytesByBool: [Bool: [UInt8]] = [:]

  package var moodByUint64: [UInt64: Mood] = [:]

  package var doubleBySint64: [Int64: Double] = [:]

  package var boolByFixed32: [UInt32: Bool] = [:]

  package var valueByString: [String: Google_Protobuf_Value] = [:]

  package var timestamp: Google_Protobuf_Timestamp?

  package var duration: Google_Protobuf_Duration?

  package var fieldMask: Google_Protobuf_FieldMask?

  package var object: Google_Protobuf_Struct?

  package var value: Google_Protobuf_Value?

  package var list: Google_Protobuf_ListValue?

  package var any: Google_Protobuf_Any?

  package var int64Wrapper: Google_Protobuf_Int64Value?

  package var stringWrapper: Google_Protobuf_StringValue?

  package var boolWrapper: Google_Protobuf_BoolValue?

  package var bytesWrapper: Google_Protobuf_BytesValue?

  package var doubleWrapper: Google_Protobuf_DoubleValue?

  package var empty: Google_Protobuf_Empty?

  package var timestamps: [Google_Protobuf_Timestamp] = []

  package var nullValue: Google_Protobuf_NullValue = Google_Protobuf_NullValue()

  /// Names that mean something in C, in Swift or in the generated code.
  package var `default`: Int32 = 0

  package var `class`: String = ""

  package var source: String = ""

  package var copier: String = ""

  package var arena: String = ""

  package var target: String = ""

  package var self_: String = ""

  package var init_: String = ""

  package var camelCase: String = ""

  package var nClass: Bool = false

  package var base: Bool = false

  package var c: String = ""

  package var far: String = ""

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    doubleValue: Double = 0,
    floatValue: Float = 0,
    int32Value: Int32 = 0,
    int64Value: Int64 = 0,
    uint32Value: UInt32 = 0,
    uint64Value: UInt64 = 0,
    sint32Value: Int32 = 0,
    sint64Value: Int64 = 0,
    fixed32Value: UInt32 = 0,
    fixed64Value: UInt64 = 0,
    sfixed32Value: Int32 = 0,
    sfixed64Value: Int64 = 0,
    boolValue: Bool = false,
    stringValue: String = "",
    bytesValue: [UInt8] = [],
    mood: Mood = Mood(),
    child: Everything? = nil,
    maybeInt32: Int32? = nil,
    maybeString: String? = nil,
    maybeMood: Mood? = nil,
    maybeBool: Bool? = nil,
    maybeBytes: [UInt8]? = nil,
    maybeDouble: Double? = nil,
    part: Part? = nil,
    doubles: [Double] = [],
    floats: [Float] = [],
    int32s: [Int32] = [],
    int64s: [Int64] = [],
    uint32s: [UInt32] = [],
    uint64s: [UInt64] = [],
    sint32s: [Int32] = [],
    sint64s: [Int64] = [],
    fixed32s: [UInt32] = [],
    fixed64s: [UInt64] = [],
    sfixed32s: [Int32] = [],
    sfixed64s: [Int64] = [],
    bools: [Bool] = [],
    strings: [String] = [],
    bytesList: [[UInt8]] = [],
    moods: [Mood] = [],
    parts: [Part] = [],
    unpacked: [Int32] = [],
    choice: Choice? = nil,
    stringByString: [String: String] = [:],
    partByInt32: [Int32: Part] = [:],
    bytesByBool: [Bool: [UInt8]] = [:],
    moodByUint64: [UInt64: Mood] = [:],
    doubleBySint64: [Int64: Double] = [:],
    boolByFixed32: [UInt32: Bool] = [:],
    valueByString: [String: Google_Protobuf_Value] = [:],
    timestamp: Google_Protobuf_Timestamp? = nil,
    duration: Google_Protobuf_Duration? = nil,
    fieldMask: Google_Protobuf_FieldMask? = nil,
    object: Google_Protobuf_Struct? = nil,
    value: Google_Protobuf_Value? = nil,
    list: Google_Protobuf_ListValue? = nil,
    any: Google_Protobuf_Any? = nil,
    int64Wrapper: Google_Protobuf_Int64Value? = nil,
    stringWrapper: Google_Protobuf_StringValue? = nil,
    boolWrapper: Google_Protobuf_BoolValue? = nil,
    bytesWrapper: Google_Protobuf_BytesValue? = nil,
    doubleWrapper: Google_Protobuf_DoubleValue? = nil,
    empty: Google_Protobuf_Empty? = nil,
    timestamps: [Google_Protobuf_Timestamp] = [],
    nullValue: Google_Protobuf_NullValue = Google_Protobuf_NullValue(),
    `default`: Int32 = 0,
    `class`: String = "",
    source: String = "",
    copier: String = "",
    arena: String = "",
    target: String = "",
    self_: String = "",
    init_: String = "",
    camelCase: String = "",
    nClass: Bool = false,
    base: Bool = false,
    c: String = "",
    far: String = ""
  ) {
    self.doubleValue = doubleValue
    self.floatValue = floatValue
    self.int32Value = int32Value
    self.int64Value = int64Value
    self.uint32Value = uint32Value
    self.uint64Value = uint64Value
    self.sint32Value = sint32Value
    self.sint64Value = sint64Value
    self.fixed32Value = fixed32Value
    self.fixed64Value = fixed64Value
    self.sfixed32Value = sfixed32Value
    self.sfixed64Value = sfixed64Value
    self.boolValue = boolValue
    self.stringValue = stringValue
    self.bytesValue = bytesValue
    self.mood = mood
    self.child = child
    self.maybeInt32 = maybeInt32
    self.maybeString = maybeString
    self.maybeMood = maybeMood
    self.maybeBool = maybeBool
    self.maybeBytes = maybeBytes
    self.maybeDouble = maybeDouble
    self.part = part
    self.doubles = doubles
    self.floats = floats
    self.int32s = int32s
    self.int64s = int64s
    self.uint32s = uint32s
    self.uint64s = uint64s
    self.sint32s = sint32s
    self.sint64s = sint64s
    self.fixed32s = fixed32s
    self.fixed64s = fixed64s
    self.sfixed32s = sfixed32s
    self.sfixed64s = sfixed64s
    self.bools = bools
    self.strings = strings
    self.bytesList = bytesList
    self.moods = moods
    self.parts = parts
    self.unpacked = unpacked
    self.choice = choice
    self.stringByString = stringByString
    self.partByInt32 = partByInt32
    self.bytesByBool = bytesByBool
    self.moodByUint64 = moodByUint64
    self.doubleBySint64 = doubleBySint64
    self.boolByFixed32 = boolByFixed32
    self.valueByString = valueByString
    self.timestamp = timestamp
    self.duration = duration
    self.fieldMask = fieldMask
    self.object = object
    self.value = value
    self.list = list
    self.any = any
    self.int64Wrapper = int64Wrapper
    self.stringWrapper = stringWrapper
    self.boolWrapper = boolWrapper
    self.bytesWrapper = bytesWrapper
    self.doubleWrapper = doubleWrapper
    self.empty = empty
    self.timestamps = timestamps
    self.nullValue = nullValue
    self.`default` = `default`
    self.`class` = `class`
    self.source = source
    self.copier = copier
    self.arena = arena
    self.target = target
    self.self_ = self_
    self.init_ = init_
    self.camelCase = camelCase
    self.nClass = nClass
    self.base = base
    self.c = c
    self.far = far
  }

  /// The cases of `choice`.
  package indirect enum Choice: Sendable, Equatable {
    case text(String)
    case number(Int64)
    case piece(Part)
    case whole(Everything)
    case flag(Bool)
    case blob([UInt8])
    case feeling(Mood)
    case ratio(Double)
  }
}

/// A tree.
package struct Part: Message {
  package var name: String = ""

  package var parts: [Part] = []

  package var named: [String: Part] = [:]

  /// At most one of the cases.
  package var kind: KindOneof?

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    name: String = "",
    parts: [Part] = [],
    named: [String: Part] = [:],
    kind: KindOneof? = nil
  ) {
    self.name = name
    self.parts = parts
    self.named = named
    self.kind = kind
  }

  /// The cases of `kind`.
  package enum KindOneof: Sendable, Equatable {
    case own(Part.Kind)
    case other(String)
  }

  package enum Level: MessageEnum {
    case unspecified
    case level1
    case high
    /// A number this contract has no name for.
    case unrecognized(Int32)

    package init() { self = .unspecified }

    package init(rawValue: Int32) {
      switch rawValue {
      case 0: self = .unspecified
      case 1: self = .level1
      case 2: self = .high
      default: self = .unrecognized(rawValue)
      }
    }

    package var rawValue: Int32 {
      switch self {
      case .unspecified: 0
      case .level1: 1
      case .high: 2
      case .unrecognized(let number): number
      }
    }

    package var name: String {
      switch self {
      case .unspecified: "LEVEL_UNSPECIFIED"
      case .level1: "LEVEL_1"
      case .high: "LEVEL_HIGH"
      case .unrecognized(let number): String(number)
      }
    }

    /// Every value that has a name.
    package static let allCases: [Level] = [
      .unspecified,
      .level1,
      .high,
    ]
  }

  /// Nested, with the name a oneof would take.
  package struct Kind: Message {
    package var number: Int32 = 0

    package var level: Part.Level = Part.Level()

    /// Fields this contract does not know, kept for the next reader.
    package var unknownFields = UnknownFields()

    package init() {}

    package init(
      number: Int32 = 0,
      level: Part.Level = Part.Level()
    ) {
      self.number = number
      self.level = level
    }
  }
}

/// What a later version of Part knows.
package struct NewerPart: Message {
  package var name: String = ""

  package var weight: Int32 = 0

  package var colour: String = ""

  package var codes: [UInt32] = []

  package var length: Double = 0

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    name: String = "",
    weight: Int32 = 0,
    colour: String = "",
    codes: [UInt32] = [],
    length: Double = 0
  ) {
    self.name = name
    self.weight = weight
    self.colour = colour
    self.codes = codes
    self.length = length
  }
}

extension Everything {
  package static let codec = unsafe MessageCodec(
    TestSchema.registry, "test.Everything", test__everything__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Test__Everything.self)
    unsafe self.doubleValue = c.pointee.double_value
    unsafe self.floatValue = c.pointee.float_value
    unsafe self.int32Value = c.pointee.int32_value
    unsafe self.int64Value = c.pointee.int64_value
    unsafe self.uint32Value = c.pointee.uint32_value
    unsafe self.uint64Value = c.pointee.uint64_value
    unsafe self.sint32Value = c.pointee.sint32_value
    unsafe self.sint64Value = c.pointee.sint64_value
    unsafe self.fixed32Value = c.pointee.fixed32_value
    unsafe self.fixed64Value = c.pointee.fixed64_value
    unsafe self.sfixed32Value = c.pointee.sfixed32_value
    unsafe self.sfixed64Value = c.pointee.sfixed64_value
    unsafe self.boolValue = c.pointee.bool_value != 0
    unsafe self.stringValue = copier.string(c.pointee.string_value)
    unsafe self.bytesValue = copier.bytes(c.pointee.bytes_value)
    unsafe self.mood = Mood(rawValue: c.pointee.mood)
    unsafe self.child = copier.message(c.pointee.child)
    if unsafe c.pointee.has_maybe_int32 != 0 { unsafe self.maybeInt32 = c.pointee.maybe_int32 }
    if unsafe c.pointee.has_maybe_string != 0 { unsafe self.maybeString = copier.string(c.pointee.maybe_string) }
    if unsafe c.pointee.has_maybe_mood != 0 { unsafe self.maybeMood = Mood(rawValue: c.pointee.maybe_mood) }
    if unsafe c.pointee.has_maybe_bool != 0 { unsafe self.maybeBool = c.pointee.maybe_bool != 0 }
    if unsafe c.pointee.has_maybe_bytes != 0 { unsafe self.maybeBytes = copier.bytes(c.pointee.maybe_bytes) }
    if unsafe c.pointee.has_maybe_double != 0 { unsafe self.maybeDouble = c.pointee.maybe_double }
    unsafe self.part = copier.message(c.pointee.part)
    unsafe self.doubles = copier.numbers(c.pointee.n_doubles, c.pointee.doubles)
    unsafe self.floats = copier.numbers(c.pointee.n_floats, c.pointee.floats)
    unsafe self.int32s = copier.numbers(c.pointee.n_int32s, c.pointee.int32s)
    unsafe self.int64s = copier.numbers(c.pointee.n_int64s, c.pointee.int64s)
    unsafe self.uint32s = copier.numbers(c.pointee.n_uint32s, c.pointee.uint32s)
    unsafe self.uint64s = copier.numbers(c.pointee.n_uint64s, c.pointee.uint64s)
    unsafe self.sint32s = copier.numbers(c.pointee.n_sint32s, c.pointee.sint32s)
    unsafe self.sint64s = copier.numbers(c.pointee.n_sint64s, c.pointee.sint64s)
    unsafe self.fixed32s = copier.numbers(c.pointee.n_fixed32s, c.pointee.fixed32s)
    unsafe self.fixed64s = copier.numbers(c.pointee.n_fixed64s, c.pointee.fixed64s)
    unsafe self.sfixed32s = copier.numbers(c.pointee.n_sfixed32s, c.pointee.sfixed32s)
    unsafe self.sfixed64s = copier.numbers(c.pointee.n_sfixed64s, c.pointee.sfixed64s)
    unsafe self.bools = copier.bools(c.pointee.n_bools, c.pointee.bools)
    unsafe self.strings = copier.strings(c.pointee.n_strings, c.pointee.strings)
    unsafe self.bytesList = copier.bytesArray(c.pointee.n_bytes_list, c.pointee.bytes_list)
    unsafe self.moods = copier.enums(c.pointee.n_moods, c.pointee.moods)
    unsafe self.parts = copier.messages(c.pointee.n_parts, c.pointee.parts)
    unsafe self.unpacked = copier.numbers(c.pointee.n_unpacked, c.pointee.unpacked)
    unsafe self.stringByString = copier.map(c.pointee.n_string_by_string, c.pointee.string_by_string) { entry, copier in
      unsafe (copier.string(entry.key), copier.string(entry.value))
    }
    unsafe self.partByInt32 = copier.map(c.pointee.n_part_by_int32, c.pointee.part_by_int32) { entry, copier in
      unsafe (entry.key, copier.required(entry.value))
    }
    unsafe self.bytesByBool = copier.map(c.pointee.n_bytes_by_bool, c.pointee.bytes_by_bool) { entry, copier in
      unsafe (entry.key != 0, copier.bytes(entry.value))
    }
    unsafe self.moodByUint64 = copier.map(c.pointee.n_mood_by_uint64, c.pointee.mood_by_uint64) { entry, copier in
      unsafe (entry.key, Mood(rawValue: entry.value))
    }
    unsafe self.doubleBySint64 = copier.map(c.pointee.n_double_by_sint64, c.pointee.double_by_sint64) { entry, copier in
      unsafe (entry.key, entry.value)
    }
    unsafe self.boolByFixed32 = copier.map(c.pointee.n_bool_by_fixed32, c.pointee.bool_by_fixed32) { entry, copier in
      unsafe (entry.key, entry.value != 0)
    }
    unsafe self.valueByString = copier.map(c.pointee.n_value_by_string, c.pointee.value_by_string) { entry, copier in
      unsafe (copier.string(entry.key), copier.required(entry.value))
    }
    unsafe self.timestamp = copier.message(c.pointee.timestamp)
    unsafe self.duration = copier.message(c.pointee.duration)
    unsafe self.fieldMask = copier.message(c.pointee.field_mask)
    unsafe self.object = copier.message(c.pointee.object)
    unsafe self.value = copier.message(c.pointee.value)
    unsafe self.list = copier.message(c.pointee.list)
    unsafe self.any = copier.message(c.pointee.any)
    unsafe self.int64Wrapper = copier.message(c.pointee.int64_wrapper)
    unsafe self.stringWrapper = copier.message(c.pointee.string_wrapper)
    unsafe self.boolWrapper = copier.message(c.pointee.bool_wrapper)
    unsafe self.bytesWrapper = copier.message(c.pointee.bytes_wrapper)
    unsafe self.doubleWrapper = copier.message(c.pointee.double_wrapper)
    unsafe self.empty = copier.message(c.pointee.empty)
    unsafe self.timestamps = copier.messages(c.pointee.n_timestamps, c.pointee.timestamps)
    unsafe self.nullValue = Google_Protobuf_NullValue(rawValue: c.pointee.null_value)
    unsafe self.`default` = c.pointee.default_101
    unsafe self.`class` = copier.string(c.pointee.class_102)
    unsafe self.source = copier.string(c.pointee.source)
    unsafe self.copier = copier.string(c.pointee.copier)
    unsafe self.arena = copier.string(c.pointee.arena)
    unsafe self.target = copier.string(c.pointee.target)
    unsafe self.self_ = copier.string(c.pointee.self_107)
    unsafe self.init_ = copier.string(c.pointee.init_108)
    unsafe self.camelCase = copier.string(c.pointee.camelcase)
    unsafe self.nClass = c.pointee.n_class != 0
    unsafe self.base = c.pointee.base_111 != 0
    unsafe self.c = copier.string(c.pointee.c)
    unsafe self.far = copier.string(c.pointee.far)
    switch unsafe c.pointee.choice_case.rawValue {
    case 61: unsafe self.choice = .text(copier.string(c.pointee.text))
    case 62: unsafe self.choice = .number(c.pointee.number)
    case 63: unsafe self.choice = .piece(copier.required(c.pointee.piece))
    case 64: unsafe self.choice = .whole(copier.required(c.pointee.whole))
    case 65: unsafe self.choice = .flag(c.pointee.flag != 0)
    case 66: unsafe self.choice = .blob(copier.bytes(c.pointee.blob))
    case 67: unsafe self.choice = .feeling(Mood(rawValue: c.pointee.feeling))
    case 68: unsafe self.choice = .ratio(c.pointee.ratio)
    default: break
    }
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Test__Everything.self, capacity: 1)
    unsafe c.pointee.base.descriptor = test__everything__type()
    if self.doubleValue.bitPattern != 0 {
      unsafe c.pointee.has_double_value = 1
      unsafe c.pointee.double_value = self.doubleValue
    }
    if self.floatValue.bitPattern != 0 {
      unsafe c.pointee.has_float_value = 1
      unsafe c.pointee.float_value = self.floatValue
    }
    if self.int32Value != 0 {
      unsafe c.pointee.has_int32_value = 1
      unsafe c.pointee.int32_value = self.int32Value
    }
    if self.int64Value != 0 {
      unsafe c.pointee.has_int64_value = 1
      unsafe c.pointee.int64_value = self.int64Value
    }
    if self.uint32Value != 0 {
      unsafe c.pointee.has_uint32_value = 1
      unsafe c.pointee.uint32_value = self.uint32Value
    }
    if self.uint64Value != 0 {
      unsafe c.pointee.has_uint64_value = 1
      unsafe c.pointee.uint64_value = self.uint64Value
    }
    if self.sint32Value != 0 {
      unsafe c.pointee.has_sint32_value = 1
      unsafe c.pointee.sint32_value = self.sint32Value
    }
    if self.sint64Value != 0 {
      unsafe c.pointee.has_sint64_value = 1
      unsafe c.pointee.sint64_value = self.sint64Value
    }
    if self.fixed32Value != 0 {
      unsafe c.pointee.has_fixed32_value = 1
      unsafe c.pointee.fixed32_value = self.fixed32Value
    }
    if self.fixed64Value != 0 {
      unsafe c.pointee.has_fixed64_value = 1
      unsafe c.pointee.fixed64_value = self.fixed64Value
    }
    if self.sfixed32Value != 0 {
      unsafe c.pointee.has_sfixed32_value = 1
      unsafe c.pointee.sfixed32_value = self.sfixed32Value
    }
    if self.sfixed64Value != 0 {
      unsafe c.pointee.has_sfixed64_value = 1
      unsafe c.pointee.sfixed64_value = self.sfixed64Value
    }
    if self.boolValue {
      unsafe c.pointee.has_bool_value = 1
      unsafe c.pointee.bool_value = self.boolValue ? 1 : 0
    }
    if !self.stringValue.isEmpty {
      unsafe c.pointee.has_string_value = 1
      unsafe c.pointee.string_value = arena.string(self.stringValue)
    }
    if !self.bytesValue.isEmpty {
      unsafe c.pointee.has_bytes_value = 1
      unsafe c.pointee.bytes_value = arena.bytes(self.bytesValue)
    }
    if self.mood.rawValue != 0 {
      unsafe c.pointee.has_mood = 1
      unsafe c.pointee.mood = self.mood.rawValue
    }
    if let value = self.child { unsafe c.pointee.child = arena.message(value) }
    if let value = self.maybeInt32 {
      unsafe c.pointee.has_maybe_int32 = 1
      unsafe c.pointee.maybe_int32 = value
    }
    if let value = self.maybeString {
      unsafe c.pointee.has_maybe_string = 1
      unsafe c.pointee.maybe_string = arena.string(value)
    }
    if let value = self.maybeMood {
      unsafe c.pointee.has_maybe_mood = 1
      unsafe c.pointee.maybe_mood = value.rawValue
    }
    if let value = self.maybeBool {
      unsafe c.pointee.has_maybe_bool = 1
      unsafe c.pointee.maybe_bool = value ? 1 : 0
    }
    if let value = self.maybeBytes {
      unsafe c.pointee.has_maybe_bytes = 1
      unsafe c.pointee.maybe_bytes = arena.bytes(value)
    }
    if let value = self.maybeDouble {
      unsafe c.pointee.has_maybe_double = 1
      unsafe c.pointee.maybe_double = value
    }
    if let value = self.part { unsafe c.pointee.part = arena.message(value) }
    if !self.doubles.isEmpty {
      unsafe c.pointee.n_doubles = self.doubles.count
      unsafe c.pointee.doubles = arena.numbers(self.doubles)
    }
    if !self.floats.isEmpty {
      unsafe c.pointee.n_floats = self.floats.count
      unsafe c.pointee.floats = arena.numbers(self.floats)
    }
    if !self.int32s.isEmpty {
      unsafe c.pointee.n_int32s = self.int32s.count
      unsafe c.pointee.int32s = arena.numbers(self.int32s)
    }
    if !self.int64s.isEmpty {
      unsafe c.pointee.n_int64s = self.int64s.count
      unsafe c.pointee.int64s = arena.numbers(self.int64s)
    }
    if !self.uint32s.isEmpty {
      unsafe c.pointee.n_uint32s = self.uint32s.count
      unsafe c.pointee.uint32s = arena.numbers(self.uint32s)
    }
    if !self.uint64s.isEmpty {
      unsafe c.pointee.n_uint64s = self.uint64s.count
      unsafe c.pointee.uint64s = arena.numbers(self.uint64s)
    }
    if !self.sint32s.isEmpty {
      unsafe c.pointee.n_sint32s = self.sint32s.count
      unsafe c.pointee.sint32s = arena.numbers(self.sint32s)
    }
    if !self.sint64s.isEmpty {
      unsafe c.pointee.n_sint64s = self.sint64s.count
      unsafe c.pointee.sint64s = arena.numbers(self.sint64s)
    }
    if !self.fixed32s.isEmpty {
      unsafe c.pointee.n_fixed32s = self.fixed32s.count
      unsafe c.pointee.fixed32s = arena.numbers(self.fixed32s)
    }
    if !self.fixed64s.isEmpty {
      unsafe c.pointee.n_fixed64s = self.fixed64s.count
      unsafe c.pointee.fixed64s = arena.numbers(self.fixed64s)
    }
    if !self.sfixed32s.isEmpty {
      unsafe c.pointee.n_sfixed32s = self.sfixed32s.count
      unsafe c.pointee.sfixed32s = arena.numbers(self.sfixed32s)
    }
    if !self.sfixed64s.isEmpty {
      unsafe c.pointee.n_sfixed64s = self.sfixed64s.count
      unsafe c.pointee.sfixed64s = arena.numbers(self.sfixed64s)
    }
    if !self.bools.isEmpty {
      unsafe c.pointee.n_bools = self.bools.count
      unsafe c.pointee.bools = arena.bools(self.bools)
    }
    if !self.strings.isEmpty {
      unsafe c.pointee.n_strings = self.strings.count
      unsafe c.pointee.strings = arena.strings(self.strings)
    }
    if !self.bytesList.isEmpty {
      unsafe c.pointee.n_bytes_list = self.bytesList.count
      unsafe c.pointee.bytes_list = arena.bytesArray(self.bytesList)
    }
    if !self.moods.isEmpty {
      unsafe c.pointee.n_moods = self.moods.count
      unsafe c.pointee.moods = arena.enums(self.moods)
    }
    if !self.parts.isEmpty {
      unsafe c.pointee.n_parts = self.parts.count
      unsafe c.pointee.parts = arena.messages(self.parts)
    }
    if !self.unpacked.isEmpty {
      unsafe c.pointee.n_unpacked = self.unpacked.count
      unsafe c.pointee.unpacked = arena.numbers(self.unpacked)
    }
    if !self.stringByString.isEmpty {
      unsafe c.pointee.n_string_by_string = self.stringByString.count
      unsafe c.pointee.string_by_string = arena.map(self.stringByString) { key, value, entry, arena in
        unsafe entry.base.descriptor = test__everything__string_by_string_entry__type()
        unsafe entry.has_key = 1
        unsafe entry.key = arena.string(key)
        unsafe entry.has_value = 1
        unsafe entry.value = arena.string(value)
      }
    }
    if !self.partByInt32.isEmpty {
      unsafe c.pointee.n_part_by_int32 = self.partByInt32.count
      unsafe c.pointee.part_by_int32 = arena.map(self.partByInt32) { key, value, entry, arena in
        unsafe entry.base.descriptor = test__everything__part_by_int32_entry__type()
        unsafe entry.has_key = 1
        unsafe entry.key = key
        unsafe entry.value = arena.message(value)
      }
    }
    if !self.bytesByBool.isEmpty {
      unsafe c.pointee.n_bytes_by_bool = self.bytesByBool.count
      unsafe c.pointee.bytes_by_bool = arena.map(self.bytesByBool) { key, value, entry, arena in
        unsafe entry.base.descriptor = test__everything__bytes_by_bool_entry__type()
        unsafe entry.has_key = 1
        unsafe entry.key = key ? 1 : 0
        unsafe entry.has_value = 1
        unsafe entry.value = arena.bytes(value)
      }
    }
    if !self.moodByUint64.isEmpty {
      unsafe c.pointee.n_mood_by_uint64 = self.moodByUint64.count
      unsafe c.pointee.mood_by_uint64 = arena.map(self.moodByUint64) { key, value, entry, arena in
        unsafe entry.base.descriptor = test__everything__mood_by_uint64_entry__type()
        unsafe entry.has_key = 1
        unsafe entry.key = key
        unsafe entry.has_value = 1
        unsafe entry.value = value.rawValue
      }
    }
    if !self.doubleBySint64.isEmpty {
      unsafe c.pointee.n_double_by_sint64 = self.doubleBySint64.count
      unsafe c.pointee.double_by_sint64 = arena.map(self.doubleBySint64) { key, value, entry, arena in
        unsafe entry.base.descriptor = test__everything__double_by_sint64_entry__type()
        unsafe entry.has_key = 1
        unsafe entry.key = key
        unsafe entry.has_value = 1
        unsafe entry.value = value
      }
    }
    if !self.boolByFixed32.isEmpty {
      unsafe c.pointee.n_bool_by_fixed32 = self.boolByFixed32.count
      unsafe c.pointee.bool_by_fixed32 = arena.map(self.boolByFixed32) { key, value, entry, arena in
        unsafe entry.base.descriptor = test__everything__bool_by_fixed32_entry__type()
        unsafe entry.has_key = 1
        unsafe entry.key = key
        unsafe entry.has_value = 1
        unsafe entry.value = value ? 1 : 0
      }
    }
    if !self.valueByString.isEmpty {
      unsafe c.pointee.n_value_by_string = self.valueByString.count
      unsafe c.pointee.value_by_string = arena.map(self.valueByString) { key, value, entry, arena in
        unsafe entry.base.descriptor = test__everything__value_by_string_entry__type()
        unsafe entry.has_key = 1
        unsafe entry.key = arena.string(key)
        unsafe entry.value = arena.message(value)
      }
    }
    if let value = self.timestamp { unsafe c.pointee.timestamp = arena.message(value) }
    if let value = self.duration { unsafe c.pointee.duration = arena.message(value) }
    if let value = self.fieldMask { unsafe c.pointee.field_mask = arena.message(value) }
    if let value = self.object { unsafe c.pointee.object = arena.message(value) }
    if let value = self.value { unsafe c.pointee.value = arena.message(value) }
    if let value = self.list { unsafe c.pointee.list = arena.message(value) }
    if let value = self.any { unsafe c.pointee.any = arena.message(value) }
    if let value = self.int64Wrapper { unsafe c.pointee.int64_wrapper = arena.message(value) }
    if let value = self.stringWrapper { unsafe c.pointee.string_wrapper = arena.message(value) }
    if let value = self.boolWrapper { unsafe c.pointee.bool_wrapper = arena.message(value) }
    if let value = self.bytesWrapper { unsafe c.pointee.bytes_wrapper = arena.message(value) }
    if let value = self.doubleWrapper { unsafe c.pointee.double_wrapper = arena.message(value) }
    if let value = self.empty { unsafe c.pointee.empty = arena.message(value) }
    if !self.timestamps.isEmpty {
      unsafe c.pointee.n_timestamps = self.timestamps.count
      unsafe c.pointee.timestamps = arena.messages(self.timestamps)
    }
    if self.nullValue.rawValue != 0 {
      unsafe c.pointee.has_null_value = 1
      unsafe c.pointee.null_value = self.nullValue.rawValue
    }
    if self.`default` != 0 {
      unsafe c.pointee.has_default_101 = 1
      unsafe c.pointee.default_101 = self.`default`
    }
    if !self.`class`.isEmpty {
      unsafe c.pointee.has_class_102 = 1
      unsafe c.pointee.class_102 = arena.string(self.`class`)
    }
    if !self.source.isEmpty {
      unsafe c.pointee.has_source = 1
      unsafe c.pointee.source = arena.string(self.source)
    }
    if !self.copier.isEmpty {
      unsafe c.pointee.has_copier = 1
      unsafe c.pointee.copier = arena.string(self.copier)
    }
    if !self.arena.isEmpty {
      unsafe c.pointee.has_arena = 1
      unsafe c.pointee.arena = arena.string(self.arena)
    }
    if !self.target.isEmpty {
      unsafe c.pointee.has_target = 1
      unsafe c.pointee.target = arena.string(self.target)
    }
    if !self.self_.isEmpty {
      unsafe c.pointee.has_self_107 = 1
      unsafe c.pointee.self_107 = arena.string(self.self_)
    }
    if !self.init_.isEmpty {
      unsafe c.pointee.has_init_108 = 1
      unsafe c.pointee.init_108 = arena.string(self.init_)
    }
    if !self.camelCase.isEmpty {
      unsafe c.pointee.has_camelcase = 1
      unsafe c.pointee.camelcase = arena.string(self.camelCase)
    }
    if self.nClass {
      unsafe c.pointee.has_n_class = 1
      unsafe c.pointee.n_class = self.nClass ? 1 : 0
    }
    if self.base {
      unsafe c.pointee.has_base_111 = 1
      unsafe c.pointee.base_111 = self.base ? 1 : 0
    }
    if !self.c.isEmpty {
      unsafe c.pointee.has_c = 1
      unsafe c.pointee.c = arena.string(self.c)
    }
    if !self.far.isEmpty {
      unsafe c.pointee.has_far = 1
      unsafe c.pointee.far = arena.string(self.far)
    }
    switch self.choice {
    case .text(let value):
      unsafe c.pointee.choice_case = .init(rawValue: 61)
      unsafe c.pointee.text = arena.string(value)
    case .number(let value):
      unsafe c.pointee.choice_case = .init(rawValue: 62)
      unsafe c.pointee.number = value
    case .piece(let value):
      unsafe c.pointee.choice_case = .init(rawValue: 63)
      unsafe c.pointee.piece = arena.message(value)
    case .whole(let value):
      unsafe c.pointee.choice_case = .init(rawValue: 64)
      unsafe c.pointee.whole = arena.message(value)
    case .flag(let value):
      unsafe c.pointee.choice_case = .init(rawValue: 65)
      unsafe c.pointee.flag = value ? 1 : 0
    case .blob(let value):
      unsafe c.pointee.choice_case = .init(rawValue: 66)
      unsafe c.pointee.blob = arena.bytes(value)
    case .feeling(let value):
      unsafe c.pointee.choice_case = .init(rawValue: 67)
      unsafe c.pointee.feeling = value.rawValue
    case .ratio(let value):
      unsafe c.pointee.choice_case = .init(rawValue: 68)
      unsafe c.pointee.ratio = value
    case nil: break
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension Part {
  package static let codec = unsafe MessageCodec(
    TestSchema.registry, "test.Part", test__part__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Test__Part.self)
    unsafe self.name = copier.string(c.pointee.name)
    unsafe self.parts = copier.messages(c.pointee.n_parts, c.pointee.parts)
    unsafe self.named = copier.map(c.pointee.n_named, c.pointee.named) { entry, copier in
      unsafe (copier.string(entry.key), copier.required(entry.value))
    }
    switch unsafe c.pointee.kind_case.rawValue {
    case 4: unsafe self.kind = .own(copier.required(c.pointee.own))
    case 5: unsafe self.kind = .other(copier.string(c.pointee.other))
    default: break
    }
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Test__Part.self, capacity: 1)
    unsafe c.pointee.base.descriptor = test__part__type()
    if !self.name.isEmpty {
      unsafe c.pointee.has_name = 1
      unsafe c.pointee.name = arena.string(self.name)
    }
    if !self.parts.isEmpty {
      unsafe c.pointee.n_parts = self.parts.count
      unsafe c.pointee.parts = arena.messages(self.parts)
    }
    if !self.named.isEmpty {
      unsafe c.pointee.n_named = self.named.count
      unsafe c.pointee.named = arena.map(self.named) { key, value, entry, arena in
        unsafe entry.base.descriptor = test__part__named_entry__type()
        unsafe entry.has_key = 1
        unsafe entry.key = arena.string(key)
        unsafe entry.value = arena.message(value)
      }
    }
    switch self.kind {
    case .own(let value):
      unsafe c.pointee.kind_case = .init(rawValue: 4)
      unsafe c.pointee.own = arena.message(value)
    case .other(let value):
      unsafe c.pointee.kind_case = .init(rawValue: 5)
      unsafe c.pointee.other = arena.string(value)
    case nil: break
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension Part.Kind {
  package static let codec = unsafe MessageCodec(
    TestSchema.registry, "test.Part.Kind", test__part__kind__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Test__Part__Kind.self)
    unsafe self.number = c.pointee.number
    unsafe self.level = Part.Level(rawValue: c.pointee.level)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Test__Part__Kind.self, capacity: 1)
    unsafe c.pointee.base.descriptor = test__part__kind__type()
    if self.number != 0 {
      unsafe c.pointee.has_number = 1
      unsafe c.pointee.number = self.number
    }
    if self.level.rawValue != 0 {
      unsafe c.pointee.has_level = 1
      unsafe c.pointee.level = self.level.rawValue
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension NewerPart {
  package static let codec = unsafe MessageCodec(
    TestSchema.registry, "test.NewerPart", test__newer_part__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Test__NewerPart.self)
    unsafe self.name = copier.string(c.pointee.name)
    unsafe self.weight = c.pointee.weight
    unsafe self.colour = copier.string(c.pointee.colour)
    unsafe self.codes = copier.numbers(c.pointee.n_codes, c.pointee.codes)
    unsafe self.length = c.pointee.length
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Test__NewerPart.self, capacity: 1)
    unsafe c.pointee.base.descriptor = test__newer_part__type()
    if !self.name.isEmpty {
      unsafe c.pointee.has_name = 1
      unsafe c.pointee.name = arena.string(self.name)
    }
    if self.weight != 0 {
      unsafe c.pointee.has_weight = 1
      unsafe c.pointee.weight = self.weight
    }
    if !self.colour.isEmpty {
      unsafe c.pointee.has_colour = 1
      unsafe c.pointee.colour = arena.string(self.colour)
    }
    if !self.codes.isEmpty {
      unsafe c.pointee.n_codes = self.codes.count
      unsafe c.pointee.codes = arena.numbers(self.codes)
    }
    if self.length.bitPattern != 0 {
      unsafe c.pointee.has_length = 1
      unsafe c.pointee.length = self.length
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}
