// Written by protoc-gen-smart-cooking from conformance/test_all_types_proto3.proto. Do not edit.
// swift-format-ignore-file

import CConformanceProtos
import CProtobufC
package import Protobuf

package enum ForeignEnum: MessageEnum {
  case foreignFoo
  case foreignBar
  case foreignBaz
  /// A number this contract has no name for.
  case unrecognized(Int32)

  package init() { self = .foreignFoo }

  package init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .foreignFoo
    case 1: self = .foreignBar
    case 2: self = .foreignBaz
    default: self = .unrecognized(rawValue)
    }
  }

  package var rawValue: Int32 {
    switch self {
    case .foreignFoo: 0
    case .foreignBar: 1
    case .foreignBaz: 2
    case .unrecognized(let number): number
    }
  }

  package var name: String {
    switch self {
    case .foreignFoo: "FOREIGN_FOO"
    case .foreignBar: "FOREIGN_BAR"
    case .foreignBaz: "FOREIGN_BAZ"
    case .unrecognized(let number): String(number)
    }
  }

  /// Every value that has a name.
  package static let allCases: [ForeignEnum] = [
    .foreignFoo,
    .foreignBar,
    .foreignBaz,
  ]
}

/// The message that protobuf's conformance runner sends: names and numbers are the runner's.
package struct TestAllTypesProto3: Message {
  package var optionalInt32: Int32 = 0

  package var optionalInt64: Int64 = 0

  package var optionalUint32: UInt32 = 0

  package var optionalUint64: UInt64 = 0

  package var optionalSint32: Int32 = 0

  package var optionalSint64: Int64 = 0

  package var optionalFixed32: UInt32 = 0

  package var optionalFixed64: UInt64 = 0

  package var optionalSfixed32: Int32 = 0

  package var optionalSfixed64: Int64 = 0

  package var optionalFloat: Float = 0

  package var optionalDouble: Double = 0

  package var optionalBool: Bool = false

  package var optionalString: String = ""

  package var optionalBytes: [UInt8] = []

  package var optionalNestedMessage: TestAllTypesProto3.NestedMessage? {
    get { optionalNestedMessageStorage?.value }
    set { optionalNestedMessageStorage = newValue.map { Indirect($0) } }
  }
  private var optionalNestedMessageStorage: Indirect<TestAllTypesProto3.NestedMessage>?

  package var optionalForeignMessage: ForeignMessage?

  package var optionalNestedEnum: TestAllTypesProto3.NestedEnum = TestAllTypesProto3.NestedEnum()

  package var optionalForeignEnum: ForeignEnum = ForeignEnum()

  package var optionalAliasedEnum: TestAllTypesProto3.AliasedEnum = TestAllTypesProto3.AliasedEnum()

  package var optionalStringPiece: String = ""

  package var optionalCord: String = ""

  package var recursiveMessage: TestAllTypesProto3? {
    get { recursiveMessageStorage?.value }
    set { recursiveMessageStorage = newValue.map { Indirect($0) } }
  }
  private var recursiveMessageStorage: Indirect<TestAllTypesProto3>?

  package var repeatedInt32: [Int32] = []

  package var repeatedInt64: [Int64] = []

  package var repeatedUint32: [UInt32] = []

  package var repeatedUint64: [UInt64] = []

  package var repeatedSint32: [Int32] = []

  package var repeatedSint64: [Int64] = []

  package var repeatedFixed32: [UInt32] = []

  package var repeatedFixed64: [UInt64] = []

  package var repeatedSfixed32: [Int32] = []

  package var repeatedSfixed64: [Int64] = []

  package var repeatedFloat: [Float] = []

  package var repeatedDouble: [Double] = []

  package var repeatedBool: [Bool] = []

  package var repeatedString: [String] = []

  package var repeatedBytes: [[UInt8]] = []

  package var repeatedNestedMessage: [TestAllTypesProto3.NestedMessage] = []

  package var repeatedForeignMessage: [ForeignMessage] = []

  package var repeatedNestedEnum: [TestAllTypesProto3.NestedEnum] = []

  package var repeatedForeignEnum: [ForeignEnum] = []

  package var repeatedStringPiece: [String] = []

  package var repeatedCord: [String] = []

  package var mapInt32Int32: [Int32: Int32] = [:]

  package var mapInt64Int64: [Int64: Int64] = [:]

  package var mapUint32Uint32: [UInt32: UInt32] = [:]

  package var mapUint64Uint64: [UInt64: UInt64] = [:]

  package var mapSint32Sint32: [Int32: Int32] = [:]

  package var mapSint64Sint64: [Int64: Int64] = [:]

  package var mapFixed32Fixed32: [UInt32: UInt32] = [:]

  package var mapFixed64Fixed64: [UInt64: UInt64] = [:]

  package var mapSfixed32Sfixed32: [Int32: Int32] = [:]

  package var mapSfixed64Sfixed64: [Int64: Int64] = [:]

  package var mapInt32Float: [Int32: Float] = [:]

  package var mapInt32Double: [Int32: Double] = [:]

  package var mapBoolBool: [Bool: Bool] = [:]

  package var mapStringString: [String: String] = [:]

  package var mapStringBytes: [String: [UInt8]] = [:]

  package var mapStringNestedMessage: [String: TestAllTypesProto3.NestedMessage] = [:]

  package var mapStringForeignMessage: [String: ForeignMessage] = [:]

  package var mapStringNestedEnum: [String: TestAllTypesProto3.NestedEnum] = [:]

  package var mapStringForeignEnum: [String: ForeignEnum] = [:]

  package var packedInt32: [Int32] = []

  package var packedInt64: [Int64] = []

  package var packedUint32: [UInt32] = []

  package var packedUint64: [UInt64] = []

  package var packedSint32: [Int32] = []

  package var packedSint64: [Int64] = []

  package var packedFixed32: [UInt32] = []

  package var packedFixed64: [UInt64] = []

  package var packedSfixed32: [Int32] = []

  package var packedSfixed64: [Int64] = []

  package var packedFloat: [Float] = []

  package var packedDouble: [Double] = []

  package var packedBool: [Bool] = []

  package var packedNestedEnum: [TestAllTypesProto3.NestedEnum] = []

  package var unpackedInt32: [Int32] = []

  package var unpackedInt64: [Int64] = []

  package var unpackedUint32: [UInt32] = []

  package var unpackedUint64: [UInt64] = []

  package var unpackedSint32: [Int32] = []

  package var unpackedSint64: [Int64] = []

  package var unpackedFixed32: [UInt32] = []

  package var unpackedFixed64: [UInt64] = []

  package var unpackedSfixed32: [Int32] = []

  package var unpackedSfixed64: [Int64] = []

  package var unpackedFloat: [Float] = []

  package var unpackedDouble: [Double] = []

  package var unpackedBool: [Bool] = []

  package var unpackedNestedEnum: [TestAllTypesProto3.NestedEnum] = []

  /// At most one of the cases.
  package var oneofField: OneofField?

  package var optionalBoolWrapper: Google_Protobuf_BoolValue?

  package var optionalInt32Wrapper: Google_Protobuf_Int32Value?

  package var optionalInt64Wrapper: Google_Protobuf_Int64Value?

  package var optionalUint32Wrapper: Google_Protobuf_UInt32Value?

  package var optionalUint64Wrapper: Google_Protobuf_UInt64Value?

  package var optionalFloatWrapper: Google_Protobuf_FloatValue?

  package var optionalDoubleWrapper: Google_Protobuf_DoubleValue?

  package var optionalStringWrapper: Google_Protobuf_StringValue?

  package var optionalBytesWrapper: Google_Protobuf_BytesValue?

  package var repeatedBoolWrapper: [Google_Protobuf_BoolValue] = []

  package var repeatedInt32Wrapper: [Google_Protobuf_Int32Value] = []

  package var repeatedInt64Wrapper: [Google_Protobuf_Int64Value] = []

  package var repeatedUint32Wrapper: [Google_Protobuf_UInt32Value] = []

  package var repeatedUint64Wrapper: [Google_Protobuf_UInt64Value] = []

  package var repeatedFloatWrapper: [Google_Protobuf_FloatValue] = []

  package var repeatedDoubleWrapper: [Google_Protobuf_DoubleValue] = []

  package var repeatedStringWrapper: [Google_Protobuf_StringValue] = []

  package var repeatedBytesWrapper: [Google_Protobuf_BytesValue] = []

  package var optionalDuration: Google_Protobuf_Duration?

  package var optionalTimestamp: Google_Protobuf_Timestamp?

  package var optionalFieldMask: Google_Protobuf_FieldMask?

  package var optionalStruct: Google_Protobuf_Struct?

  package var optionalAny: Google_Protobuf_Any?

  package var optionalValue: Google_Protobuf_Value?

  package var optionalNullValue: Google_Protobuf_NullValue = Google_Protobuf_NullValue()

  package var repeatedDuration: [Google_Protobuf_Duration] = []

  package var repeatedTimestamp: [Google_Protobuf_Timestamp] = []

  package var repeatedFieldmask: [Google_Protobuf_FieldMask] = []

  package var repeatedAny: [Google_Protobuf_Any] = []

  package var repeatedValue: [Google_Protobuf_Value] = []

  package var repeatedListValue: [Google_Protobuf_ListValue] = []

  package var repeatedStruct: [Google_Protobuf_Struct] = []

  /// How names become JSON names.
  package var fieldname1: Int32 = 0

  package var fieldName2: Int32 = 0

  package var fieldName3: Int32 = 0

  package var fieldName4: Int32 = 0

  package var field0name5: Int32 = 0

  package var field0Name6: Int32 = 0

  package var fieldName7: Int32 = 0

  package var fieldName8: Int32 = 0

  package var fieldName9: Int32 = 0

  package var fieldName10: Int32 = 0

  package var fIELDNAME11: Int32 = 0

  package var fIELDName12: Int32 = 0

  package var fieldName13: Int32 = 0

  package var fieldName14: Int32 = 0

  package var fieldName15: Int32 = 0

  package var fieldName16: Int32 = 0

  package var fieldName17: Int32 = 0

  package var fieldName18: Int32 = 0

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    optionalInt32: Int32 = 0,
    optionalInt64: Int64 = 0,
    optionalUint32: UInt32 = 0,
    optionalUint64: UInt64 = 0,
    optionalSint32: Int32 = 0,
    optionalSint64: Int64 = 0,
    optionalFixed32: UInt32 = 0,
    optionalFixed64: UInt64 = 0,
    optionalSfixed32: Int32 = 0,
    optionalSfixed64: Int64 = 0,
    optionalFloat: Float = 0,
    optionalDouble: Double = 0,
    optionalBool: Bool = false,
    optionalString: String = "",
    optionalBytes: [UInt8] = [],
    optionalNestedMessage: TestAllTypesProto3.NestedMessage? = nil,
    optionalForeignMessage: ForeignMessage? = nil,
    optionalNestedEnum: TestAllTypesProto3.NestedEnum = TestAllTypesProto3.NestedEnum(),
    optionalForeignEnum: ForeignEnum = ForeignEnum(),
    optionalAliasedEnum: TestAllTypesProto3.AliasedEnum = TestAllTypesProto3.AliasedEnum(),
    optionalStringPiece: String = "",
    optionalCord: String = "",
    recursiveMessage: TestAllTypesProto3? = nil,
    repeatedInt32: [Int32] = [],
    repeatedInt64: [Int64] = [],
    repeatedUint32: [UInt32] = [],
    repeatedUint64: [UInt64] = [],
    repeatedSint32: [Int32] = [],
    repeatedSint64: [Int64] = [],
    repeatedFixed32: [UInt32] = [],
    repeatedFixed64: [UInt64] = [],
    repeatedSfixed32: [Int32] = [],
    repeatedSfixed64: [Int64] = [],
    repeatedFloat: [Float] = [],
    repeatedDouble: [Double] = [],
    repeatedBool: [Bool] = [],
    repeatedString: [String] = [],
    repeatedBytes: [[UInt8]] = [],
    repeatedNestedMessage: [TestAllTypesProto3.NestedMessage] = [],
    repeatedForeignMessage: [ForeignMessage] = [],
    repeatedNestedEnum: [TestAllTypesProto3.NestedEnum] = [],
    repeatedForeignEnum: [ForeignEnum] = [],
    repeatedStringPiece: [String] = [],
    repeatedCord: [String] = [],
    mapInt32Int32: [Int32: Int32] = [:],
    mapInt64Int64: [Int64: Int64] = [:],
    mapUint32Uint32: [UInt32: UInt32] = [:],
    mapUint64Uint64: [UInt64: UInt64] = [:],
    mapSint32Sint32: [Int32: Int32] = [:],
    mapSint64Sint64: [Int64: Int64] = [:],
    mapFixed32Fixed32: [UInt32: UInt32] = [:],
    mapFixed64Fixed64: [UInt64: UInt64] = [:],
    mapSfixed32Sfixed32: [Int32: Int32] = [:],
    mapSfixed64Sfixed64: [Int64: Int64] = [:],
    mapInt32Float: [Int32: Float] = [:],
    mapInt32Double: [Int32: Double] = [:],
    mapBoolBool: [Bool: Bool] = [:],
    mapStringString: [String: String] = [:],
    mapStringBytes: [String: [UInt8]] = [:],
    mapStringNestedMessage: [String: TestAllTypesProto3.NestedMessage] = [:],
    mapStringForeignMessage: [String: ForeignMessage] = [:],
    mapStringNestedEnum: [String: TestAllTypesProto3.NestedEnum] = [:],
    mapStringForeignEnum: [String: ForeignEnum] = [:],
    packedInt32: [Int32] = [],
    packedInt64: [Int64] = [],
    packedUint32: [UInt32] = [],
    packedUint64: [UInt64] = [],
    packedSint32: [Int32] = [],
    packedSint64: [Int64] = [],
    packedFixed32: [UInt32] = [],
    packedFixed64: [UInt64] = [],
    packedSfixed32: [Int32] = [],
    packedSfixed64: [Int64] = [],
    packedFloat: [Float] = [],
    packedDouble: [Double] = [],
    packedBool: [Bool] = [],
    packedNestedEnum: [TestAllTypesProto3.NestedEnum] = [],
    unpackedInt32: [Int32] = [],
    unpackedInt64: [Int64] = [],
    unpackedUint32: [UInt32] = [],
    unpackedUint64: [UInt64] = [],
    unpackedSint32: [Int32] = [],
    unpackedSint64: [Int64] = [],
    unpackedFixed32: [UInt32] = [],
    unpackedFixed64: [UInt64] = [],
    unpackedSfixed32: [Int32] = [],
    unpackedSfixed64: [Int64] = [],
    unpackedFloat: [Float] = [],
    unpackedDouble: [Double] = [],
    unpackedBool: [Bool] = [],
    unpackedNestedEnum: [TestAllTypesProto3.NestedEnum] = [],
    oneofField: OneofField? = nil,
    optionalBoolWrapper: Google_Protobuf_BoolValue? = nil,
    optionalInt32Wrapper: Google_Protobuf_Int32Value? = nil,
    optionalInt64Wrapper: Google_Protobuf_Int64Value? = nil,
    optionalUint32Wrapper: Google_Protobuf_UInt32Value? = nil,
    optionalUint64Wrapper: Google_Protobuf_UInt64Value? = nil,
    optionalFloatWrapper: Google_Protobuf_FloatValue? = nil,
    optionalDoubleWrapper: Google_Protobuf_DoubleValue? = nil,
    optionalStringWrapper: Google_Protobuf_StringValue? = nil,
    optionalBytesWrapper: Google_Protobuf_BytesValue? = nil,
    repeatedBoolWrapper: [Google_Protobuf_BoolValue] = [],
    repeatedInt32Wrapper: [Google_Protobuf_Int32Value] = [],
    repeatedInt64Wrapper: [Google_Protobuf_Int64Value] = [],
    repeatedUint32Wrapper: [Google_Protobuf_UInt32Value] = [],
    repeatedUint64Wrapper: [Google_Protobuf_UInt64Value] = [],
    repeatedFloatWrapper: [Google_Protobuf_FloatValue] = [],
    repeatedDoubleWrapper: [Google_Protobuf_DoubleValue] = [],
    repeatedStringWrapper: [Google_Protobuf_StringValue] = [],
    repeatedBytesWrapper: [Google_Protobuf_BytesValue] = [],
    optionalDuration: Google_Protobuf_Duration? = nil,
    optionalTimestamp: Google_Protobuf_Timestamp? = nil,
    optionalFieldMask: Google_Protobuf_FieldMask? = nil,
    optionalStruct: Google_Protobuf_Struct? = nil,
    optionalAny: Google_Protobuf_Any? = nil,
    optionalValue: Google_Protobuf_Value? = nil,
    optionalNullValue: Google_Protobuf_NullValue = Google_Protobuf_NullValue(),
    repeatedDuration: [Google_Protobuf_Duration] = [],
    repeatedTimestamp: [Google_Protobuf_Timestamp] = [],
    repeatedFieldmask: [Google_Protobuf_FieldMask] = [],
    repeatedAny: [Google_Protobuf_Any] = [],
    repeatedValue: [Google_Protobuf_Value] = [],
    repeatedListValue: [Google_Protobuf_ListValue] = [],
    repeatedStruct: [Google_Protobuf_Struct] = [],
    fieldname1: Int32 = 0,
    fieldName2: Int32 = 0,
    fieldName3: Int32 = 0,
    fieldName4: Int32 = 0,
    field0name5: Int32 = 0,
    field0Name6: Int32 = 0,
    fieldName7: Int32 = 0,
    fieldName8: Int32 = 0,
    fieldName9: Int32 = 0,
    fieldName10: Int32 = 0,
    fIELDNAME11: Int32 = 0,
    fIELDName12: Int32 = 0,
    fieldName13: Int32 = 0,
    fieldName14: Int32 = 0,
    fieldName15: Int32 = 0,
    fieldName16: Int32 = 0,
    fieldName17: Int32 = 0,
    fieldName18: Int32 = 0
  ) {
    self.optionalInt32 = optionalInt32
    self.optionalInt64 = optionalInt64
    self.optionalUint32 = optionalUint32
    self.optionalUint64 = optionalUint64
    self.optionalSint32 = optionalSint32
    self.optionalSint64 = optionalSint64
    self.optionalFixed32 = optionalFixed32
    self.optionalFixed64 = optionalFixed64
    self.optionalSfixed32 = optionalSfixed32
    self.optionalSfixed64 = optionalSfixed64
    self.optionalFloat = optionalFloat
    self.optionalDouble = optionalDouble
    self.optionalBool = optionalBool
    self.optionalString = optionalString
    self.optionalBytes = optionalBytes
    self.optionalNestedMessage = optionalNestedMessage
    self.optionalForeignMessage = optionalForeignMessage
    self.optionalNestedEnum = optionalNestedEnum
    self.optionalForeignEnum = optionalForeignEnum
    self.optionalAliasedEnum = optionalAliasedEnum
    self.optionalStringPiece = optionalStringPiece
    self.optionalCord = optionalCord
    self.recursiveMessage = recursiveMessage
    self.repeatedInt32 = repeatedInt32
    self.repeatedInt64 = repeatedInt64
    self.repeatedUint32 = repeatedUint32
    self.repeatedUint64 = repeatedUint64
    self.repeatedSint32 = repeatedSint32
    self.repeatedSint64 = repeatedSint64
    self.repeatedFixed32 = repeatedFixed32
    self.repeatedFixed64 = repeatedFixed64
    self.repeatedSfixed32 = repeatedSfixed32
    self.repeatedSfixed64 = repeatedSfixed64
    self.repeatedFloat = repeatedFloat
    self.repeatedDouble = repeatedDouble
    self.repeatedBool = repeatedBool
    self.repeatedString = repeatedString
    self.repeatedBytes = repeatedBytes
    self.repeatedNestedMessage = repeatedNestedMessage
    self.repeatedForeignMessage = repeatedForeignMessage
    self.repeatedNestedEnum = repeatedNestedEnum
    self.repeatedForeignEnum = repeatedForeignEnum
    self.repeatedStringPiece = repeatedStringPiece
    self.repeatedCord = repeatedCord
    self.mapInt32Int32 = mapInt32Int32
    self.mapInt64Int64 = mapInt64Int64
    self.mapUint32Uint32 = mapUint32Uint32
    self.mapUint64Uint64 = mapUint64Uint64
    self.mapSint32Sint32 = mapSint32Sint32
    self.mapSint64Sint64 = mapSint64Sint64
    self.mapFixed32Fixed32 = mapFixed32Fixed32
    self.mapFixed64Fixed64 = mapFixed64Fixed64
    self.mapSfixed32Sfixed32 = mapSfixed32Sfixed32
    self.mapSfixed64Sfixed64 = mapSfixed64Sfixed64
    self.mapInt32Float = mapInt32Float
    self.mapInt32Double = mapInt32Double
    self.mapBoolBool = mapBoolBool
    self.mapStringString = mapStringString
    self.mapStringBytes = mapStringBytes
    self.mapStringNestedMessage = mapStringNestedMessage
    self.mapStringForeignMessage = mapStringForeignMessage
    self.mapStringNestedEnum = mapStringNestedEnum
    self.mapStringForeignEnum = mapStringForeignEnum
    self.packedInt32 = packedInt32
    self.packedInt64 = packedInt64
    self.packedUint32 = packedUint32
    self.packedUint64 = packedUint64
    self.packedSint32 = packedSint32
    self.packedSint64 = packedSint64
    self.packedFixed32 = packedFixed32
    self.packedFixed64 = packedFixed64
    self.packedSfixed32 = packedSfixed32
    self.packedSfixed64 = packedSfixed64
    self.packedFloat = packedFloat
    self.packedDouble = packedDouble
    self.packedBool = packedBool
    self.packedNestedEnum = packedNestedEnum
    self.unpackedInt32 = unpackedInt32
    self.unpackedInt64 = unpackedInt64
    self.unpackedUint32 = unpackedUint32
    self.unpackedUint64 = unpackedUint64
    self.unpackedSint32 = unpackedSint32
    self.unpackedSint64 = unpackedSint64
    self.unpackedFixed32 = unpackedFixed32
    self.unpackedFixed64 = unpackedFixed64
    self.unpackedSfixed32 = unpackedSfixed32
    self.unpackedSfixed64 = unpackedSfixed64
    self.unpackedFloat = unpackedFloat
    self.unpackedDouble = unpackedDouble
    self.unpackedBool = unpackedBool
    self.unpackedNestedEnum = unpackedNestedEnum
    self.oneofField = oneofField
    self.optionalBoolWrapper = optionalBoolWrapper
    self.optionalInt32Wrapper = optionalInt32Wrapper
    self.optionalInt64Wrapper = optionalInt64Wrapper
    self.optionalUint32Wrapper = optionalUint32Wrapper
    self.optionalUint64Wrapper = optionalUint64Wrapper
    self.optionalFloatWrapper = optionalFloatWrapper
    self.optionalDoubleWrapper = optionalDoubleWrapper
    self.optionalStringWrapper = optionalStringWrapper
    self.optionalBytesWrapper = optionalBytesWrapper
    self.repeatedBoolWrapper = repeatedBoolWrapper
    self.repeatedInt32Wrapper = repeatedInt32Wrapper
    self.repeatedInt64Wrapper = repeatedInt64Wrapper
    self.repeatedUint32Wrapper = repeatedUint32Wrapper
    self.repeatedUint64Wrapper = repeatedUint64Wrapper
    self.repeatedFloatWrapper = repeatedFloatWrapper
    self.repeatedDoubleWrapper = repeatedDoubleWrapper
    self.repeatedStringWrapper = repeatedStringWrapper
    self.repeatedBytesWrapper = repeatedBytesWrapper
    self.optionalDuration = optionalDuration
    self.optionalTimestamp = optionalTimestamp
    self.optionalFieldMask = optionalFieldMask
    self.optionalStruct = optionalStruct
    self.optionalAny = optionalAny
    self.optionalValue = optionalValue
    self.optionalNullValue = optionalNullValue
    self.repeatedDuration = repeatedDuration
    self.repeatedTimestamp = repeatedTimestamp
    self.repeatedFieldmask = repeatedFieldmask
    self.repeatedAny = repeatedAny
    self.repeatedValue = repeatedValue
    self.repeatedListValue = repeatedListValue
    self.repeatedStruct = repeatedStruct
    self.fieldname1 = fieldname1
    self.fieldName2 = fieldName2
    self.fieldName3 = fieldName3
    self.fieldName4 = fieldName4
    self.field0name5 = field0name5
    self.field0Name6 = field0Name6
    self.fieldName7 = fieldName7
    self.fieldName8 = fieldName8
    self.fieldName9 = fieldName9
    self.fieldName10 = fieldName10
    self.fIELDNAME11 = fIELDNAME11
    self.fIELDName12 = fIELDName12
    self.fieldName13 = fieldName13
    self.fieldName14 = fieldName14
    self.fieldName15 = fieldName15
    self.fieldName16 = fieldName16
    self.fieldName17 = fieldName17
    self.fieldName18 = fieldName18
  }

  /// The cases of `oneofField`.
  package indirect enum OneofField: Sendable, Equatable {
    case oneofUint32(UInt32)
    case oneofNestedMessage(TestAllTypesProto3.NestedMessage)
    case oneofString(String)
    case oneofBytes([UInt8])
    case oneofBool(Bool)
    case oneofUint64(UInt64)
    case oneofFloat(Float)
    case oneofDouble(Double)
    case oneofEnum(TestAllTypesProto3.NestedEnum)
    case oneofNullValue(Google_Protobuf_NullValue)
  }

  package enum NestedEnum: MessageEnum {
    case foo
    case bar
    case baz
    case neg
    /// A number this contract has no name for.
    case unrecognized(Int32)

    package init() { self = .foo }

    package init(rawValue: Int32) {
      switch rawValue {
      case 0: self = .foo
      case 1: self = .bar
      case 2: self = .baz
      case -1: self = .neg
      default: self = .unrecognized(rawValue)
      }
    }

    package var rawValue: Int32 {
      switch self {
      case .foo: 0
      case .bar: 1
      case .baz: 2
      case .neg: -1
      case .unrecognized(let number): number
      }
    }

    package var name: String {
      switch self {
      case .foo: "FOO"
      case .bar: "BAR"
      case .baz: "BAZ"
      case .neg: "NEG"
      case .unrecognized(let number): String(number)
      }
    }

    /// Every value that has a name.
    package static let allCases: [NestedEnum] = [
      .foo,
      .bar,
      .baz,
      .neg,
    ]
  }

  package enum AliasedEnum: MessageEnum {
    case aliasFoo
    case aliasBar
    case aliasBaz
    /// A number this contract has no name for.
    case unrecognized(Int32)

    package static var moo: AliasedEnum { .aliasBaz }

    package static var moo_2: AliasedEnum { .aliasBaz }

    package static var baz: AliasedEnum { .aliasBaz }

    package init() { self = .aliasFoo }

    package init(rawValue: Int32) {
      switch rawValue {
      case 0: self = .aliasFoo
      case 1: self = .aliasBar
      case 2: self = .aliasBaz
      default: self = .unrecognized(rawValue)
      }
    }

    package var rawValue: Int32 {
      switch self {
      case .aliasFoo: 0
      case .aliasBar: 1
      case .aliasBaz: 2
      case .unrecognized(let number): number
      }
    }

    package var name: String {
      switch self {
      case .aliasFoo: "ALIAS_FOO"
      case .aliasBar: "ALIAS_BAR"
      case .aliasBaz: "ALIAS_BAZ"
      case .unrecognized(let number): String(number)
      }
    }

    /// Every value that has a name.
    package static let allCases: [AliasedEnum] = [
      .aliasFoo,
      .aliasBar,
      .aliasBaz,
    ]
  }

  package struct NestedMessage: Message {
    package var a: Int32 = 0

    package var corecursive: TestAllTypesProto3? {
      get { corecursiveStorage?.value }
      set { corecursiveStorage = newValue.map { Indirect($0) } }
    }
    private var corecursiveStorage: Indirect<TestAllTypesProto3>?

    /// Fields this contract does not know, kept for the next reader.
    package var unknownFields = UnknownFields()

    package init() {}

    package init(
      a: Int32 = 0,
      corecursive: TestAllTypesProto3? = nil
    ) {
      self.a = a
      self.corecursive = corecursive
    }
  }
}

