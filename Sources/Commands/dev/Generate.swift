import ArgumentParser
import Foundation
import Protobuf
import RPCCodegen

/// Writes the code that follows from `Protos/`.
struct Generate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes descriptors, C structs, Swift messages and stubs from Protos/."
  )

  @Option(help: "Root of the repository.")
  var root = "."

  @Option(help: "Where to write instead of the repository, to compare.")
  var into: String?

  func run() throws {
    let root = URL(filePath: root)
    let generation = Generation(root: root, target: into.map { URL(filePath: $0) } ?? root)
    for path in try generation.run() { print(path) }
  }
}

/// One run of the generators; what it writes depends on `Protos/` alone.
struct Generation {
  /// A C module and the Swift folders fed by it.
  struct Module {
    let name: String
    let schema: String
    /// Folder the protos are named from.
    var protoRoot = "Protos"
    /// Folder of the C target.
    let cFolder: String
    /// Folder of the Swift target that owns the schema.
    let schemaFolder: String
    /// Prefix of the proto's path and the folder its Swift code goes to.
    let folders: [(prefix: String, folder: String)]
    let protos: [String]
  }

  let root: URL
  let target: URL

  /// Folders that hold generated code and nothing else.
  static let folders = modules.flatMap { module in
    ["\(module.cFolder)/Generated"] + module.folders.map(\.folder)
  }

  static let modules = [
    Module(
      name: "CStandardProtos",
      schema: "StandardSchema",
      cFolder: "Sources/C/CStandardProtos",
      schemaFolder: "Sources/Runtime/Protobuf/Generated",
      folders: [
        ("google/protobuf/", "Sources/Runtime/Protobuf/Generated"),
        ("google/rpc/", "Sources/Runtime/RPC/Generated"),
        ("grpc/", "Sources/Runtime/RPCServices/Generated"),
      ],
      protos: [
        "google/protobuf/any.proto", "google/protobuf/duration.proto",
        "google/protobuf/empty.proto", "google/protobuf/field_mask.proto",
        "google/protobuf/struct.proto", "google/protobuf/timestamp.proto",
        "google/protobuf/wrappers.proto", "google/rpc/error_details.proto",
        "google/rpc/status.proto", "grpc/health/v1/health.proto",
        "grpc/reflection/v1/reflection.proto", "grpc/reflection/v1alpha/reflection.proto",
      ]
    ),
    Module(
      name: "CEcho",
      schema: "EchoSchema",
      cFolder: "Sources/C/CEcho",
      schemaFolder: "Sources/Commands/Echo/Generated",
      folders: [("echo/", "Sources/Commands/Echo/Generated")],
      protos: ["echo/echo.proto"]
    ),
    Module(
      name: "CContracts",
      schema: "ContractsSchema",
      cFolder: "Sources/C/CContracts",
      schemaFolder: "Sources/Services/Contracts/Generated",
      folders: [("smartcooking/", "Sources/Services/Contracts/Generated")],
      protos: []
    ),
    Module(
      name: "CInteropProtos",
      schema: "InteropSchema",
      cFolder: "Tests/Interop/CInteropProtos",
      schemaFolder: "Tests/Interop/InteropContract/Generated",
      folders: [("grpc/testing/", "Tests/Interop/InteropContract/Generated")],
      protos: [
        "grpc/testing/empty.proto", "grpc/testing/messages.proto", "grpc/testing/test.proto",
      ]
    ),
    Module(
      name: "CTestProtos",
      schema: "TestSchema",
      protoRoot: "Tests/Runtime/ProtobufTests/Protos",
      cFolder: "Tests/Runtime/CTestProtos",
      schemaFolder: "Tests/Runtime/ProtobufTests/Generated",
      folders: [("test/", "Tests/Runtime/ProtobufTests/Generated")],
      protos: ["test/everything.proto"]
    ),
    Module(
      name: "CConformanceProtos",
      schema: "ConformanceSchema",
      protoRoot: "Tests/Runtime/ProtobufTests/Protos",
      cFolder: "Tests/Runtime/CConformanceProtos",
      schemaFolder: "Tests/Runtime/ProtobufConformance/Generated",
      folders: [("conformance/", "Tests/Runtime/ProtobufConformance/Generated")],
      protos: ["conformance/conformance.proto", "conformance/test_all_types_proto3.proto"]
    ),
  ]

