package import Protobuf

/// Writes the Swift of one `.proto` file: messages, and stubs where it declares services.
package struct SwiftGenerator {
  /// Where generated code finds C structs and descriptors.
  package struct Module: Sendable {
    /// The C module: `CContracts`.
    package let cModule: String
    /// The enum whose `registry` holds the schema: `ContractsSchema`.
    package let schema: String
    /// The Swift code lies in the module `Protobuf` itself.
    package let isProtobuf: Bool

    package init(cModule: String, schema: String, isProtobuf: Bool = false) {
      self.cModule = cModule
      self.schema = schema
      self.isProtobuf = isProtobuf
    }
  }

  let registry: SchemaRegistry
  let module: Module
  let names: SwiftNames
  let recursion: Recursion

  package init(_ registry: SchemaRegistry, _ module: Module) {
    self.registry = registry
    self.module = module
    names = SwiftNames(registry: registry)
    recursion = Recursion(registry)
  }

  /// The files made of the proto `file`; none for one that declares nothing.
  package func generate(_ file: String) -> [GeneratedFile] {
    guard let index = registry.files.firstIndex(where: { $0.name == file }) else { return [] }
    // Swift wants every file name once in a module, so the path is part of the name.
    let stem = file.dropLast(".proto".count).replacing("/", with: ".")
    var files: [GeneratedFile] = []
    if let text = messages(index) {
      files.append(GeneratedFile(path: "\(stem).pb.swift", text: text))
    }
    if let text = services(index) {
      files.append(GeneratedFile(path: "\(stem).rpc.swift", text: text))
    }
    return files
  }

  /// The file that reads the embedded descriptors of a C module.
  package func schemaFile() -> GeneratedFile {
    let symbol = "smart_cooking_\(module.cModule.lowercased())_descriptors"
    let text = """
      // Written by `dev generate`. Do not edit.
      // swift-format-ignore-file

      import \(module.cModule)
      \(module.isProtobuf ? "" : "package import Protobuf\n")
      /// The contracts of this module and all they import, as embedded in \(module.cModule).
      package enum \(module.schema) {
        package static let registry = unsafe SchemaRegistry(
          embedded: UnsafeBufferPointer(start: \(symbol)(), count: \(symbol)_size())
        )
      }

      """
    return GeneratedFile(path: "\(module.schema).swift", text: text)
  }

  static func header(_ file: FileSchema) -> [String] {
    [
      "// Written by protoc-gen-smart-cooking from \(file.name). Do not edit.",
      "// swift-format-ignore-file", "",
    ]
  }

  private func messages(_ index: Int) -> String? {
    let messages = registry.messages.filter { $0.file == index && !$0.isMapEntry }
    let enums = registry.enums.filter { $0.file == index }
    guard !messages.isEmpty || !enums.isEmpty else { return nil }
    var out = SourceWriter()
    for line in Self.header(registry.files[index]) { out.line(line) }
    if !messages.isEmpty {
      out.line("import \(module.cModule)")
      out.line("import CProtobufC")
    }
    // A conformance to `MessageEnum` alone does not make the import a package one.
    if !module.isProtobuf { out.line("\(messages.isEmpty ? "" : "package ")import Protobuf") }
    for enumeration in enums where enumeration.path.count == 1 { write(enumeration, &out) }
    for message in messages where message.path.count == 1 { write(message, &out) }
    for message in messages { writeCoding(message, &out) }
    return out.text
  }

  private func services(_ index: Int) -> String? {
    let services = registry.services.filter { $0.file == index }
    guard !services.isEmpty else { return nil }
    let writer = ServiceWriter(registry: registry, names: names)
    return writer.write(services, registry.files[index])
  }
}