package struct ForeignMessage: Message {
  package var c: Int32 = 0

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    c: Int32 = 0
  ) {
    self.c = c
  }
}

extension TestAllTypesProto3 {
  package static let codec = unsafe MessageCodec(
    ConformanceSchema.registry, "protobuf_test_messages.proto3.TestAllTypesProto3", protobuf_test_messages__proto3__test_all_types_proto3__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: ProtobufTestMessages__Proto3__TestAllTypesProto3.self)
    unsafe self.optionalInt32 = c.pointee.optional_int32
    unsafe self.optionalInt64 = c.pointee.optional_int64
    unsafe self.optionalUint32 = c.pointee.optional_uint32
    unsafe self.optionalUint64 = c.pointee.optional_uint64
    unsafe self.optionalSint32 = c.pointee.optional_sint32
    unsafe self.optionalSint64 = c.pointee.optional_sint64
    unsafe self.optionalFixed32 = c.pointee.optional_fixed32
    unsafe self.optionalFixed64 = c.pointee.optional_fixed64
    unsafe self.optionalSfixed32 = c.pointee.optional_sfixed32
    unsafe self.optionalSfixed64 = c.pointee.optional_sfixed64
    unsafe self.optionalFloat = c.pointee.optional_float
    unsafe self.optionalDouble = c.pointee.optional_double
    unsafe self.optionalBool = c.pointee.optional_bool != 0
    unsafe self.optionalString = copier.string(c.pointee.optional_string)
    unsafe self.optionalBytes = copier.bytes(c.pointee.optional_bytes)
    unsafe self.optionalNestedMessage = copier.message(c.pointee.optional_nested_message)
    unsafe self.optionalForeignMessage = copier.message(c.pointee.optional_foreign_message)
    unsafe self.optionalNestedEnum = TestAllTypesProto3.NestedEnum(rawValue: c.pointee.optional_nested_enum)
    unsafe self.optionalForeignEnum = ForeignEnum(rawValue: c.pointee.optional_foreign_enum)
    unsafe self.optionalAliasedEnum = TestAllTypesProto3.AliasedEnum(rawValue: c.pointee.optional_aliased_enum)
    unsafe self.optionalStringPiece = copier.string(c.pointee.optional_string_piece)
    unsafe self.optionalCord = copier.string(c.pointee.optional_cord)
    unsafe self.recursiveMessage = copier.message(c.pointee.recursive_message)
    unsafe self.repeatedInt32 = copier.numbers(c.pointee.n_repeated_int32, c.pointee.repeated_int32)
    unsafe self.repeatedInt64 = copier.numbers(c.pointee.n_repeated_int64, c.pointee.repeated_int64)
    unsafe self.repeatedUint32 = copier.numbers(c.pointee.n_repeated_uint32, c.pointee.repeated_uint32)
    unsafe self.repeatedUint64 = copier.numbers(c.pointee.n_repeated_uint64, c.pointee.repeated_uint64)
    unsafe self.repeatedSint32 = copier.numbers(c.pointee.n_repeated_sint32, c.pointee.repeated_sint32)
    unsafe self.repeatedSint64 = copier.numbers(c.pointee.n_repeated_sint64, c.pointee.repeated_sint64)
    unsafe self.repeatedFixed32 = copier.numbers(c.pointee.n_repeated_fixed32, c.pointee.repeated_fixed32)
    unsafe self.repeatedFixed64 = copier.numbers(c.pointee.n_repeated_fixed64, c.pointee.repeated_fixed64)
    unsafe self.repeatedSfixed32 = copier.numbers(c.pointee.n_repeated_sfixed32, c.pointee.repeated_sfixed32)
    unsafe self.repeatedSfixed64 = copier.numbers(c.pointee.n_repeated_sfixed64, c.pointee.repeated_sfixed64)
    unsafe self.repeatedFloat = copier.numbers(c.pointee.n_repeated_float, c.pointee.repeated_float)
    unsafe self.repeatedDouble = copier.numbers(c.pointee.n_repeated_double, c.pointee.repeated_double)
    unsafe self.repeatedBool = copier.bools(c.pointee.n_repeated_bool, c.pointee.repeated_bool)
    unsafe self.repeatedString = copier.strings(c.pointee.n_repeated_string, c.pointee.repeated_string)
    unsafe self.repeatedBytes = copier.bytesArray(c.pointee.n_repeated_bytes, c.pointee.repeated_bytes)
    unsafe self.repeatedNestedMessage = copier.messages(c.pointee.n_repeated_nested_message, c.pointee.repeated_nested_message)
    unsafe self.repeatedForeignMessage = copier.messages(c.pointee.n_repeated_foreign_message, c.pointee.repeated_foreign_message)
    unsafe self.repeatedNestedEnum = copier.enums(c.pointee.n_repeated_nested_enum, c.pointee.repeated_nested_enum)
    unsafe self.repeatedForeignEnum = copier.enums(c.pointee.n_repeated_foreign_enum, c.pointee.repeated_foreign_enum)
    unsafe self.repeatedStringPiece = copier.strings(c.pointee.n_repeated_string_piece, c.pointee.repeated_string_piece)
    unsafe self.repeatedCord = copier.strings(c.pointee.n_repeated_cord, c.pointee.repeated_cord)
    unsafe self.mapInt32Int32 = copier.map(c.pointee.n_map_int32_int32, c.pointee.map_int32_int32) { entry, copier in
      unsafe (entry.key, entry.value)
    }
    unsafe self.mapInt64Int64 = copier.map(c.pointee.n_map_int64_int64, c.pointee.map_int64_int64) { entry, copier in
      unsafe (entry.key, entry.value)
    }
    unsafe self.mapUint32Uint32 = copier.map(c.pointee.n_map_uint32_uint32, c.pointee.map_uint32_uint32) { entry, copier in
      unsafe (entry.key, entry.value)
    }
    unsafe self.mapUint64Uint64 = copier.map(c.pointee.n_map_uint64_uint64, c.pointee.map_uint64_uint64) { entry, copier in
      unsafe (entry.key, entry.value)
    }
    unsafe self.mapSint32Sint32 = copier.map(c.pointee.n_map_sint32_sint32, c.pointee.map_sint32_sint32) { entry, copier in
      unsafe (entry.key, entry.value)
    }
    unsafe self.mapSint64Sint64 = copier.map(c.pointee.n_map_sint64_sint64, c.pointee.map_sint64_sint64) { entry, copier in
      unsafe (entry.key, entry.value)
    }
    unsafe self.mapFixed32Fixed32 = copier.map(c.pointee.n_map_fixed32_fixed32, c.pointee.map_fixed32_fixed32) { entry, copier in
      unsafe (entry.key, entry.value)
    }
    unsafe self.mapFixed64Fixed64 = copier.map(c.pointee.n_map_fixed64_fixed64, c.pointee.map_fixed64_fixed64) { entry, copier in
      unsafe (entry.key, entry.value)
    }
    unsafe self.mapSfixed32Sfixed32 = copier.map(c.pointee.n_map_sfixed32_sfixed32, c.pointee.map_sfixed32_sfixed32) { entry, copier in
      unsafe (entry.key, entry.value)
    }
    unsafe self.mapSfixed64Sfixed64 = copier.map(c.pointee.n_map_sfixed64_sfixed64, c.pointee.map_sfixed64_sfixed64) { entry, copier in
      unsafe (entry.key, entry.value)
    }
    unsafe self.mapInt32Float = copier.map(c.pointee.n_map_int32_float, c.pointee.map_int32_float) { entry, copier in
      unsafe (entry.key, entry.value)
    }
    unsafe self.mapInt32Double = copier.map(c.pointee.n_map_int32_double, c.pointee.map_int32_double) { entry, copier in
      unsafe (entry.key, entry.value)
    }
    unsafe self.mapBoolBool = copier.map(c.pointee.n_map_bool_bool, c.pointee.map_bool_bool) { entry, copier in
      unsafe (entry.key != 0, entry.value != 0)
    }
    unsafe self.mapStringString = copier.map(c.pointee.n_map_string_string, c.pointee.map_string_string) { entry, copier in
      unsafe (copier.string(entry.key), copier.string(entry.value))
    }
    unsafe self.mapStringBytes = copier.map(c.pointee.n_map_string_bytes, c.pointee.map_string_bytes) { entry, copier in
      unsafe (copier.string(entry.key), copier.bytes(entry.value))
    }
    unsafe self.mapStringNestedMessage = copier.map(c.pointee.n_map_string_nested_message, c.pointee.map_string_nested_message) { entry, copier in
      unsafe (copier.string(entry.key), copier.required(entry.value))
    }
    unsafe self.mapStringForeignMessage = copier.map(c.pointee.n_map_string_foreign_message, c.pointee.map_string_foreign_message) { entry, copier in
      unsafe (copier.string(entry.key), copier.required(entry.value))
    }
    unsafe self.mapStringNestedEnum = copier.map(c.pointee.n_map_string_nested_enum, c.pointee.map_string_nested_enum) { entry, copier in
      unsafe (copier.string(entry.key), TestAllTypesProto3.NestedEnum(rawValue: entry.value))
    }
    unsafe self.mapStringForeignEnum = copier.map(c.pointee.n_map_string_foreign_enum, c.pointee.map_string_foreign_enum) { entry, copier in
      unsafe (copier.string(entry.key), ForeignEnum(rawValue: entry.value))
    }
    unsafe self.packedInt32 = copier.numbers(c.pointee.n_packed_int32, c.pointee.packed_int32)
    unsafe self.packedInt64 = copier.numbers(c.pointee.n_packed_int64, c.pointee.packed_int64)
    unsafe self.packedUint32 = copier.numbers(c.pointee.n_packed_uint32, c.pointee.packed_uint32)
    unsafe self.packedUint64 = copier.numbers(c.pointee.n_packed_uint64, c.pointee.packed_uint64)
    unsafe self.packedSint32 = copier.numbers(c.pointee.n_packed_sint32, c.pointee.packed_sint32)
    unsafe self.packedSint64 = copier.numbers(c.pointee.n_packed_sint64, c.pointee.packed_sint64)
    unsafe self.packedFixed32 = copier.numbers(c.pointee.n_packed_fixed32, c.pointee.packed_fixed32)
    unsafe self.packedFixed64 = copier.numbers(c.pointee.n_packed_fixed64, c.pointee.packed_fixed64)
    unsafe self.packedSfixed32 = copier.numbers(c.pointee.n_packed_sfixed32, c.pointee.packed_sfixed32)
    unsafe self.packedSfixed64 = copier.numbers(c.pointee.n_packed_sfixed64, c.pointee.packed_sfixed64)
    unsafe self.packedFloat = copier.numbers(c.pointee.n_packed_float, c.pointee.packed_float)
    unsafe self.packedDouble = copier.numbers(c.pointee.n_packed_double, c.pointee.packed_double)
    unsafe self.packedBool = copier.bools(c.pointee.n_packed_bool, c.pointee.packed_bool)
    unsafe self.packedNestedEnum = copier.enums(c.pointee.n_packed_nested_enum, c.pointee.packed_nested_enum)
    unsafe self.unpackedInt32 = copier.numbers(c.pointee.n_unpacked_int32, c.pointee.unpacked_int32)
    unsafe self.unpackedInt64 = copier.numbers(c.pointee.n_unpacked_int64, c.pointee.unpacked_int64)
    unsafe self.unpackedUint32 = copier.numbers(c.pointee.n_unpacked_uint32, c.pointee.unpacked_uint32)
    unsafe self.unpackedUint64 = copier.numbers(c.pointee.n_unpacked_uint64, c.pointee.unpacked_uint64)
    unsafe self.unpackedSint32 = copier.numbers(c.pointee.n_unpacked_sint32, c.pointee.unpacked_sint32)
    unsafe self.unpackedSint64 = copier.numbers(c.pointee.n_unpacked_sint64, c.pointee.unpacked_sint64)
    unsafe self.unpackedFixed32 = copier.numbers(c.pointee.n_unpacked_fixed32, c.pointee.unpacked_fixed32)
    unsafe self.unpackedFixed64 = copier.numbers(c.pointee.n_unpacked_fixed64, c.pointee.unpacked_fixed64)
    unsafe self.unpackedSfixed32 = copier.numbers(c.pointee.n_unpacked_sfixed32, c.pointee.unpacked_sfixed32)
    unsafe self.unpackedSfixed64 = copier.numbers(c.pointee.n_unpacked_sfixed64, c.pointee.unpacked_sfixed64)
    unsafe self.unpackedFloat = copier.numbers(c.pointee.n_unpacked_float, c.pointee.unpacked_float)
    unsafe self.unpackedDouble = copier.numbers(c.pointee.n_unpacked_double, c.pointee.unpacked_double)
    unsafe self.unpackedBool = copier.bools(c.pointee.n_unpacked_bool, c.pointee.unpacked_bool)
    unsafe self.unpackedNestedEnum = copier.enums(c.pointee.n_unpacked_nested_enum, c.pointee.unpacked_nested_enum)
    unsafe self.optionalBoolWrapper = copier.message(c.pointee.optional_bool_wrapper)
    unsafe self.optionalInt32Wrapper = copier.message(c.pointee.optional_int32_wrapper)
    unsafe self.optionalInt64Wrapper = copier.message(c.pointee.optional_int64_wrapper)
    unsafe self.optionalUint32Wrapper = copier.message(c.pointee.optional_uint32_wrapper)
    unsafe self.optionalUint64Wrapper = copier.message(c.pointee.optional_uint64_wrapper)
    unsafe self.optionalFloatWrapper = copier.message(c.pointee.optional_float_wrapper)
    unsafe self.optionalDoubleWrapper = copier.message(c.pointee.optional_double_wrapper)
    unsafe self.optionalStringWrapper = copier.message(c.pointee.optional_string_wrapper)
    unsafe self.optionalBytesWrapper = copier.message(c.pointee.optional_bytes_wrapper)
    unsafe self.repeatedBoolWrapper = copier.messages(c.pointee.n_repeated_bool_wrapper, c.pointee.repeated_bool_wrapper)
    unsafe self.repeatedInt32Wrapper = copier.messages(c.pointee.n_repeated_int32_wrapper, c.pointee.repeated_int32_wrapper)
    unsafe self.repeatedInt64Wrapper = copier.messages(c.pointee.n_repeated_int64_wrapper, c.pointee.repeated_int64_wrapper)
    unsafe self.repeatedUint32Wrapper = copier.messages(c.pointee.n_repeated_uint32_wrapper, c.pointee.repeated_uint32_wrapper)
    unsafe self.repeatedUint64Wrapper = copier.messages(c.pointee.n_repeated_uint64_wrapper, c.pointee.repeated_uint64_wrapper)
    unsafe self.repeatedFloatWrapper = copier.messages(c.pointee.n_repeated_float_wrapper, c.pointee.repeated_float_wrapper)
    unsafe self.repeatedDoubleWrapper = copier.messages(c.pointee.n_repeated_double_wrapper, c.pointee.repeated_double_wrapper)
    unsafe self.repeatedStringWrapper = copier.messages(c.pointee.n_repeated_string_wrapper, c.pointee.repeated_string_wrapper)
    unsafe self.repeatedBytesWrapper = copier.messages(c.pointee.n_repeated_bytes_wrapper, c.pointee.repeated_bytes_wrapper)
    unsafe self.optionalDuration = copier.message(c.pointee.optional_duration)
    unsafe self.optionalTimestamp = copier.message(c.pointee.optional_timestamp)
    unsafe self.optionalFieldMask = copier.message(c.pointee.optional_field_mask)
    unsafe self.optionalStruct = copier.message(c.pointee.optional_struct)
    unsafe self.optionalAny = copier.message(c.pointee.optional_any)
    unsafe self.optionalValue = copier.message(c.pointee.optional_value)
    unsafe self.optionalNullValue = Google_Protobuf_NullValue(rawValue: c.pointee.optional_null_value)
    unsafe self.repeatedDuration = copier.messages(c.pointee.n_repeated_duration, c.pointee.repeated_duration)
    unsafe self.repeatedTimestamp = copier.messages(c.pointee.n_repeated_timestamp, c.pointee.repeated_timestamp)
    unsafe self.repeatedFieldmask = copier.messages(c.pointee.n_repeated_fieldmask, c.pointee.repeated_fieldmask)
    unsafe self.repeatedAny = copier.messages(c.pointee.n_repeated_any, c.pointee.repeated_any)
    unsafe self.repeatedValue = copier.messages(c.pointee.n_repeated_value, c.pointee.repeated_value)
    unsafe self.repeatedListValue = copier.messages(c.pointee.n_repeated_list_value, c.pointee.repeated_list_value)
    unsafe self.repeatedStruct = copier.messages(c.pointee.n_repeated_struct, c.pointee.repeated_struct)
    unsafe self.fieldname1 = c.pointee.fieldname1
    unsafe self.fieldName2 = c.pointee.field_name2
    unsafe self.fieldName3 = c.pointee._field_name3
    unsafe self.fieldName4 = c.pointee.field__name4_
    unsafe self.field0name5 = c.pointee.field0name5
    unsafe self.field0Name6 = c.pointee.field_0_name6
    unsafe self.fieldName7 = c.pointee.fieldname7
    unsafe self.fieldName8 = c.pointee.fieldname8
    unsafe self.fieldName9 = c.pointee.field_name9
    unsafe self.fieldName10 = c.pointee.field_name10
    unsafe self.fIELDNAME11 = c.pointee.field_name11
    unsafe self.fIELDName12 = c.pointee.field_name12
    unsafe self.fieldName13 = c.pointee.__field_name13
    unsafe self.fieldName14 = c.pointee.__field_name14
    unsafe self.fieldName15 = c.pointee.field__name15
    unsafe self.fieldName16 = c.pointee.field__name16
    unsafe self.fieldName17 = c.pointee.field_name17__
    unsafe self.fieldName18 = c.pointee.field_name18__
    switch unsafe c.pointee.oneof_field_case.rawValue {
    case 111: unsafe self.oneofField = .oneofUint32(c.pointee.oneof_uint32)
    case 112: unsafe self.oneofField = .oneofNestedMessage(copier.required(c.pointee.oneof_nested_message))
    case 113: unsafe self.oneofField = .oneofString(copier.string(c.pointee.oneof_string))
    case 114: unsafe self.oneofField = .oneofBytes(copier.bytes(c.pointee.oneof_bytes))
    case 115: unsafe self.oneofField = .oneofBool(c.pointee.oneof_bool != 0)
    case 116: unsafe self.oneofField = .oneofUint64(c.pointee.oneof_uint64)
    case 117: unsafe self.oneofField = .oneofFloat(c.pointee.oneof_float)
    case 118: unsafe self.oneofField = .oneofDouble(c.pointee.oneof_double)
    case 119: unsafe self.oneofField = .oneofEnum(TestAllTypesProto3.NestedEnum(rawValue: c.pointee.oneof_enum))
    case 120: unsafe self.oneofField = .oneofNullValue(Google_Protobuf_NullValue(rawValue: c.pointee.oneof_null_value))
    default: break
    }
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: ProtobufTestMessages__Proto3__TestAllTypesProto3.self, capacity: 1)
    unsafe c.pointee.base.descriptor = protobuf_test_messages__proto3__test_all_types_proto3__type()
    if self.optionalInt32 != 0 {
      unsafe c.pointee.has_optional_int32 = 1
      unsafe c.pointee.optional_int32 = self.optionalInt32
    }
    if self.optionalInt64 != 0 {
      unsafe c.pointee.has_optional_int64 = 1
      unsafe c.pointee.optional_int64 = self.optionalInt64
    }
    if self.optionalUint32 != 0 {
      unsafe c.pointee.has_optional_uint32 = 1
      unsafe c.pointee.optional_uint32 = self.optionalUint32
    }
    if self.optionalUint64 != 0 {
      unsafe c.pointee.has_optional_uint64 = 1
      unsafe c.pointee.optional_uint64 = self.optionalUint64
    }
    if self.optionalSint32 != 0 {
      unsafe c.pointee.has_optional_sint32 = 1
      unsafe c.pointee.optional_sint32 = self.optionalSint32
    }
    if self.optionalSint64 != 0 {
      unsafe c.pointee.has_optional_sint64 = 1
      unsafe c.pointee.optional_sint64 = self.optionalSint64
    }
    if self.optionalFixed32 != 0 {
      unsafe c.pointee.has_optional_fixed32 = 1
      unsafe c.pointee.optional_fixed32 = self.optionalFixed32
    }
    if self.optionalFixed64 != 0 {
      unsafe c.pointee.has_optional_fixed64 = 1
      unsafe c.pointee.optional_fixed64 = self.optionalFixed64
    }
    if self.optionalSfixed32 != 0 {
      unsafe c.pointee.has_optional_sfixed32 = 1
      unsafe c.pointee.optional_sfixed32 = self.optionalSfixed32
    }
    if self.optionalSfixed64 != 0 {
      unsafe c.pointee.has_optional_sfixed64 = 1
      unsafe c.pointee.optional_sfixed64 = self.optionalSfixed64
    }
    if self.optionalFloat.bitPattern != 0 {
      unsafe c.pointee.has_optional_float = 1
      unsafe c.pointee.optional_float = self.optionalFloat
    }
    if self.optionalDouble.bitPattern != 0 {
      unsafe c.pointee.has_optional_double = 1
      unsafe c.pointee.optional_double = self.optionalDouble
    }
    if self.optionalBool {
      unsafe c.pointee.has_optional_bool = 1
      unsafe c.pointee.optional_bool = self.optionalBool ? 1 : 0
    }
    if !self.optionalString.isEmpty {
      unsafe c.pointee.has_optional_string = 1
      unsafe c.pointee.optional_string = arena.string(self.optionalString)
    }
    if !self.optionalBytes.isEmpty {
      unsafe c.pointee.has_optional_bytes = 1
      unsafe c.pointee.optional_bytes = arena.bytes(self.optionalBytes)
    }
    if let value = self.optionalNestedMessage { unsafe c.pointee.optional_nested_message = arena.message(value) }
    if let value = self.optionalForeignMessage { unsafe c.pointee.optional_foreign_message = arena.message(value) }
    if self.optionalNestedEnum.rawValue != 0 {
      unsafe c.pointee.has_optional_nested_enum = 1
      unsafe c.pointee.optional_nested_enum = self.optionalNestedEnum.rawValue
    }
    if self.optionalForeignEnum.rawValue != 0 {
      unsafe c.pointee.has_optional_foreign_enum = 1
      unsafe c.pointee.optional_foreign_enum = self.optionalForeignEnum.rawValue
    }
    if self.optionalAliasedEnum.rawValue != 0 {
      unsafe c.pointee.has_optional_aliased_enum = 1
      unsafe c.pointee.optional_aliased_enum = self.optionalAliasedEnum.rawValue
    }
    if !self.optionalStringPiece.isEmpty {
      unsafe c.pointee.has_optional_string_piece = 1
      unsafe c.pointee.optional_string_piece = arena.string(self.optionalStringPiece)
    }
    if !self.optionalCord.isEmpty {
      unsafe c.pointee.has_optional_cord = 1
      unsafe c.pointee.optional_cord = arena.string(self.optionalCord)
    }
    if let value = self.recursiveMessage { unsafe c.pointee.recursive_message = arena.message(value) }
    if !self.repeatedInt32.isEmpty {
      unsafe c.pointee.n_repeated_int32 = self.repeatedInt32.count
      unsafe c.pointee.repeated_int32 = arena.numbers(self.repeatedInt32)
    }
    if !self.repeatedInt64.isEmpty {
      unsafe c.pointee.n_repeated_int64 = self.repeatedInt64.count
      unsafe c.pointee.repeated_int64 = arena.numbers(self.repeatedInt64)
    }
    if !self.repeatedUint32.isEmpty {
      unsafe c.pointee.n_repeated_uint32 = self.repeatedUint32.count
      unsafe c.pointee.repeated_uint32 = arena.numbers(self.repeatedUint32)
    }
    if !self.repeatedUint64.isEmpty {
      unsafe c.pointee.n_repeated_uint64 = self.repeatedUint64.count
      unsafe c.pointee.repeated_uint64 = arena.numbers(self.repeatedUint64)
    }
    if !self.repeatedSint32.isEmpty {
      unsafe c.pointee.n_repeated_sint32 = self.repeatedSint32.count
      unsafe c.pointee.repeated_sint32 = arena.numbers(self.repeatedSint32)
    }
    if !self.repeatedSint64.isEmpty {
      unsafe c.pointee.n_repeated_sint64 = self.repeatedSint64.count
      unsafe c.pointee.repeated_sint64 = arena.numbers(self.repeatedSint64)
    }
    if !self.repeatedFixed32.isEmpty {
      unsafe c.pointee.n_repeated_fixed32 = self.repeatedFixed32.count
      unsafe c.pointee.repeated_fixed32 = arena.numbers(self.repeatedFixed32)
    }
    if !self.repeatedFixed64.isEmpty {
      unsafe c.pointee.n_repeated_fixed64 = self.repeatedFixed64.count
      unsafe c.pointee.repeated_fixed64 = arena.numbers(self.repeatedFixed64)
    }
    if !self.repeatedSfixed32.isEmpty {
      unsafe c.pointee.n_repeated_sfixed32 = self.repeatedSfixed32.count
      unsafe c.pointee.repeated_sfixed32 = arena.numbers(self.repeatedSfixed32)
    }
    if !self.repeatedSfixed64.isEmpty {
      unsafe c.pointee.n_repeated_sfixed64 = self.repeatedSfixed64.count
      unsafe c.pointee.repeated_sfixed64 = arena.numbers(self.repeatedSfixed64)
    }
    if !self.repeatedFloat.isEmpty {
      unsafe c.pointee.n_repeated_float = self.repeatedFloat.count
      unsafe c.pointee.repeated_float = arena.numbers(self.repeatedFloat)
    }
    if !self.repeatedDouble.isEmpty {
      unsafe c.pointee.n_repeated_double = self.repeatedDouble.count
      unsafe c.pointee.repeated_double = arena.numbers(self.repeatedDouble)
    }
    if !self.repeatedBool.isEmpty {
      unsafe c.pointee.n_repeated_bool = self.repeatedBool.count
      unsafe c.pointee.repeated_bool = arena.bools(self.repeatedBool)
    }
    if !self.repeatedString.isEmpty {
      unsafe c.pointee.n_repeated_string = self.repeatedString.count
      unsafe c.pointee.repeated_string = arena.strings(self.repeatedString)
    }
    if !self.repeatedBytes.isEmpty {
      unsafe c.pointee.n_repeated_bytes = self.repeatedBytes.count
      unsafe c.pointee.repeated_bytes = arena.bytesArray(self.repeatedBytes)
    }
    if !self.repeatedNestedMessage.isEmpty {
      unsafe c.pointee.n_repeated_nested_message = self.repeatedNestedMessage.count
      unsafe c.pointee.repeated_nested_message = arena.messages(self.repeatedNestedMessage)
    }
    if !self.repeatedForeignMessage.isEmpty {
      unsafe c.pointee.n_repeated_foreign_message = self.repeatedForeignMessage.count
      unsafe c.pointee.repeated_foreign_message = arena.messages(self.repeatedForeignMessage)
    }
    if !self.repeatedNestedEnum.isEmpty {
      unsafe c.pointee.n_repeated_nested_enum = self.repeatedNestedEnum.count
      unsafe c.pointee.repeated_nested_enum = arena.enums(self.repeatedNestedEnum)
    }
    if !self.repeatedForeignEnum.isEmpty {
      unsafe c.pointee.n_repeated_foreign_enum = self.repeatedForeignEnum.count
      unsafe c.pointee.repeated_foreign_enum = arena.enums(self.repeatedForeignEnum)
    }
    if !self.repeatedStringPiece.isEmpty {
      unsafe c.pointee.n_repeated_string_piece = self.repeatedStringPiece.count
      unsafe c.pointee.repeated_string_piece = arena.strings(self.repeatedStringPiece)
    }
    if !self.repeatedCord.isEmpty {
      unsafe c.pointee.n_repeated_cord = self.repeatedCord.count
      unsafe c.pointee.repeated_cord = arena.strings(self.repeatedCord)
    }
    if !self.mapInt32Int32.isEmpty {
      unsafe c.pointee.n_map_int32_int32 = self.mapInt32Int32.count
      unsafe c.pointee.map_int32_int32 = arena.map(self.mapInt32Int32) { key, value, entry, arena in
        unsafe entry.base.descriptor = protobuf_test_messages__proto3__test_all_types_proto3__map_int32_int32_entry__type()
        unsafe entry.has_key = 1
        unsafe entry.key = key
        unsafe entry.has_value = 1
        unsafe entry.value = value
      }
    }
    if !self.mapInt64Int64.isEmpty {
      unsafe c.pointee.n_map_int64_int64 = self.mapInt64Int64.count
      unsafe c.pointee.map_int64_int64 = arena.map(self.mapInt64Int64) { key, value, entry, arena in
        unsafe entry.base.descriptor = protobuf_test_messages__proto3__test_all_types_proto3__map_int64_int64_entry__type()
        unsafe entry.has_key = 1
        unsafe entry.key = key
        unsafe entry.has_value = 1
        unsafe entry.value = value
      }
    }
    if !self.mapUint32Uint32.isEmpty {
      unsafe c.pointee.n_map_uint32_uint32 = self.mapUint32Uint32.count
      unsafe c.pointee.map_uint32_uint32 = arena.map(self.mapUint32Uint32) { key, value, entry, arena in
        unsafe entry.base.descriptor = protobuf_test_messages__proto3__test_all_types_proto3__map_uint32_uint32_entry__type()
        unsafe entry.has_key = 1
        unsafe entry.key = key
        unsafe entry.has_value = 1
        unsafe entry.value = value
      }
    }
    if !self.mapUint64Uint64.isEmpty {
      unsafe c.pointee.n_map_uint64_uint64 = self.mapUint64Uint64.count
      unsafe c.pointee.map_uint64_uint64 = arena.map(self.mapUint64Uint64) { key, value, entry, arena in
        unsafe entry.base.descriptor = protobuf_test_messages__proto3__test_all_types_proto3__map_uint64_uint64_entry__type()
        unsafe entry.has_key = 1
        unsafe entry.key = key
        unsafe entry.has_value = 1
        unsafe entry.value = value
      }
    }
    if !self.mapSint32Sint32.isEmpty {
      unsafe c.pointee.n_map_sint32_sint32 = self.mapSint32Sint32.count
      unsafe c.pointee.map_sint32_sint32 = arena.map(self.mapSint32Sint32) { key, value, entry, arena in
        unsafe entry.base.descriptor = protobuf_test_messages__proto3__test_all_types_proto3__map_sint32_sint32_entry__type()
        unsafe entry.has_key = 1
        unsafe entry.key = key
        unsafe entry.has_value = 1
        unsafe entry.value = value
      }
    }
    if !self.mapSint64Sint64.isEmpty {
      unsafe c.pointee.n_map_sint64_sint64 = self.mapSint64Sint64.count
      unsafe c.pointee.map_sint64_sint64 = arena.map(self.mapSint64Sint64) { key, value, entry, arena in
        unsafe entry.base.descriptor = protobuf_test_messages__proto3__test_all_types_proto3__map_sint64_sint64_entry__type()
        unsafe entry.has_key = 1
        unsafe entry.key = key
        unsafe entry.has_value = 1
        unsafe entry.value = value
      }
    }
    if !self.mapFixed32Fixed32.isEmpty {
      unsafe c.pointee.n_map_fixed32_fixed32 = self.mapFixed32Fixed32.count
      unsafe c.pointee.map_fixed32_fixed32 = arena.map(self.mapFixed32Fixed32) { key, value, entry, arena in
        unsafe entry.base.descriptor = protobuf_test_messages__proto3__test_all_types_proto3__map_fixed32_fixed32_entry__type()
        unsafe entry.has_key = 1
        unsafe entry.key = key
        unsafe entry.has_value = 1
        unsafe entry.value = value
      }
    }
    if !self.mapFixed64Fixed64.isEmpty {
      unsafe c.pointee.n_map_fixed64_fixed64 = self.mapFixed64Fixed64.count
      unsafe c.pointee.map_fixed64_fixed64 = arena.map(self.mapFixed64Fixed64) { key, value, entry, arena in
        unsafe entry.base.descriptor = protobuf_test_messages__proto3__test_all_types_proto3__map_fixed64_fixed64_entry__type()
        unsafe entry.has_key = 1
        unsafe entry.key = key
        unsafe entry.has_value = 1
        unsafe entry.value = value
      }
    }
    if !self.mapSfixed32Sfixed32.isEmpty {
      unsafe c.pointee.n_map_sfixed32_sfixed32 = self.mapSfixed32Sfixed32.count
      unsafe c.pointee.map_sfixed32_sfixed32 = arena.map(self.mapSfixed32Sfixed32) { key, value, entry, arena in
        unsafe entry.base.descriptor = protobuf_test_messages__proto3__test_all_types_proto3__map_sfixed32_sfixed32_entry__type()
        unsafe entry.has_key = 1
        unsafe entry.key = key
        unsafe entry.has_value = 1
        unsafe entry.value = value
      }
    }
    if !self.mapSfixed64Sfixed64.isEmpty {
      unsafe c.pointee.n_map_sfixed64_sfixed64 = self.mapSfixed64Sfixed64.count
      unsafe c.pointee.map_sfixed64_sfixed64 = arena.map(self.mapSfixed64Sfixed64) { key, value, entry, arena in
        unsafe entry.base.descriptor = protobuf_test_messages__proto3__test_all_types_proto3__map_sfixed64_sfixed64_entry__type()
        unsafe entry.has_key = 1
        unsafe entry.key = key
        unsafe entry.has_value = 1
        unsafe entry.value = value
      }
    }
    if !self.mapInt32Float.isEmpty {
      unsafe c.pointee.n_map_int32_float = self.mapInt32Float.count
      unsafe c.pointee.map_int32_float = arena.map(self.mapInt32Float) { key, value, entry, arena in
        unsafe entry.base.descriptor = protobuf_test_messages__proto3__test_all_types_proto3__map_int32_float_entry__type()
        unsafe entry.has_key = 1
        unsafe entry.key = key
        unsafe entry.has_value = 1
        unsafe entry.value = value
      }
    }
    if !self.mapInt32Double.isEmpty {
      unsafe c.pointee.n_map_int32_double = self.mapInt32Double.count
      unsafe c.pointee.map_int32_double = arena.map(self.mapInt32Double) { key, value, entry, arena in
        unsafe entry.base.descriptor = protobuf_test_messages__proto3__test_all_types_proto3__map_int32_double_entry__type()
        unsafe entry.has_key = 1
        unsafe entry.key = key
        unsafe entry.has_value = 1
        unsafe entry.value = value
      }
    }
    if !self.mapBoolBool.isEmpty {
      unsafe c.pointee.n_map_bool_bool = self.mapBoolBool.count
      unsafe c.pointee.map_bool_bool = arena.map(self.mapBoolBool) { key, value, entry, arena in
        unsafe entry.base.descriptor = protobuf_test_messages__proto3__test_all_types_proto3__map_bool_bool_entry__type()
        unsafe entry.has_key = 1
        unsafe entry.key = key ? 1 : 0
        unsafe entry.has_value = 1
        unsafe entry.value = value ? 1 : 0
      }
    }
    if !self.mapStringString.isEmpty {
      unsafe c.pointee.n_map_string_string = self.mapStringString.count
      unsafe c.pointee.map_string_string = arena.map(self.mapStringString) { key, value, entry, arena in
        unsafe entry.base.descriptor = protobuf_test_messages__proto3__test_all_types_proto3__map_string_string_entry__type()
        unsafe entry.has_key = 1
        unsafe entry.key = arena.string(key)
        unsafe entry.has_value = 1
        unsafe entry.value = arena.string(value)
      }
    }
    if !self.mapStringBytes.isEmpty {
      unsafe c.pointee.n_map_string_bytes = self.mapStringBytes.count
      unsafe c.pointee.map_string_bytes = arena.map(self.mapStringBytes) { key, value, entry, arena in
        unsafe entry.base.descriptor = protobuf_test_messages__proto3__test_all_types_proto3__map_string_bytes_entry__type()
        unsafe entry.has_key = 1
        unsafe entry.key = arena.string(key)
        unsafe entry.has_value = 1
        unsafe entry.value = arena.bytes(value)
      }
    }
    if !self.mapStringNestedMessage.isEmpty {
      unsafe c.pointee.n_map_string_nested_message = self.mapStringNestedMessage.count
      unsafe c.pointee.map_string_nested_message = arena.map(self.mapStringNestedMessage) { key, value, entry, arena in
        unsafe entry.base.descriptor = protobuf_test_messages__proto3__test_all_types_proto3__map_string_nested_message_entry__type()
        unsafe entry.has_key = 1
        unsafe entry.key = arena.string(key)
        unsafe entry.value = arena.message(value)
      }
    }
    if !self.mapStringForeignMessage.isEmpty {
      unsafe c.pointee.n_map_string_foreign_message = self.mapStringForeignMessage.count
      unsafe c.pointee.map_string_foreign_message = arena.map(self.mapStringForeignMessage) { key, value, entry, arena in
        unsafe entry.base.descriptor = protobuf_test_messages__proto3__test_all_types_proto3__map_string_foreign_message_entry__type()
        unsafe entry.has_key = 1
        unsafe entry.key = arena.string(key)
        unsafe entry.value = arena.message(value)
      }
    }
    if !self.mapStringNestedEnum.isEmpty {
      unsafe c.pointee.n_map_string_nested_enum = self.mapStringNestedEnum.count
      unsafe c.pointee.map_string_nested_enum = arena.map(self.mapStringNestedEnum) { key, value, entry, arena in
        unsafe entry.base.descriptor = protobuf_test_messages__proto3__test_all_types_proto3__map_string_nested_enum_entry__type()
        unsafe entry.has_key = 1
        unsafe entry.key = arena.string(key)
        unsafe entry.has_value = 1
        unsafe entry.value = value.rawValue
      }
    }
    if !self.mapStringForeignEnum.isEmpty {
      unsafe c.pointee.n_map_string_foreign_enum = self.mapStringForeignEnum.count
      unsafe c.pointee.map_string_foreign_enum = arena.map(self.mapStringForeignEnum) { key, value, entry, arena in
        unsafe entry.base.descriptor = protobuf_test_messages__proto3__test_all_types_proto3__map_string_foreign_enum_entry__type()
        unsafe entry.has_key = 1
        unsafe entry.key = arena.string(key)
        unsafe entry.has_value = 1
        unsafe entry.value = value.rawValue
      }
    }
    if !self.packedInt32.isEmpty {
      unsafe c.pointee.n_packed_int32 = self.packedInt32.count
      unsafe c.pointee.packed_int32 = arena.numbers(self.packedInt32)
    }
    if !self.packedInt64.isEmpty {
      unsafe c.pointee.n_packed_int64 = self.packedInt64.count
      unsafe c.pointee.packed_int64 = arena.numbers(self.packedInt64)
    }
    if !self.packedUint32.isEmpty {
      unsafe c.pointee.n_packed_uint32 = self.packedUint32.count
      unsafe c.pointee.packed_uint32 = arena.numbers(self.packedUint32)
    }
    if !self.packedUint64.isEmpty {
      unsafe c.pointee.n_packed_uint64 = self.packedUint64.count
      unsafe c.pointee.packed_uint64 = arena.numbers(self.packedUint64)
    }
    if !self.packedSint32.isEmpty {
      unsafe c.pointee.n_packed_sint32 = self.packedSint32.count
      unsafe c.pointee.packed_sint32 = arena.numbers(self.packedSint32)
    }
    if !self.packedSint64.isEmpty {
      unsafe c.pointee.n_packed_sint64 = self.packedSint64.count
      unsafe c.pointee.packed_sint64 = arena.numbers(self.packedSint64)
    }
    if !self.packedFixed32.isEmpty {
      unsafe c.pointee.n_packed_fixed32 = self.packedFixed32.count
      unsafe c.pointee.packed_fixed32 = arena.numbers(self.packedFixed32)
    }
    if !self.packedFixed64.isEmpty {
      unsafe c.pointee.n_packed_fixed64 = self.packedFixed64.count
      unsafe c.pointee.packed_fixed64 = arena.numbers(self.packedFixed64)
    }
    if !self.packedSfixed32.isEmpty {
      unsafe c.pointee.n_packed_sfixed32 = self.packedSfixed32.count
      unsafe c.pointee.packed_sfixed32 = arena.numbers(self.packedSfixed32)
    }
    if !self.packedSfixed64.isEmpty {
      unsafe c.pointee.n_packed_sfixed64 = self.packedSfixed64.count
      unsafe c.pointee.packed_sfixed64 = arena.numbers(self.packedSfixed64)
    }
    if !self.packedFloat.isEmpty {
      unsafe c.pointee.n_packed_float = self.packedFloat.count
      unsafe c.pointee.packed_float = arena.numbers(self.packedFloat)
    }
    if !self.packedDouble.isEmpty {
      unsafe c.pointee.n_packed_double = self.packedDouble.count
      unsafe c.pointee.packed_double = arena.numbers(self.packedDouble)
    }
    if !self.packedBool.isEmpty {
      unsafe c.pointee.n_packed_bool = self.packedBool.count
      unsafe c.pointee.packed_bool = arena.bools(self.packedBool)
    }
    if !self.packedNestedEnum.isEmpty {
      unsafe c.pointee.n_packed_nested_enum = self.packedNestedEnum.count
      unsafe c.pointee.packed_nested_enum = arena.enums(self.packedNestedEnum)
    }
    if !self.unpackedInt32.isEmpty {
      unsafe c.pointee.n_unpacked_int32 = self.unpackedInt32.count
      unsafe c.pointee.unpacked_int32 = arena.numbers(self.unpackedInt32)
    }
    if !self.unpackedInt64.isEmpty {
      unsafe c.pointee.n_unpacked_int64 = self.unpackedInt64.count
      unsafe c.pointee.unpacked_int64 = arena.numbers(self.unpackedInt64)
    }
    if !self.unpackedUint32.isEmpty {
      unsafe c.pointee.n_unpacked_uint32 = self.unpackedUint32.count
      unsafe c.pointee.unpacked_uint32 = arena.numbers(self.unpackedUint32)
    }
    if !self.unpackedUint64.isEmpty {
      unsafe c.pointee.n_unpacked_uint64 = self.unpackedUint64.count
      unsafe c.pointee.unpacked_uint64 = arena.numbers(self.unpackedUint64)
    }
    if !self.unpackedSint32.isEmpty {
      unsafe c.pointee.n_unpacked_sint32 = self.unpackedSint32.count
      unsafe c.pointee.unpacked_sint32 = arena.numbers(self.unpackedSint32)
    }
    if !self.unpackedSint64.isEmpty {
      unsafe c.pointee.n_unpacked_sint64 = self.unpackedSint64.count
      unsafe c.pointee.unpacked_sint64 = arena.numbers(self.unpackedSint64)
    }
    if !self.unpackedFixed32.isEmpty {
      unsafe c.pointee.n_unpacked_fixed32 = self.unpackedFixed32.count
      unsafe c.pointee.unpacked_fixed32 = arena.numbers(self.unpackedFixed32)
    }
    if !self.unpackedFixed64.isEmpty {
      unsafe c.pointee.n_unpacked_fixed64 = self.unpackedFixed64.count
      unsafe c.pointee.unpacked_fixed64 = arena.numbers(self.unpackedFixed64)
    }
    if !self.unpackedSfixed32.isEmpty {
      unsafe c.pointee.n_unpacked_sfixed32 = self.unpackedSfixed32.count
      unsafe c.pointee.unpacked_sfixed32 = arena.numbers(self.unpackedSfixed32)
    }
    if !self.unpackedSfixed64.isEmpty {
      unsafe c.pointee.n_unpacked_sfixed64 = self.unpackedSfixed64.count
      unsafe c.pointee.unpacked_sfixed64 = arena.numbers(self.unpackedSfixed64)
    }
    if !self.unpackedFloat.isEmpty {
      unsafe c.pointee.n_unpacked_float = self.unpackedFloat.count
      unsafe c.pointee.unpacked_float = arena.numbers(self.unpackedFloat)
    }
    if !self.unpackedDouble.isEmpty {
      unsafe c.pointee.n_unpacked_double = self.unpackedDouble.count
      unsafe c.pointee.unpacked_double = arena.numbers(self.unpackedDouble)
    }
    if !self.unpackedBool.isEmpty {
      unsafe c.pointee.n_unpacked_bool = self.unpackedBool.count
      unsafe c.pointee.unpacked_bool = arena.bools(self.unpackedBool)
    }
    if !self.unpackedNestedEnum.isEmpty {
      unsafe c.pointee.n_unpacked_nested_enum = self.unpackedNestedEnum.count
      unsafe c.pointee.unpacked_nested_enum = arena.enums(self.unpackedNestedEnum)
    }
    if let value = self.optionalBoolWrapper { unsafe c.pointee.optional_bool_wrapper = arena.message(value) }
    if let value = self.optionalInt32Wrapper { unsafe c.pointee.optional_int32_wrapper = arena.message(value) }
    if let value = self.optionalInt64Wrapper { unsafe c.pointee.optional_int64_wrapper = arena.message(value) }
    if let value = self.optionalUint32Wrapper { unsafe c.pointee.optional_uint32_wrapper = arena.message(value) }
    if let value = self.optionalUint64Wrapper { unsafe c.pointee.optional_uint64_wrapper = arena.message(value) }
    if let value = self.optionalFloatWrapper { unsafe c.pointee.optional_float_wrapper = arena.message(value) }
    if let value = self.optionalDoubleWrapper { unsafe c.pointee.optional_double_wrapper = arena.message(value) }
    if let value = self.optionalStringWrapper { unsafe c.pointee.optional_string_wrapper = arena.message(value) }
    if let value = self.optionalBytesWrapper { unsafe c.pointee.optional_bytes_wrapper = arena.message(value) }
    if !self.repeatedBoolWrapper.isEmpty {
      unsafe c.pointee.n_repeated_bool_wrapper = self.repeatedBoolWrapper.count
      unsafe c.pointee.repeated_bool_wrapper = arena.messages(self.repeatedBoolWrapper)
    }
    if !self.repeatedInt32Wrapper.isEmpty {
      unsafe c.pointee.n_repeated_int32_wrapper = self.repeatedInt32Wrapper.count
      unsafe c.pointee.repeated_int32_wrapper = arena.messages(self.repeatedInt32Wrapper)
    }
    if !self.repeatedInt64Wrapper.isEmpty {
      unsafe c.pointee.n_repeated_int64_wrapper = self.repeatedInt64Wrapper.count
      unsafe c.pointee.repeated_int64_wrapper = arena.messages(self.repeatedInt64Wrapper)
    }
    if !self.repeatedUint32Wrapper.isEmpty {
      unsafe c.pointee.n_repeated_uint32_wrapper = self.repeatedUint32Wrapper.count
      unsafe c.pointee.repeated_uint32_wrapper = arena.messages(self.repeatedUint32Wrapper)
    }
    if !self.repeatedUint64Wrapper.isEmpty {
      unsafe c.pointee.n_repeated_uint64_wrapper = self.repeatedUint64Wrapper.count
      unsafe c.pointee.repeated_uint64_wrapper = arena.messages(self.repeatedUint64Wrapper)
    }
    if !self.repeatedFloatWrapper.isEmpty {
      unsafe c.pointee.n_repeated_float_wrapper = self.repeatedFloatWrapper.count
      unsafe c.pointee.repeated_float_wrapper = arena.messages(self.repeatedFloatWrapper)
    }
    if !self.repeatedDoubleWrapper.isEmpty {
      unsafe c.pointee.n_repeated_double_wrapper = self.repeatedDoubleWrapper.count
      unsafe c.pointee.repeated_double_wrapper = arena.messages(self.repeatedDoubleWrapper)
    }
    if !self.repeatedStringWrapper.isEmpty {
      unsafe c.pointee.n_repeated_string_wrapper = self.repeatedStringWrapper.count
      unsafe c.pointee.repeated_string_wrapper = arena.messages(self.repeatedStringWrapper)
    }
    if !self.repeatedBytesWrapper.isEmpty {
      unsafe c.pointee.n_repeated_bytes_wrapper = self.repeatedBytesWrapper.count
      unsafe c.pointee.repeated_bytes_wrapper = arena.messages(self.repeatedBytesWrapper)
    }
    if let value = self.optionalDuration { unsafe c.pointee.optional_duration = arena.message(value) }
    if let value = self.optionalTimestamp { unsafe c.pointee.optional_timestamp = arena.message(value) }
    if let value = self.optionalFieldMask { unsafe c.pointee.optional_field_mask = arena.message(value) }
    if let value = self.optionalStruct { unsafe c.pointee.optional_struct = arena.message(value) }
    if let value = self.optionalAny { unsafe c.pointee.optional_any = arena.message(value) }
    if let value = self.optionalValue { unsafe c.pointee.optional_value = arena.message(value) }
    if self.optionalNullValue.rawValue != 0 {
      unsafe c.pointee.has_optional_null_value = 1
      unsafe c.pointee.optional_null_value = self.optionalNullValue.rawValue
    }
    if !self.repeatedDuration.isEmpty {
      unsafe c.pointee.n_repeated_duration = self.repeatedDuration.count
      unsafe c.pointee.repeated_duration = arena.messages(self.repeatedDuration)
    }
    if !self.repeatedTimestamp.isEmpty {
      unsafe c.pointee.n_repeated_timestamp = self.repeatedTimestamp.count
      unsafe c.pointee.repeated_timestamp = arena.messages(self.repeatedTimestamp)
    }
    if !self.repeatedFieldmask.isEmpty {
      unsafe c.pointee.n_repeated_fieldmask = self.repeatedFieldmask.count
      unsafe c.pointee.repeated_fieldmask = arena.messages(self.repeatedFieldmask)
    }
    if !self.repeatedAny.isEmpty {
      unsafe c.pointee.n_repeated_any = self.repeatedAny.count
      unsafe c.pointee.repeated_any = arena.messages(self.repeatedAny)
    }
    if !self.repeatedValue.isEmpty {
      unsafe c.pointee.n_repeated_value = self.repeatedValue.count
      unsafe c.pointee.repeated_value = arena.messages(self.repeatedValue)
    }
    if !self.repeatedListValue.isEmpty {
      unsafe c.pointee.n_repeated_list_value = self.repeatedListValue.count
      unsafe c.pointee.repeated_list_value = arena.messages(self.repeatedListValue)
    }
    if !self.repeatedStruct.isEmpty {
      unsafe c.pointee.n_repeated_struct = self.repeatedStruct.count
      unsafe c.pointee.repeated_struct = arena.messages(self.repeatedStruct)
    }
    if self.fieldname1 != 0 {
      unsafe c.pointee.has_fieldname1 = 1
      unsafe c.pointee.fieldname1 = self.fieldname1
    }
    if self.fieldName2 != 0 {
      unsafe c.pointee.has_field_name2 = 1
      unsafe c.pointee.field_name2 = self.fieldName2
    }
    if self.fieldName3 != 0 {
      unsafe c.pointee.has__field_name3 = 1
      unsafe c.pointee._field_name3 = self.fieldName3
    }
    if self.fieldName4 != 0 {
      unsafe c.pointee.has_field__name4_ = 1
      unsafe c.pointee.field__name4_ = self.fieldName4
    }
    if self.field0name5 != 0 {
      unsafe c.pointee.has_field0name5 = 1
      unsafe c.pointee.field0name5 = self.field0name5
    }
    if self.field0Name6 != 0 {
      unsafe c.pointee.has_field_0_name6 = 1
      unsafe c.pointee.field_0_name6 = self.field0Name6
    }
    if self.fieldName7 != 0 {
      unsafe c.pointee.has_fieldname7 = 1
      unsafe c.pointee.fieldname7 = self.fieldName7
    }
    if self.fieldName8 != 0 {
      unsafe c.pointee.has_fieldname8 = 1
      unsafe c.pointee.fieldname8 = self.fieldName8
    }
    if self.fieldName9 != 0 {
      unsafe c.pointee.has_field_name9 = 1
      unsafe c.pointee.field_name9 = self.fieldName9
    }
    if self.fieldName10 != 0 {
      unsafe c.pointee.has_field_name10 = 1
      unsafe c.pointee.field_name10 = self.fieldName10
    }
    if self.fIELDNAME11 != 0 {
      unsafe c.pointee.has_field_name11 = 1
      unsafe c.pointee.field_name11 = self.fIELDNAME11
    }
    if self.fIELDName12 != 0 {
      unsafe c.pointee.has_field_name12 = 1
      unsafe c.pointee.field_name12 = self.fIELDName12
    }
    if self.fieldName13 != 0 {
      unsafe c.pointee.has___field_name13 = 1
      unsafe c.pointee.__field_name13 = self.fieldName13
    }
    if self.fieldName14 != 0 {
      unsafe c.pointee.has___field_name14 = 1
      unsafe c.pointee.__field_name14 = self.fieldName14
    }
    if self.fieldName15 != 0 {
      unsafe c.pointee.has_field__name15 = 1
      unsafe c.pointee.field__name15 = self.fieldName15
    }
    if self.fieldName16 != 0 {
      unsafe c.pointee.has_field__name16 = 1
      unsafe c.pointee.field__name16 = self.fieldName16
    }
    if self.fieldName17 != 0 {
      unsafe c.pointee.has_field_name17__ = 1
      unsafe c.pointee.field_name17__ = self.fieldName17
    }
    if self.fieldName18 != 0 {
      unsafe c.pointee.has_field_name18__ = 1
      unsafe c.pointee.field_name18__ = self.fieldName18
    }
    switch self.oneofField {
    case .oneofUint32(let value):
      unsafe c.pointee.oneof_field_case = .init(rawValue: 111)
      unsafe c.pointee.oneof_uint32 = value
    case .oneofNestedMessage(let value):
      unsafe c.pointee.oneof_field_case = .init(rawValue: 112)
      unsafe c.pointee.oneof_nested_message = arena.message(value)
    case .oneofString(let value):
      unsafe c.pointee.oneof_field_case = .init(rawValue: 113)
      unsafe c.pointee.oneof_string = arena.string(value)
    case .oneofBytes(let value):
      unsafe c.pointee.oneof_field_case = .init(rawValue: 114)
      unsafe c.pointee.oneof_bytes = arena.bytes(value)
    case .oneofBool(let value):
      unsafe c.pointee.oneof_field_case = .init(rawValue: 115)
      unsafe c.pointee.oneof_bool = value ? 1 : 0
    case .oneofUint64(let value):
      unsafe c.pointee.oneof_field_case = .init(rawValue: 116)
      unsafe c.pointee.oneof_uint64 = value
    case .oneofFloat(let value):
      unsafe c.pointee.oneof_field_case = .init(rawValue: 117)
      unsafe c.pointee.oneof_float = value
    case .oneofDouble(let value):
      unsafe c.pointee.oneof_field_case = .init(rawValue: 118)
      unsafe c.pointee.oneof_double = value
    case .oneofEnum(let value):
      unsafe c.pointee.oneof_field_case = .init(rawValue: 119)
      unsafe c.pointee.oneof_enum = value.rawValue
    case .oneofNullValue(let value):
      unsafe c.pointee.oneof_field_case = .init(rawValue: 120)
      unsafe c.pointee.oneof_null_value = value.rawValue
    case nil: break
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension TestAllTypesProto3.NestedMessage {
  package static let codec = unsafe MessageCodec(
    ConformanceSchema.registry, "protobuf_test_messages.proto3.TestAllTypesProto3.NestedMessage", protobuf_test_messages__proto3__test_all_types_proto3__nested_message__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: ProtobufTestMessages__Proto3__TestAllTypesProto3__NestedMessage.self)
    unsafe self.a = c.pointee.a
    unsafe self.corecursive = copier.message(c.pointee.corecursive)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: ProtobufTestMessages__Proto3__TestAllTypesProto3__NestedMessage.self, capacity: 1)
    unsafe c.pointee.base.descriptor = protobuf_test_messages__proto3__test_all_types_proto3__nested_message__type()
    if self.a != 0 {
      unsafe c.pointee.has_a = 1
      unsafe c.pointee.a = self.a
    }
    if let value = self.corecursive { unsafe c.pointee.corecursive = arena.message(value) }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension ForeignMessage {
  package static let codec = unsafe MessageCodec(
    ConformanceSchema.registry, "protobuf_test_messages.proto3.ForeignMessage", protobuf_test_messages__proto3__foreign_message__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: ProtobufTestMessages__Proto3__ForeignMessage.self)
    unsafe self.c = c.pointee.c
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: ProtobufTestMessages__Proto3__ForeignMessage.self, capacity: 1)
    unsafe c.pointee.base.descriptor = protobuf_test_messages__proto3__foreign_message__type()
    if self.c != 0 {
      unsafe c.pointee.has_c = 1
      unsafe c.pointee.c = self.c
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}
