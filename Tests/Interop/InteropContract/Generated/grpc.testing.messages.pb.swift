// Written by protoc-gen-smart-cooking from grpc/testing/messages.proto. Do not edit.
// swift-format-ignore-file

import CInteropProtos
import CProtobufC
package import Protobuf

/// What a payload is made of.
package enum PayloadType: MessageEnum {
  /// Zeros, which any compression makes short.
  case compressable
  /// A number this contract has no name for.
  case unrecognized(Int32)

  package init() { self = .compressable }

  package init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .compressable
    default: self = .unrecognized(rawValue)
    }
  }

  package var rawValue: Int32 {
    switch self {
    case .compressable: 0
    case .unrecognized(let number): number
    }
  }

  package var name: String {
    switch self {
    case .compressable: "COMPRESSABLE"
    case .unrecognized(let number): String(number)
    }
  }

  /// Every value that has a name.
  package static let allCases: [PayloadType] = [
    .compressable,
  ]
}

/// True, false or, as a field that is absent, no wish.
package struct BoolValue: Message {
  package var value: Bool = false

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    value: Bool = false
  ) {
    self.value = value
  }
}

/// Bytes that make a message large.
package struct Payload: Message {
  package var type: PayloadType = PayloadType()

  package var body: [UInt8] = []

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    type: PayloadType = PayloadType(),
    body: [UInt8] = []
  ) {
    self.type = type
    self.body = body
  }
}

/// The status that a server is to end the call with.
package struct EchoStatus: Message {
  package var code: Int32 = 0

  package var message: String = ""

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    code: Int32 = 0,
    message: String = ""
  ) {
    self.code = code
    self.message = message
  }
}

/// Asks for one response.
package struct SimpleRequest: Message {
  package var responseType: PayloadType = PayloadType()

  /// Bytes of the response's payload.
  package var responseSize: Int32 = 0

  package var payload: Payload?

  package var fillUsername: Bool = false

  package var fillOauthScope: Bool = false

  /// Whether the response is to be compressed.
  package var responseCompressed: BoolValue?

  package var responseStatus: EchoStatus?

  /// Whether this request is compressed: INVALID_ARGUMENT when it claims to be and is not.
  package var expectCompressed: BoolValue?

  package var fillServerId: Bool = false

  package var fillGrpclbRouteType: Bool = false

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    responseType: PayloadType = PayloadType(),
    responseSize: Int32 = 0,
    payload: Payload? = nil,
    fillUsername: Bool = false,
    fillOauthScope: Bool = false,
    responseCompressed: BoolValue? = nil,
    responseStatus: EchoStatus? = nil,
    expectCompressed: BoolValue? = nil,
    fillServerId: Bool = false,
    fillGrpclbRouteType: Bool = false
  ) {
    self.responseType = responseType
    self.responseSize = responseSize
    self.payload = payload
    self.fillUsername = fillUsername
    self.fillOauthScope = fillOauthScope
    self.responseCompressed = responseCompressed
    self.responseStatus = responseStatus
    self.expectCompressed = expectCompressed
    self.fillServerId = fillServerId
    self.fillGrpclbRouteType = fillGrpclbRouteType
  }
}

/// Answers a SimpleRequest.
package struct SimpleResponse: Message {
  package var payload: Payload?

  package var username: String = ""

  package var oauthScope: String = ""

  package var serverId: String = ""

  package var hostname: String = ""

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    payload: Payload? = nil,
    username: String = "",
    oauthScope: String = "",
    serverId: String = "",
    hostname: String = ""
  ) {
    self.payload = payload
    self.username = username
    self.oauthScope = oauthScope
    self.serverId = serverId
    self.hostname = hostname
  }
}

/// One of several requests whose payloads are counted.
package struct StreamingInputCallRequest: Message {
  package var payload: Payload?

  /// As in SimpleRequest.
  package var expectCompressed: BoolValue?

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    payload: Payload? = nil,
    expectCompressed: BoolValue? = nil
  ) {
    self.payload = payload
    self.expectCompressed = expectCompressed
  }
}

