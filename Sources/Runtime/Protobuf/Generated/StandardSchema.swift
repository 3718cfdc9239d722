// Written by `dev generate`. Do not edit.
// swift-format-ignore-file

import CStandardProtos

/// The contracts of this module and all they import, as embedded in CStandardProtos.
package enum StandardSchema {
  package static let registry = unsafe SchemaRegistry(
    embedded: UnsafeBufferPointer(start: smart_cooking_cstandardprotos_descriptors(), count: smart_cooking_cstandardprotos_descriptors_size())
  )
}
