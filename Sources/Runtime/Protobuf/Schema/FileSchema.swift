/// One `.proto` file.
package struct FileSchema: Sendable {
  /// Its path below the import root: `echo/echo.proto`.
  package let name: String
  package let package: String
  package let dependencies: [String]
  package let isProto3: Bool
  package let options: SchemaOptions
  /// The serialized `FileDescriptorProto`, as reflection hands it out.
  package let descriptor: [UInt8]

  /// What Swift type names of this file begin with: `swift_prefix`, else the package.
  package var swiftPrefix: String {
    if let prefix = options.string(39) { return prefix }
    guard !package.isEmpty else { return "" }
    let parts = package.split(separator: ".").map { part in
      part.split(separator: "_").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }
    return parts.joined(separator: "_") + "_"
  }
}

/// Descriptors that do not fit together.
package struct SchemaError: Error, CustomStringConvertible {
  package let description: String

  init(_ description: String) { self.description = description }
}
