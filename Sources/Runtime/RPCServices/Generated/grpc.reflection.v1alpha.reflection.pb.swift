// Written by protoc-gen-smart-cooking from grpc/reflection/v1alpha/reflection.proto. Do not edit.
// swift-format-ignore-file

import CStandardProtos
import CProtobufC
package import Protobuf

/// One question.
package struct Grpc_Reflection_V1alpha_ServerReflectionRequest: Message {
  /// Host that the question is about.
  package var host: String = ""

  /// At most one of the cases.
  package var messageRequest: MessageRequest?

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    host: String = "",
    messageRequest: MessageRequest? = nil
  ) {
    self.host = host
    self.messageRequest = messageRequest
  }

  /// The cases of `messageRequest`.
  package enum MessageRequest: Sendable, Equatable {
    /// The file of this name.
    case fileByFilename(String)
    /// The file that declares this service, method, message, enum, field or extension (full name).
    case fileContainingSymbol(String)
    /// The file that declares this extension.
    case fileContainingExtension(Grpc_Reflection_V1alpha_ExtensionRequest)
    /// The numbers of all known extensions of this message (full name).
    case allExtensionNumbersOfType(String)
    /// The services; the value is ignored.
    case listServices(String)
  }
}

/// Names an extension by what it extends.
package struct Grpc_Reflection_V1alpha_ExtensionRequest: Message {
  /// Full name of the extended message.
  package var containingType: String = ""

  /// Number of the extension.
  package var extensionNumber: Int32 = 0

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    containingType: String = "",
    extensionNumber: Int32 = 0
  ) {
    self.containingType = containingType
    self.extensionNumber = extensionNumber
  }
}

/// One answer.
package struct Grpc_Reflection_V1alpha_ServerReflectionResponse: Message {
  /// Host that the answer is about.
  package var validHost: String = ""

  /// The question.
  package var originalRequest: Grpc_Reflection_V1alpha_ServerReflectionRequest?

  /// At most one of the cases.
  package var messageResponse: MessageResponse?

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    validHost: String = "",
    originalRequest: Grpc_Reflection_V1alpha_ServerReflectionRequest? = nil,
    messageResponse: MessageResponse? = nil
  ) {
    self.validHost = validHost
    self.originalRequest = originalRequest
    self.messageResponse = messageResponse
  }

  /// The cases of `messageResponse`.
  package enum MessageResponse: Sendable, Equatable {
    /// To the three questions for a file.
    case fileDescriptorResponse(Grpc_Reflection_V1alpha_FileDescriptorResponse)
    /// To all_extension_numbers_of_type.
    case allExtensionNumbersResponse(Grpc_Reflection_V1alpha_ExtensionNumberResponse)
    /// To list_services.
    case listServicesResponse(Grpc_Reflection_V1alpha_ListServiceResponse)
    /// When there is no answer.
    case errorResponse(Grpc_Reflection_V1alpha_ErrorResponse)
  }
}

/// A file and the files it needs.
package struct Grpc_Reflection_V1alpha_FileDescriptorResponse: Message {
  /// Each a serialized `google.protobuf.FileDescriptorProto`; those sent earlier on the stream may
  /// be left out.
  package var fileDescriptorProto: [[UInt8]] = []

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    fileDescriptorProto: [[UInt8]] = []
  ) {
    self.fileDescriptorProto = fileDescriptorProto
  }
}

/// The extensions of a message.
package struct Grpc_Reflection_V1alpha_ExtensionNumberResponse: Message {
  /// Full name of the extended message.
  package var baseTypeName: String = ""

  /// Their numbers, in no order.
  package var extensionNumber: [Int32] = []

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    baseTypeName: String = "",
    extensionNumber: [Int32] = []
  ) {
    self.baseTypeName = baseTypeName
    self.extensionNumber = extensionNumber
  }
}

/// The services of a server.
package struct Grpc_Reflection_V1alpha_ListServiceResponse: Message {
  /// One entry a service.
  package var service: [Grpc_Reflection_V1alpha_ServiceResponse] = []

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    service: [Grpc_Reflection_V1alpha_ServiceResponse] = []
  ) {
    self.service = service
  }
}

/// One service.
package struct Grpc_Reflection_V1alpha_ServiceResponse: Message {
  /// Its full name.
  package var name: String = ""

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    name: String = ""
  ) {
    self.name = name
  }
}

/// Why there is no answer.
package struct Grpc_Reflection_V1alpha_ErrorResponse: Message {
  /// A value of `google.rpc.Code`.
  package var errorCode: Int32 = 0

  /// For developers.
  package var errorMessage: String = ""

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    errorCode: Int32 = 0,
    errorMessage: String = ""
  ) {
    self.errorCode = errorCode
    self.errorMessage = errorMessage
  }
}

