// Written by protoc-gen-smart-cooking from conformance/conformance.proto. Do not edit.
// swift-format-ignore-file

import CConformanceProtos
import CProtobufC
package import Protobuf

package enum WireFormat: MessageEnum {
  case unspecified
  case protobuf
  case json
  case jspb
  case textFormat
  /// A number this contract has no name for.
  case unrecognized(Int32)

  package init() { self = .unspecified }

  package init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unspecified
    case 1: self = .protobuf
    case 2: self = .json
    case 3: self = .jspb
    case 4: self = .textFormat
    default: self = .unrecognized(rawValue)
    }
  }

  package var rawValue: Int32 {
    switch self {
    case .unspecified: 0
    case .protobuf: 1
    case .json: 2
    case .jspb: 3
    case .textFormat: 4
    case .unrecognized(let number): number
    }
  }

  package var name: String {
    switch self {
    case .unspecified: "UNSPECIFIED"
    case .protobuf: "PROTOBUF"
    case .json: "JSON"
    case .jspb: "JSPB"
    case .textFormat: "TEXT_FORMAT"
    case .unrecognized(let number): String(number)
    }
  }

  /// Every value that has a name.
  package static let allCases: [WireFormat] = [
    .unspecified,
    .protobuf,
    .json,
    .jspb,
    .textFormat,
  ]
}

package enum TestCategory: MessageEnum {
  case unspecifiedTest
  case binaryTest
  case jsonTest
  case jsonIgnoreUnknownParsingTest
  case jspbTest
  case textFormatTest
  /// A number this contract has no name for.
  case unrecognized(Int32)

  package init() { self = .unspecifiedTest }

  package init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unspecifiedTest
    case 1: self = .binaryTest
    case 2: self = .jsonTest
    case 3: self = .jsonIgnoreUnknownParsingTest
    case 4: self = .jspbTest
    case 5: self = .textFormatTest
    default: self = .unrecognized(rawValue)
    }
  }

  package var rawValue: Int32 {
    switch self {
    case .unspecifiedTest: 0
    case .binaryTest: 1
    case .jsonTest: 2
    case .jsonIgnoreUnknownParsingTest: 3
    case .jspbTest: 4
    case .textFormatTest: 5
    case .unrecognized(let number): number
    }
  }

  package var name: String {
    switch self {
    case .unspecifiedTest: "UNSPECIFIED_TEST"
    case .binaryTest: "BINARY_TEST"
    case .jsonTest: "JSON_TEST"
    case .jsonIgnoreUnknownParsingTest: "JSON_IGNORE_UNKNOWN_PARSING_TEST"
    case .jspbTest: "JSPB_TEST"
    case .textFormatTest: "TEXT_FORMAT_TEST"
    case .unrecognized(let number): String(number)
    }
  }

  /// Every value that has a name.
  package static let allCases: [TestCategory] = [
    .unspecifiedTest,
    .binaryTest,
    .jsonTest,
    .jsonIgnoreUnknownParsingTest,
    .jspbTest,
    .textFormatTest,
  ]
}

/// What protobuf's conformance runner asks its testee: read the payload, write it in another form.
package struct ConformanceRequest: Message {
  /// At most one of the cases.
  package var payload: Payload?

  package var requestedOutputFormat: WireFormat = WireFormat()

  /// Full name of the payload's type.
  package var messageType: String = ""

  package var testCategory: TestCategory = TestCategory()

  package var jspbEncodingOptions: JspbEncodingConfig?

  package var printUnknownFields: Bool = false

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    payload: Payload? = nil,
    requestedOutputFormat: WireFormat = WireFormat(),
    messageType: String = "",
    testCategory: TestCategory = TestCategory(),
    jspbEncodingOptions: JspbEncodingConfig? = nil,
    printUnknownFields: Bool = false
  ) {
    self.payload = payload
    self.requestedOutputFormat = requestedOutputFormat
    self.messageType = messageType
    self.testCategory = testCategory
    self.jspbEncodingOptions = jspbEncodingOptions
    self.printUnknownFields = printUnknownFields
  }

  /// The cases of `payload`.
  package enum Payload: Sendable, Equatable {
    case protobufPayload([UInt8])
    case jsonPayload(String)
    case jspbPayload(String)
    case textPayload(String)
  }
}