/// How many bytes all payloads had together.
package struct StreamingInputCallResponse: Message {
  package var aggregatedPayloadSize: Int32 = 0

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    aggregatedPayloadSize: Int32 = 0
  ) {
    self.aggregatedPayloadSize = aggregatedPayloadSize
  }
}

/// One response that is asked for.
package struct ResponseParameters: Message {
  /// Bytes of its payload.
  package var size: Int32 = 0

  /// Microseconds to wait before it.
  package var intervalUs: Int32 = 0

  package var compressed: BoolValue?

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    size: Int32 = 0,
    intervalUs: Int32 = 0,
    compressed: BoolValue? = nil
  ) {
    self.size = size
    self.intervalUs = intervalUs
    self.compressed = compressed
  }
}

/// Asks for any number of responses.
package struct StreamingOutputCallRequest: Message {
  package var responseType: PayloadType = PayloadType()

  package var responseParameters: [ResponseParameters] = []

  package var payload: Payload?

  package var responseStatus: EchoStatus?

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    responseType: PayloadType = PayloadType(),
    responseParameters: [ResponseParameters] = [],
    payload: Payload? = nil,
    responseStatus: EchoStatus? = nil
  ) {
    self.responseType = responseType
    self.responseParameters = responseParameters
    self.payload = payload
    self.responseStatus = responseStatus
  }
}

/// One of the responses.
package struct StreamingOutputCallResponse: Message {
  package var payload: Payload?

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    payload: Payload? = nil
  ) {
    self.payload = payload
  }
}

