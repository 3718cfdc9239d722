// Written by protoc-gen-smart-cooking from grpc/testing/empty.proto. Do not edit.
// swift-format-ignore-file

import CInteropProtos
import CProtobufC
package import Protobuf

/// Nothing: a message of zero bytes.
package struct Empty: Message {
  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}
}

extension Empty {
  package static let codec = unsafe MessageCodec(
    InteropSchema.registry, "grpc.testing.Empty", grpc__testing__empty__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Grpc__Testing__Empty.self)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Grpc__Testing__Empty.self, capacity: 1)
    unsafe c.pointee.base.descriptor = grpc__testing__empty__type()
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}
