// Written by protoc-gen-smart-cooking from grpc/health/v1/health.proto. Do not edit.
// swift-format-ignore-file

import CStandardProtos
import CProtobufC
package import Protobuf

/// Names the service that is asked about.
package struct Grpc_Health_V1_HealthCheckRequest: Message {
  /// Full name of a service; empty for the server as a whole.
  package var service: String = ""

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    service: String = ""
  ) {
    self.service = service
  }
}

/// The health of one service.
package struct Grpc_Health_V1_HealthCheckResponse: Message {
  /// The status now.
  package var status: Grpc_Health_V1_HealthCheckResponse.ServingStatus = Grpc_Health_V1_HealthCheckResponse.ServingStatus()

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    status: Grpc_Health_V1_HealthCheckResponse.ServingStatus = Grpc_Health_V1_HealthCheckResponse.ServingStatus()
  ) {
    self.status = status
  }

  /// Whether calls should be sent.
  package enum ServingStatus: MessageEnum {
    /// Not determined.
    case unknown
    /// Send calls.
    case serving
    /// Send calls elsewhere.
    case notServing
    /// No such service. Only in answers of Watch.
    case serviceUnknown
    /// A number this contract has no name for.
    case unrecognized(Int32)

    package init() { self = .unknown }

    package init(rawValue: Int32) {
      switch rawValue {
      case 0: self = .unknown
      case 1: self = .serving
      case 2: self = .notServing
      case 3: self = .serviceUnknown
      default: self = .unrecognized(rawValue)
      }
    }

    package var rawValue: Int32 {
      switch self {
      case .unknown: 0
      case .serving: 1
      case .notServing: 2
      case .serviceUnknown: 3
      case .unrecognized(let number): number
      }
    }

    package var name: String {
      switch self {
      case .unknown: "UNKNOWN"
      case .serving: "SERVING"
      case .notServing: "NOT_SERVING"
      case .serviceUnknown: "SERVICE_UNKNOWN"
      case .unrecognized(let number): String(number)
      }
    }

    /// Every value that has a name.
    package static let allCases: [ServingStatus] = [
      .unknown,
      .serving,
      .notServing,
      .serviceUnknown,
    ]
  }
}

/// Asks for every service.
package struct Grpc_Health_V1_HealthListRequest: Message {
  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}
}

/// The health of every service.
package struct Grpc_Health_V1_HealthListResponse: Message {
  /// By full name of the service.
  package var statuses: [String: Grpc_Health_V1_HealthCheckResponse] = [:]

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    statuses: [String: Grpc_Health_V1_HealthCheckResponse] = [:]
  ) {
    self.statuses = statuses
  }
}

extension Grpc_Health_V1_HealthCheckRequest {
  package static let codec = unsafe MessageCodec(
    StandardSchema.registry, "grpc.health.v1.HealthCheckRequest", grpc__health__v1__health_check_request__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Grpc__Health__V1__HealthCheckRequest.self)
    unsafe self.service = copier.string(c.pointee.service)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Grpc__Health__V1__HealthCheckRequest.self, capacity: 1)
    unsafe c.pointee.base.descriptor = grpc__health__v1__health_check_request__type()
    if !self.service.isEmpty {
      unsafe c.pointee.has_service = 1
      unsafe c.pointee.service = arena.string(self.service)
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension Grpc_Health_V1_HealthCheckResponse {
  package static let codec = unsafe MessageCodec(
    StandardSchema.registry, "grpc.health.v1.HealthCheckResponse", grpc__health__v1__health_check_response__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Grpc__Health__V1__HealthCheckResponse.self)
    unsafe self.status = Grpc_Health_V1_HealthCheckResponse.ServingStatus(rawValue: c.pointee.status)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Grpc__Health__V1__HealthCheckResponse.self, capacity: 1)
    unsafe c.pointee.base.descriptor = grpc__health__v1__health_check_response__type()
    if self.status.rawValue != 0 {
      unsafe c.pointee.has_status = 1
      unsafe c.pointee.status = self.status.rawValue
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension Grpc_Health_V1_HealthListRequest {
  package static let codec = unsafe MessageCodec(
    StandardSchema.registry, "grpc.health.v1.HealthListRequest", grpc__health__v1__health_list_request__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Grpc__Health__V1__HealthListRequest.self)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Grpc__Health__V1__HealthListRequest.self, capacity: 1)
    unsafe c.pointee.base.descriptor = grpc__health__v1__health_list_request__type()
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension Grpc_Health_V1_HealthListResponse {
  package static let codec = unsafe MessageCodec(
    StandardSchema.registry, "grpc.health.v1.HealthListResponse", grpc__health__v1__health_list_response__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Grpc__Health__V1__HealthListResponse.self)
    unsafe self.statuses = copier.map(c.pointee.n_statuses, c.pointee.statuses) { entry, copier in
      unsafe (copier.string(entry.key), copier.required(entry.value))
    }
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Grpc__Health__V1__HealthListResponse.self, capacity: 1)
    unsafe c.pointee.base.descriptor = grpc__health__v1__health_list_response__type()
    if !self.statuses.isEmpty {
      unsafe c.pointee.n_statuses = self.statuses.count
      unsafe c.pointee.statuses = arena.map(self.statuses) { key, value, entry, arena in
        unsafe entry.base.descriptor = grpc__health__v1__health_list_response__statuses_entry__type()
        unsafe entry.has_key = 1
        unsafe entry.key = arena.string(key)
        unsafe entry.value = arena.message(value)
      }
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}
