// Written by protoc-gen-smart-cooking from google/protobuf/empty.proto. Do not edit.
// swift-format-ignore-file

import CStandardProtos
import CProtobufC

/// A generic empty message that you can re-use to avoid defining duplicated
/// empty messages in your APIs. A typical example is to use it as the request
/// or the response type of an API method. For instance:
///
///     service Foo {
///       rpc Bar(google.protobuf.Empty) returns (google.protobuf.Empty);
///     }
package struct Google_Protobuf_Empty: Message {
  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}
}

extension Google_Protobuf_Empty {
  package static let codec = unsafe MessageCodec(
    StandardSchema.registry, "google.protobuf.Empty", google__protobuf__empty__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Google__Protobuf__Empty.self)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Google__Protobuf__Empty.self, capacity: 1)
    unsafe c.pointee.base.descriptor = google__protobuf__empty__type()
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}
