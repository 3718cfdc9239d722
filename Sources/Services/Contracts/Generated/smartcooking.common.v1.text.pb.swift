// Written by protoc-gen-smart-cooking from smartcooking/common/v1/text.proto. Do not edit.
// swift-format-ignore-file

import CContracts
import CProtobufC
package import Protobuf

/// A text in both languages of the product, as it is stored and imported. What users receive is one
/// of them: that of `accept-language`, Vietnamese when neither is asked for.
package struct LocalizedText: Message {
  /// Vietnamese, with diacritics.
  package var vi: String = ""

  /// English.
  package var en: String = ""

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    vi: String = "",
    en: String = ""
  ) {
    self.vi = vi
    self.en = en
  }
}

extension LocalizedText {
  package static let codec = unsafe MessageCodec(
    ContractsSchema.registry, "smartcooking.common.v1.LocalizedText", smartcooking__common__v1__localized_text__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Smartcooking__Common__V1__LocalizedText.self)
    unsafe self.vi = copier.string(c.pointee.vi)
    unsafe self.en = copier.string(c.pointee.en)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Smartcooking__Common__V1__LocalizedText.self, capacity: 1)
    unsafe c.pointee.base.descriptor = smartcooking__common__v1__localized_text__type()
    if !self.vi.isEmpty {
      unsafe c.pointee.has_vi = 1
      unsafe c.pointee.vi = arena.string(self.vi)
    }
    if !self.en.isEmpty {
      unsafe c.pointee.has_en = 1
      unsafe c.pointee.en = arena.string(self.en)
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}
