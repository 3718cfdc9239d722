// Written by `dev generate`. Do not edit.
// swift-format-ignore-file

import CInteropProtos
package import Protobuf

/// The contracts of this module and all they import, as embedded in CInteropProtos.
package enum InteropSchema {
  package static let registry = unsafe SchemaRegistry(
    embedded: UnsafeBufferPointer(start: smart_cooking_cinteropprotos_descriptors(), count: smart_cooking_cinteropprotos_descriptors_size())
  )
}
