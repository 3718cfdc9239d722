// Written by protoc-gen-smart-cooking from google/rpc/status.proto. Do not edit.
// swift-format-ignore-file

import CStandardProtos
import CProtobufC
package import Protobuf

/// The outcome of a call, with details. Travels in the `grpc-status-details-bin` trailer.
package struct Google_Rpc_Status: Message {
  /// A value of `google.rpc.Code`.
  package var code: Int32 = 0

  /// For developers, in English.
  package var message: String = ""

  /// Messages of error_details.proto, each at most once.
  package var details: [Google_Protobuf_Any] = []

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    code: Int32 = 0,
    message: String = "",
    details: [Google_Protobuf_Any] = []
  ) {
    self.code = code
    self.message = message
    self.details = details
  }
}

extension Google_Rpc_Status {
  package static let codec = unsafe MessageCodec(
    StandardSchema.registry, "google.rpc.Status", google__rpc__status__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Google__Rpc__Status.self)
    unsafe self.code = c.pointee.code
    unsafe self.message = copier.string(c.pointee.message)
    unsafe self.details = copier.messages(c.pointee.n_details, c.pointee.details)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Google__Rpc__Status.self, capacity: 1)
    unsafe c.pointee.base.descriptor = google__rpc__status__type()
    if self.code != 0 {
      unsafe c.pointee.has_code = 1
      unsafe c.pointee.code = self.code
    }
    if !self.message.isEmpty {
      unsafe c.pointee.has_message = 1
      unsafe c.pointee.message = arena.string(self.message)
    }
    if !self.details.isEmpty {
      unsafe c.pointee.n_details = self.details.count
      unsafe c.pointee.details = arena.messages(self.details)
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}
