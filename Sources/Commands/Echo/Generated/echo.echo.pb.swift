// Written by protoc-gen-smart-cooking from echo/echo.proto. Do not edit.
// swift-format-ignore-file

import CEcho
import CProtobufC
package import Protobuf

/// Asks for its text back.
package struct EchoRequest: Message {
  /// Any text.
  package var text: String = ""

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    text: String = ""
  ) {
    self.text = text
  }
}

/// Carries the text of the request.
package struct EchoResponse: Message {
  /// The text as it was received.
  package var text: String = ""

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    text: String = ""
  ) {
    self.text = text
  }
}

extension EchoRequest {
  package static let codec = unsafe MessageCodec(
    EchoSchema.registry, "echo.EchoRequest", echo__echo_request__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Echo__EchoRequest.self)
    unsafe self.text = copier.string(c.pointee.text)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Echo__EchoRequest.self, capacity: 1)
    unsafe c.pointee.base.descriptor = echo__echo_request__type()
    if !self.text.isEmpty {
      unsafe c.pointee.has_text = 1
      unsafe c.pointee.text = arena.string(self.text)
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension EchoResponse {
  package static let codec = unsafe MessageCodec(
    EchoSchema.registry, "echo.EchoResponse", echo__echo_response__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Echo__EchoResponse.self)
    unsafe self.text = copier.string(c.pointee.text)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Echo__EchoResponse.self, capacity: 1)
    unsafe c.pointee.base.descriptor = echo__echo_response__type()
    if !self.text.isEmpty {
      unsafe c.pointee.has_text = 1
      unsafe c.pointee.text = arena.string(self.text)
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}
