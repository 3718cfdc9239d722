// Written by `dev generate`. Do not edit.
// swift-format-ignore-file

import CConformanceProtos
package import Protobuf

/// The contracts of this module and all they import, as embedded in CConformanceProtos.
package enum ConformanceSchema {
  package static let registry = unsafe SchemaRegistry(
    embedded: UnsafeBufferPointer(start: smart_cooking_cconformanceprotos_descriptors(), count: smart_cooking_cconformanceprotos_descriptors_size())
  )
}
