// Written by `dev generate`. Do not edit.
// swift-format-ignore-file

import CContracts
package import Protobuf

/// The contracts of this module and all they import, as embedded in CContracts.
package enum ContractsSchema {
  package static let registry = unsafe SchemaRegistry(
    embedded: UnsafeBufferPointer(start: smart_cooking_ccontracts_descriptors(), count: smart_cooking_ccontracts_descriptors_size())
  )
}
