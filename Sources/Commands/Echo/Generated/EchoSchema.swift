// Written by `dev generate`. Do not edit.
// swift-format-ignore-file

import CEcho
package import Protobuf

/// The contracts of this module and all they import, as embedded in CEcho.
package enum EchoSchema {
  package static let registry = unsafe SchemaRegistry(
    embedded: UnsafeBufferPointer(start: smart_cooking_cecho_descriptors(), count: smart_cooking_cecho_descriptors_size())
  )
}