extension BoolValue {
  package static let codec = unsafe MessageCodec(
    InteropSchema.registry, "grpc.testing.BoolValue", grpc__testing__bool_value__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Grpc__Testing__BoolValue.self)
    unsafe self.value = c.pointee.value != 0
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Grpc__Testing__BoolValue.self, capacity: 1)
    unsafe c.pointee.base.descriptor = grpc__testing__bool_value__type()
    if self.value {
      unsafe c.pointee.has_value = 1
      unsafe c.pointee.value = self.value ? 1 : 0
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension Payload {
  package static let codec = unsafe MessageCodec(
    InteropSchema.registry, "grpc.testing.Payload", grpc__testing__payload__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Grpc__Testing__Payload.self)
    unsafe self.type = PayloadType(rawValue: c.pointee.type)
    unsafe self.body = copier.bytes(c.pointee.body)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Grpc__Testing__Payload.self, capacity: 1)
    unsafe c.pointee.base.descriptor = grpc__testing__payload__type()
    if self.type.rawValue != 0 {
      unsafe c.pointee.has_type = 1
      unsafe c.pointee.type = self.type.rawValue
    }
    if !self.body.isEmpty {
      unsafe c.pointee.has_body = 1
      unsafe c.pointee.body = arena.bytes(self.body)
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension EchoStatus {
  package static let codec = unsafe MessageCodec(
    InteropSchema.registry, "grpc.testing.EchoStatus", grpc__testing__echo_status__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Grpc__Testing__EchoStatus.self)
    unsafe self.code = c.pointee.code
    unsafe self.message = copier.string(c.pointee.message)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Grpc__Testing__EchoStatus.self, capacity: 1)
    unsafe c.pointee.base.descriptor = grpc__testing__echo_status__type()
    if self.code != 0 {
      unsafe c.pointee.has_code = 1
      unsafe c.pointee.code = self.code
    }
    if !self.message.isEmpty {
      unsafe c.pointee.has_message = 1
      unsafe c.pointee.message = arena.string(self.message)
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension SimpleRequest {
  package static let codec = unsafe MessageCodec(
    InteropSchema.registry, "grpc.testing.SimpleRequest", grpc__testing__simple_request__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Grpc__Testing__SimpleRequest.self)
    unsafe self.responseType = PayloadType(rawValue: c.pointee.response_type)
    unsafe self.responseSize = c.pointee.response_size
    unsafe self.payload = copier.message(c.pointee.payload)
    unsafe self.fillUsername = c.pointee.fill_username != 0
    unsafe self.fillOauthScope = c.pointee.fill_oauth_scope != 0
    unsafe self.responseCompressed = copier.message(c.pointee.response_compressed)
    unsafe self.responseStatus = copier.message(c.pointee.response_status)
    unsafe self.expectCompressed = copier.message(c.pointee.expect_compressed)
    unsafe self.fillServerId = c.pointee.fill_server_id != 0
    unsafe self.fillGrpclbRouteType = c.pointee.fill_grpclb_route_type != 0
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Grpc__Testing__SimpleRequest.self, capacity: 1)
    unsafe c.pointee.base.descriptor = grpc__testing__simple_request__type()
    if self.responseType.rawValue != 0 {
      unsafe c.pointee.has_response_type = 1
      unsafe c.pointee.response_type = self.responseType.rawValue
    }
    if self.responseSize != 0 {
      unsafe c.pointee.has_response_size = 1
      unsafe c.pointee.response_size = self.responseSize
    }
    if let value = self.payload { unsafe c.pointee.payload = arena.message(value) }
    if self.fillUsername {
      unsafe c.pointee.has_fill_username = 1
      unsafe c.pointee.fill_username = self.fillUsername ? 1 : 0
    }
    if self.fillOauthScope {
      unsafe c.pointee.has_fill_oauth_scope = 1
      unsafe c.pointee.fill_oauth_scope = self.fillOauthScope ? 1 : 0
    }
    if let value = self.responseCompressed { unsafe c.pointee.response_compressed = arena.message(value) }
    if let value = self.responseStatus { unsafe c.pointee.response_status = arena.message(value) }
    if let value = self.expectCompressed { unsafe c.pointee.expect_compressed = arena.message(value) }
    if self.fillServerId {
      unsafe c.pointee.has_fill_server_id = 1
      unsafe c.pointee.fill_server_id = self.fillServerId ? 1 : 0
    }
    if self.fillGrpclbRouteType {
      unsafe c.pointee.has_fill_grpclb_route_type = 1
      unsafe c.pointee.fill_grpclb_route_type = self.fillGrpclbRouteType ? 1 : 0
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension SimpleResponse {
  package static let codec = unsafe MessageCodec(
    InteropSchema.registry, "grpc.testing.SimpleResponse", grpc__testing__simple_response__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Grpc__Testing__SimpleResponse.self)
    unsafe self.payload = copier.message(c.pointee.payload)
    unsafe self.username = copier.string(c.pointee.username)
    unsafe self.oauthScope = copier.string(c.pointee.oauth_scope)
    unsafe self.serverId = copier.string(c.pointee.server_id)
    unsafe self.hostname = copier.string(c.pointee.hostname)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Grpc__Testing__SimpleResponse.self, capacity: 1)
    unsafe c.pointee.base.descriptor = grpc__testing__simple_response__type()
    if let value = self.payload { unsafe c.pointee.payload = arena.message(value) }
    if !self.username.isEmpty {
      unsafe c.pointee.has_username = 1
      unsafe c.pointee.username = arena.string(self.username)
    }
    if !self.oauthScope.isEmpty {
      unsafe c.pointee.has_oauth_scope = 1
      unsafe c.pointee.oauth_scope = arena.string(self.oauthScope)
    }
    if !self.serverId.isEmpty {
      unsafe c.pointee.has_server_id = 1
      unsafe c.pointee.server_id = arena.string(self.serverId)
    }
    if !self.hostname.isEmpty {
      unsafe c.pointee.has_hostname = 1
      unsafe c.pointee.hostname = arena.string(self.hostname)
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension StreamingInputCallRequest {
  package static let codec = unsafe MessageCodec(
    InteropSchema.registry, "grpc.testing.StreamingInputCallRequest", grpc__testing__streaming_input_call_request__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Grpc__Testing__StreamingInputCallRequest.self)
    unsafe self.payload = copier.message(c.pointee.payload)
    unsafe self.expectCompressed = copier.message(c.pointee.expect_compressed)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Grpc__Testing__StreamingInputCallRequest.self, capacity: 1)
    unsafe c.pointee.base.descriptor = grpc__testing__streaming_input_call_request__type()
    if let value = self.payload { unsafe c.pointee.payload = arena.message(value) }
    if let value = self.expectCompressed { unsafe c.pointee.expect_compressed = arena.message(value) }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension StreamingInputCallResponse {
  package static let codec = unsafe MessageCodec(
    InteropSchema.registry, "grpc.testing.StreamingInputCallResponse", grpc__testing__streaming_input_call_response__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Grpc__Testing__StreamingInputCallResponse.self)
    unsafe self.aggregatedPayloadSize = c.pointee.aggregated_payload_size
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Grpc__Testing__StreamingInputCallResponse.self, capacity: 1)
    unsafe c.pointee.base.descriptor = grpc__testing__streaming_input_call_response__type()
    if self.aggregatedPayloadSize != 0 {
      unsafe c.pointee.has_aggregated_payload_size = 1
      unsafe c.pointee.aggregated_payload_size = self.aggregatedPayloadSize
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension ResponseParameters {
  package static let codec = unsafe MessageCodec(
    InteropSchema.registry, "grpc.testing.ResponseParameters", grpc__testing__response_parameters__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Grpc__Testing__ResponseParameters.self)
    unsafe self.size = c.pointee.size
    unsafe self.intervalUs = c.pointee.interval_us
    unsafe self.compressed = copier.message(c.pointee.compressed)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Grpc__Testing__ResponseParameters.self, capacity: 1)
    unsafe c.pointee.base.descriptor = grpc__testing__response_parameters__type()
    if self.size != 0 {
      unsafe c.pointee.has_size = 1
      unsafe c.pointee.size = self.size
    }
    if self.intervalUs != 0 {
      unsafe c.pointee.has_interval_us = 1
      unsafe c.pointee.interval_us = self.intervalUs
    }
    if let value = self.compressed { unsafe c.pointee.compressed = arena.message(value) }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension StreamingOutputCallRequest {
  package static let codec = unsafe MessageCodec(
    InteropSchema.registry, "grpc.testing.StreamingOutputCallRequest", grpc__testing__streaming_output_call_request__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Grpc__Testing__StreamingOutputCallRequest.self)
    unsafe self.responseType = PayloadType(rawValue: c.pointee.response_type)
    unsafe self.responseParameters = copier.messages(c.pointee.n_response_parameters, c.pointee.response_parameters)
    unsafe self.payload = copier.message(c.pointee.payload)
    unsafe self.responseStatus = copier.message(c.pointee.response_status)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Grpc__Testing__StreamingOutputCallRequest.self, capacity: 1)
    unsafe c.pointee.base.descriptor = grpc__testing__streaming_output_call_request__type()
    if self.responseType.rawValue != 0 {
      unsafe c.pointee.has_response_type = 1
      unsafe c.pointee.response_type = self.responseType.rawValue
    }
    if !self.responseParameters.isEmpty {
      unsafe c.pointee.n_response_parameters = self.responseParameters.count
      unsafe c.pointee.response_parameters = arena.messages(self.responseParameters)
    }
    if let value = self.payload { unsafe c.pointee.payload = arena.message(value) }
    if let value = self.responseStatus { unsafe c.pointee.response_status = arena.message(value) }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension StreamingOutputCallResponse {
  package static let codec = unsafe MessageCodec(
    InteropSchema.registry, "grpc.testing.StreamingOutputCallResponse", grpc__testing__streaming_output_call_response__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Grpc__Testing__StreamingOutputCallResponse.self)
    unsafe self.payload = copier.message(c.pointee.payload)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Grpc__Testing__StreamingOutputCallResponse.self, capacity: 1)
    unsafe c.pointee.base.descriptor = grpc__testing__streaming_output_call_response__type()
    if let value = self.payload { unsafe c.pointee.payload = arena.message(value) }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}
