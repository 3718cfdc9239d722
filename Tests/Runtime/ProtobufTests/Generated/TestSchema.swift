// Written by `dev generate`. Do not edit.
// swift-format-ignore-file

import CTestProtos
package import Protobuf

/// The contracts of this module and all they import, as embedded in CTestProtos.
package enum TestSchema {
  package static let registry = unsafe SchemaRegistry(
    embedded: UnsafeBufferPointer(start: smart_cooking_ctestprotos_descriptors(), count: smart_cooking_ctestprotos_descriptors_size())
  )
}