package struct ConformanceResponse: Message {
  /// At most one of the cases.
  package var result: Result?

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    result: Result? = nil
  ) {
    self.result = result
  }

  /// The cases of `result`.
  package enum Result: Sendable, Equatable {
    /// The payload is not a message.
    case parseError(String)
    /// The message has no such form.
    case serializeError(String)
    case runtimeError(String)
    case protobufPayload([UInt8])
    case jsonPayload(String)
    /// The testee does not do this.
    case skipped(String)
    case jspbPayload(String)
    case textPayload(String)
  }
}

package struct JspbEncodingConfig: Message {
  package var useJspbArrayAnyFormat: Bool = false

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    useJspbArrayAnyFormat: Bool = false
  ) {
    self.useJspbArrayAnyFormat = useJspbArrayAnyFormat
  }
}

/// Names of tests that are expected to fail.
package struct FailureSet: Message {
  package var failure: [String] = []

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    failure: [String] = []
  ) {
    self.failure = failure
  }
}

extension ConformanceRequest {
  package static let codec = unsafe MessageCodec(
    ConformanceSchema.registry, "conformance.ConformanceRequest", conformance__conformance_request__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Conformance__ConformanceRequest.self)
    unsafe self.requestedOutputFormat = WireFormat(rawValue: c.pointee.requested_output_format)
    unsafe self.messageType = copier.string(c.pointee.message_type)
    unsafe self.testCategory = TestCategory(rawValue: c.pointee.test_category)
    unsafe self.jspbEncodingOptions = copier.message(c.pointee.jspb_encoding_options)
    unsafe self.printUnknownFields = c.pointee.print_unknown_fields != 0
    switch unsafe c.pointee.payload_case.rawValue {
    case 1: unsafe self.payload = .protobufPayload(copier.bytes(c.pointee.protobuf_payload))
    case 2: unsafe self.payload = .jsonPayload(copier.string(c.pointee.json_payload))
    case 7: unsafe self.payload = .jspbPayload(copier.string(c.pointee.jspb_payload))
    case 8: unsafe self.payload = .textPayload(copier.string(c.pointee.text_payload))
    default: break
    }
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Conformance__ConformanceRequest.self, capacity: 1)
    unsafe c.pointee.base.descriptor = conformance__conformance_request__type()
    if self.requestedOutputFormat.rawValue != 0 {
      unsafe c.pointee.has_requested_output_format = 1
      unsafe c.pointee.requested_output_format = self.requestedOutputFormat.rawValue
    }
    if !self.messageType.isEmpty {
      unsafe c.pointee.has_message_type = 1
      unsafe c.pointee.message_type = arena.string(self.messageType)
    }
    if self.testCategory.rawValue != 0 {
      unsafe c.pointee.has_test_category = 1
      unsafe c.pointee.test_category = self.testCategory.rawValue
    }
    if let value = self.jspbEncodingOptions { unsafe c.pointee.jspb_encoding_options = arena.message(value) }
    if self.printUnknownFields {
      unsafe c.pointee.has_print_unknown_fields = 1
      unsafe c.pointee.print_unknown_fields = self.printUnknownFields ? 1 : 0
    }
    switch self.payload {
    case .protobufPayload(let value):
      unsafe c.pointee.payload_case = .init(rawValue: 1)
      unsafe c.pointee.protobuf_payload = arena.bytes(value)
    case .jsonPayload(let value):
      unsafe c.pointee.payload_case = .init(rawValue: 2)
      unsafe c.pointee.json_payload = arena.string(value)
    case .jspbPayload(let value):
      unsafe c.pointee.payload_case = .init(rawValue: 7)
      unsafe c.pointee.jspb_payload = arena.string(value)
    case .textPayload(let value):
      unsafe c.pointee.payload_case = .init(rawValue: 8)
      unsafe c.pointee.text_payload = arena.string(value)
    case nil: break
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension ConformanceResponse {
  package static let codec = unsafe MessageCodec(
    ConformanceSchema.registry, "conformance.ConformanceResponse", conformance__conformance_response__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Conformance__ConformanceResponse.self)
    switch unsafe c.pointee.result_case.rawValue {
    case 1: unsafe self.result = .parseError(copier.string(c.pointee.parse_error))
    case 6: unsafe self.result = .serializeError(copier.string(c.pointee.serialize_error))
    case 2: unsafe self.result = .runtimeError(copier.string(c.pointee.runtime_error))
    case 3: unsafe self.result = .protobufPayload(copier.bytes(c.pointee.protobuf_payload))
    case 4: unsafe self.result = .jsonPayload(copier.string(c.pointee.json_payload))
    case 5: unsafe self.result = .skipped(copier.string(c.pointee.skipped))
    case 7: unsafe self.result = .jspbPayload(copier.string(c.pointee.jspb_payload))
    case 8: unsafe self.result = .textPayload(copier.string(c.pointee.text_payload))
    default: break
    }
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Conformance__ConformanceResponse.self, capacity: 1)
    unsafe c.pointee.base.descriptor = conformance__conformance_response__type()
    switch self.result {
    case .parseError(let value):
      unsafe c.pointee.result_case = .init(rawValue: 1)
      unsafe c.pointee.parse_error = arena.string(value)
    case .serializeError(let value):
      unsafe c.pointee.result_case = .init(rawValue: 6)
      unsafe c.pointee.serialize_error = arena.string(value)
    case .runtimeError(let value):
      unsafe c.pointee.result_case = .init(rawValue: 2)
      unsafe c.pointee.runtime_error = arena.string(value)
    case .protobufPayload(let value):
      unsafe c.pointee.result_case = .init(rawValue: 3)
      unsafe c.pointee.protobuf_payload = arena.bytes(value)
    case .jsonPayload(let value):
      unsafe c.pointee.result_case = .init(rawValue: 4)
      unsafe c.pointee.json_payload = arena.string(value)
    case .skipped(let value):
      unsafe c.pointee.result_case = .init(rawValue: 5)
      unsafe c.pointee.skipped = arena.string(value)
    case .jspbPayload(let value):
      unsafe c.pointee.result_case = .init(rawValue: 7)
      unsafe c.pointee.jspb_payload = arena.string(value)
    case .textPayload(let value):
      unsafe c.pointee.result_case = .init(rawValue: 8)
      unsafe c.pointee.text_payload = arena.string(value)
    case nil: break
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension JspbEncodingConfig {
  package static let codec = unsafe MessageCodec(
    ConformanceSchema.registry, "conformance.JspbEncodingConfig", conformance__jspb_encoding_config__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Conformance__JspbEncodingConfig.self)
    unsafe self.useJspbArrayAnyFormat = c.pointee.use_jspb_array_any_format != 0
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Conformance__JspbEncodingConfig.self, capacity: 1)
    unsafe c.pointee.base.descriptor = conformance__jspb_encoding_config__type()
    if self.useJspbArrayAnyFormat {
      unsafe c.pointee.has_use_jspb_array_any_format = 1
      unsafe c.pointee.use_jspb_array_any_format = self.useJspbArrayAnyFormat ? 1 : 0
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension FailureSet {
  package static let codec = unsafe MessageCodec(
    ConformanceSchema.registry, "conformance.FailureSet", conformance__failure_set__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Conformance__FailureSet.self)
    unsafe self.failure = copier.strings(c.pointee.n_failure, c.pointee.failure)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Conformance__FailureSet.self, capacity: 1)
    unsafe c.pointee.base.descriptor = conformance__failure_set__type()
    if !self.failure.isEmpty {
      unsafe c.pointee.n_failure = self.failure.count
      unsafe c.pointee.failure = arena.strings(self.failure)
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}