  /// Generated files that are missing, differ from `Protos/` or are not made of them any more.
  static func stale(in root: URL) throws -> [String] {
    let fresh = FileManager.default.temporaryDirectory
      .appending(path: "generated-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: fresh) }  // Of no use to anyone after.
    let written = try Generation(root: root, target: fresh).run()
    let manager = FileManager.default
    let differing = written.filter { path in
      !manager.contentsEqual(
        atPath: root.appending(path: path).path,
        andPath: fresh.appending(path: path).path
      )
    }
    let known = Set(written)
    let left = try folders.flatMap { folder in
      try manager.subpathsOfDirectory(atPath: root.appending(path: folder).path)
        .map { "\(folder)/\($0)" }
        .filter { path in
          var isFolder: ObjCBool = false
          unsafe _ = manager.fileExists(
            atPath: root.appending(path: path).path,
            isDirectory: &isFolder
          )
          return !isFolder.boolValue && !known.contains(path)
        }
    }
    return (differing + left).sorted()
  }

  /// Replaces every generated folder and answers the files written, relative to the target.
  func run() throws -> [String] {
    var written: [String] = []
    for folder in Self.folders {
      let place = target.appending(path: folder)
      if FileManager.default.fileExists(atPath: place.path) {
        try FileManager.default.removeItem(at: place)
      }
    }
    for module in Self.modules { written += try run(module) }
    return written.sorted()
  }

  private func run(_ module: Module) throws -> [String] {
    let protos = try module.protos.isEmpty ? found(below: module.folders[0].prefix) : module.protos
    let c = "\(module.cFolder)/Generated"
    try makeFolder(c)
    let descriptors = "\(c)/descriptors.binpb"
    try Shell.require(
      [
        "protoc", "-I", root.appending(path: module.protoRoot).path, "--include_imports",
        "--include_source_info", "--descriptor_set_out=\(path(descriptors))",
      ] + protos
    )
    let bytes = try [UInt8](Data(contentsOf: target.appending(path: descriptors)))
    let registry = try SchemaRegistry(bytes)
    try writeC(module, registry, protos, into: c)

    var written: [String] = []
    let generator = SwiftGenerator(
      registry,
      SwiftGenerator.Module(
        cModule: module.name,
        schema: module.schema,
        isProtobuf: module.name == "CStandardProtos"
      )
    )
    written.append(try write(generator.schemaFile(), into: module.schemaFolder))
    for (prefix, folder) in module.folders {
      let isProtobuf = folder == "Sources/Runtime/Protobuf/Generated"
      let generator = SwiftGenerator(
        registry,
        SwiftGenerator.Module(
          cModule: module.name,
          schema: module.schema,
          isProtobuf: isProtobuf
        )
      )
      for proto in protos where proto.hasPrefix(prefix) {
        for file in generator.generate(proto) { written.append(try write(file, into: folder)) }
      }
    }
    for file in CModule(name: module.name, registry: registry, files: protos).generated() {
      written.append(try write(file, into: c))
    }
    for proto in protos {
      for suffix in ["h", "c"] { written.append("\(c)/\(proto.dropLast(6)).pb-c.\(suffix)") }
    }
    return written + [descriptors]
  }

  /// Runs protoc-gen-c over the rewritten descriptors.
  private func writeC(
    _ module: Module,
    _ registry: SchemaRegistry,
    _ protos: [String],
    into folder: String
  ) throws {
    let temporary = FileManager.default.temporaryDirectory
      .appending(path: "descriptors-\(UUID().uuidString).binpb")
    defer { try? FileManager.default.removeItem(at: temporary) }  // Of no use to anyone after.
    try Data(DescriptorRewriter(registry).fileDescriptorSet()).write(to: temporary)
    try Shell.require(
      ["protoc", "--descriptor_set_in=\(temporary.path)", "--c_out=\(path(folder))"] + protos
    )
  }

  private func found(below prefix: String) throws -> [String] {
    let protos = root.appending(path: "Protos")
    let names = try FileManager.default.subpathsOfDirectory(
      atPath: protos.appending(path: prefix).path
    )
    return names.filter { $0.hasSuffix(".proto") }.map { prefix + $0 }.sorted()
  }

  private func path(_ relative: String) -> String { target.appending(path: relative).path }

  private func makeFolder(_ relative: String) throws {
    try FileManager.default.createDirectory(
      at: target.appending(path: relative),
      withIntermediateDirectories: true
    )
  }

  private func write(_ file: GeneratedFile, into folder: String) throws -> String {
    try makeFolder(folder)
    let relative = "\(folder)/\(file.path)"
    try Data(file.text.utf8).write(to: target.appending(path: relative))
    return relative
  }
}