extension Grpc_Reflection_V1alpha_ServerReflectionRequest {
  package static let codec = unsafe MessageCodec(
    StandardSchema.registry, "grpc.reflection.v1alpha.ServerReflectionRequest", grpc__reflection__v1alpha__server_reflection_request__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Grpc__Reflection__V1alpha__ServerReflectionRequest.self)
    unsafe self.host = copier.string(c.pointee.host)
    switch unsafe c.pointee.message_request_case.rawValue {
    case 3: unsafe self.messageRequest = .fileByFilename(copier.string(c.pointee.file_by_filename))
    case 4: unsafe self.messageRequest = .fileContainingSymbol(copier.string(c.pointee.file_containing_symbol))
    case 5: unsafe self.messageRequest = .fileContainingExtension(copier.required(c.pointee.file_containing_extension))
    case 6: unsafe self.messageRequest = .allExtensionNumbersOfType(copier.string(c.pointee.all_extension_numbers_of_type))
    case 7: unsafe self.messageRequest = .listServices(copier.string(c.pointee.list_services))
    default: break
    }
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Grpc__Reflection__V1alpha__ServerReflectionRequest.self, capacity: 1)
    unsafe c.pointee.base.descriptor = grpc__reflection__v1alpha__server_reflection_request__type()
    if !self.host.isEmpty {
      unsafe c.pointee.has_host = 1
      unsafe c.pointee.host = arena.string(self.host)
    }
    switch self.messageRequest {
    case .fileByFilename(let value):
      unsafe c.pointee.message_request_case = .init(rawValue: 3)
      unsafe c.pointee.file_by_filename = arena.string(value)
    case .fileContainingSymbol(let value):
      unsafe c.pointee.message_request_case = .init(rawValue: 4)
      unsafe c.pointee.file_containing_symbol = arena.string(value)
    case .fileContainingExtension(let value):
      unsafe c.pointee.message_request_case = .init(rawValue: 5)
      unsafe c.pointee.file_containing_extension = arena.message(value)
    case .allExtensionNumbersOfType(let value):
      unsafe c.pointee.message_request_case = .init(rawValue: 6)
      unsafe c.pointee.all_extension_numbers_of_type = arena.string(value)
    case .listServices(let value):
      unsafe c.pointee.message_request_case = .init(rawValue: 7)
      unsafe c.pointee.list_services = arena.string(value)
    case nil: break
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension Grpc_Reflection_V1alpha_ExtensionRequest {
  package static let codec = unsafe MessageCodec(
    StandardSchema.registry, "grpc.reflection.v1alpha.ExtensionRequest", grpc__reflection__v1alpha__extension_request__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Grpc__Reflection__V1alpha__ExtensionRequest.self)
    unsafe self.containingType = copier.string(c.pointee.containing_type)
    unsafe self.extensionNumber = c.pointee.extension_number
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Grpc__Reflection__V1alpha__ExtensionRequest.self, capacity: 1)
    unsafe c.pointee.base.descriptor = grpc__reflection__v1alpha__extension_request__type()
    if !self.containingType.isEmpty {
      unsafe c.pointee.has_containing_type = 1
      unsafe c.pointee.containing_type = arena.string(self.containingType)
    }
    if self.extensionNumber != 0 {
      unsafe c.pointee.has_extension_number = 1
      unsafe c.pointee.extension_number = self.extensionNumber
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension Grpc_Reflection_V1alpha_ServerReflectionResponse {
  package static let codec = unsafe MessageCodec(
    StandardSchema.registry, "grpc.reflection.v1alpha.ServerReflectionResponse", grpc__reflection__v1alpha__server_reflection_response__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Grpc__Reflection__V1alpha__ServerReflectionResponse.self)
    unsafe self.validHost = copier.string(c.pointee.valid_host)
    unsafe self.originalRequest = copier.message(c.pointee.original_request)
    switch unsafe c.pointee.message_response_case.rawValue {
    case 4: unsafe self.messageResponse = .fileDescriptorResponse(copier.required(c.pointee.file_descriptor_response))
    case 5: unsafe self.messageResponse = .allExtensionNumbersResponse(copier.required(c.pointee.all_extension_numbers_response))
    case 6: unsafe self.messageResponse = .listServicesResponse(copier.required(c.pointee.list_services_response))
    case 7: unsafe self.messageResponse = .errorResponse(copier.required(c.pointee.error_response))
    default: break
    }
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Grpc__Reflection__V1alpha__ServerReflectionResponse.self, capacity: 1)
    unsafe c.pointee.base.descriptor = grpc__reflection__v1alpha__server_reflection_response__type()
    if !self.validHost.isEmpty {
      unsafe c.pointee.has_valid_host = 1
      unsafe c.pointee.valid_host = arena.string(self.validHost)
    }
    if let value = self.originalRequest { unsafe c.pointee.original_request = arena.message(value) }
    switch self.messageResponse {
    case .fileDescriptorResponse(let value):
      unsafe c.pointee.message_response_case = .init(rawValue: 4)
      unsafe c.pointee.file_descriptor_response = arena.message(value)
    case .allExtensionNumbersResponse(let value):
      unsafe c.pointee.message_response_case = .init(rawValue: 5)
      unsafe c.pointee.all_extension_numbers_response = arena.message(value)
    case .listServicesResponse(let value):
      unsafe c.pointee.message_response_case = .init(rawValue: 6)
      unsafe c.pointee.list_services_response = arena.message(value)
    case .errorResponse(let value):
      unsafe c.pointee.message_response_case = .init(rawValue: 7)
      unsafe c.pointee.error_response = arena.message(value)
    case nil: break
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension Grpc_Reflection_V1alpha_FileDescriptorResponse {
  package static let codec = unsafe MessageCodec(
    StandardSchema.registry, "grpc.reflection.v1alpha.FileDescriptorResponse", grpc__reflection__v1alpha__file_descriptor_response__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Grpc__Reflection__V1alpha__FileDescriptorResponse.self)
    unsafe self.fileDescriptorProto = copier.bytesArray(c.pointee.n_file_descriptor_proto, c.pointee.file_descriptor_proto)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Grpc__Reflection__V1alpha__FileDescriptorResponse.self, capacity: 1)
    unsafe c.pointee.base.descriptor = grpc__reflection__v1alpha__file_descriptor_response__type()
    if !self.fileDescriptorProto.isEmpty {
      unsafe c.pointee.n_file_descriptor_proto = self.fileDescriptorProto.count
      unsafe c.pointee.file_descriptor_proto = arena.bytesArray(self.fileDescriptorProto)
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension Grpc_Reflection_V1alpha_ExtensionNumberResponse {
  package static let codec = unsafe MessageCodec(
    StandardSchema.registry, "grpc.reflection.v1alpha.ExtensionNumberResponse", grpc__reflection__v1alpha__extension_number_response__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Grpc__Reflection__V1alpha__ExtensionNumberResponse.self)
    unsafe self.baseTypeName = copier.string(c.pointee.base_type_name)
    unsafe self.extensionNumber = copier.numbers(c.pointee.n_extension_number, c.pointee.extension_number)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Grpc__Reflection__V1alpha__ExtensionNumberResponse.self, capacity: 1)
    unsafe c.pointee.base.descriptor = grpc__reflection__v1alpha__extension_number_response__type()
    if !self.baseTypeName.isEmpty {
      unsafe c.pointee.has_base_type_name = 1
      unsafe c.pointee.base_type_name = arena.string(self.baseTypeName)
    }
    if !self.extensionNumber.isEmpty {
      unsafe c.pointee.n_extension_number = self.extensionNumber.count
      unsafe c.pointee.extension_number = arena.numbers(self.extensionNumber)
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension Grpc_Reflection_V1alpha_ListServiceResponse {
  package static let codec = unsafe MessageCodec(
    StandardSchema.registry, "grpc.reflection.v1alpha.ListServiceResponse", grpc__reflection__v1alpha__list_service_response__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Grpc__Reflection__V1alpha__ListServiceResponse.self)
    unsafe self.service = copier.messages(c.pointee.n_service, c.pointee.service)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Grpc__Reflection__V1alpha__ListServiceResponse.self, capacity: 1)
    unsafe c.pointee.base.descriptor = grpc__reflection__v1alpha__list_service_response__type()
    if !self.service.isEmpty {
      unsafe c.pointee.n_service = self.service.count
      unsafe c.pointee.service = arena.messages(self.service)
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension Grpc_Reflection_V1alpha_ServiceResponse {
  package static let codec = unsafe MessageCodec(
    StandardSchema.registry, "grpc.reflection.v1alpha.ServiceResponse", grpc__reflection__v1alpha__service_response__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Grpc__Reflection__V1alpha__ServiceResponse.self)
    unsafe self.name = copier.string(c.pointee.name)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Grpc__Reflection__V1alpha__ServiceResponse.self, capacity: 1)
    unsafe c.pointee.base.descriptor = grpc__reflection__v1alpha__service_response__type()
    if !self.name.isEmpty {
      unsafe c.pointee.has_name = 1
      unsafe c.pointee.name = arena.string(self.name)
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension Grpc_Reflection_V1alpha_ErrorResponse {
  package static let codec = unsafe MessageCodec(
    StandardSchema.registry, "grpc.reflection.v1alpha.ErrorResponse", grpc__reflection__v1alpha__error_response__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Grpc__Reflection__V1alpha__ErrorResponse.self)
    unsafe self.errorCode = c.pointee.error_code
    unsafe self.errorMessage = copier.string(c.pointee.error_message)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Grpc__Reflection__V1alpha__ErrorResponse.self, capacity: 1)
    unsafe c.pointee.base.descriptor = grpc__reflection__v1alpha__error_response__type()
    if self.errorCode != 0 {
      unsafe c.pointee.has_error_code = 1
      unsafe c.pointee.error_code = self.errorCode
    }
    if !self.errorMessage.isEmpty {
      unsafe c.pointee.has_error_message = 1
      unsafe c.pointee.error_message = arena.string(self.errorMessage)
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}
