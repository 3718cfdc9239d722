import Protobuf
import Testing

@testable import RPCCodegen

@Suite("Generators")
struct GeneratorTests {
  private static let tree = Descriptor.file(
    "tree.proto",
    package: "p",
    messages: [
      Descriptor.message(
        "Tree",
        fields: [
          Descriptor.field("left", 1, .message, type: ".p.Tree"),
          Descriptor.field("all", 2, .message, type: ".p.Tree", isRepeated: true),
          Descriptor.field("leaf", 3, .message, type: ".p.Leaf"),
          Descriptor.field("name", 4, .string, oneof: 0),
          Descriptor.field("maybe", 5, .string, oneof: 1, isOptional: true),
          Descriptor.field("sizes", 6, .sint32, isRepeated: true),
        ],
        oneofs: ["choice", "_maybe"]
      ),
      Descriptor.message("Leaf"),
    ]
  )

  private static func request(_ parameter: String, _ files: [[UInt8]]) -> [UInt8] {
    var request: [UInt8] = []
    request.appendField(1, "tree.proto".utf8)
    request.appendField(2, parameter.utf8)
    for file in files { request.appendField(15, file) }
    return request
  }

  @Test("box only what contains itself")
  func recursion() throws {
    let registry = try SchemaRegistry(files: [Self.tree])
    let tree = try #require(registry.message("p.Tree"))
    let recursion = Recursion(registry)
    let recursive = tree.fields.filter { recursion.isRecursive($0, of: tree) }.map(\.name)
    #expect(recursive == ["left"])
  }

  @Test("rewrite descriptors so that C loses nothing")
  func rewriting() throws {
    let registry = try SchemaRegistry(files: [Self.tree])
    let rewritten = try SchemaRegistry(DescriptorRewriter(registry).fileDescriptorSet())
    let tree = try #require(rewritten.message("p.Tree"))
    #expect(try !#require(rewritten.file("tree.proto")).isProto3)
    #expect(tree.oneofs == ["choice"])
    #expect(tree.field(number: 4)?.kind == .bytes)
    #expect(tree.field(number: 4)?.oneofIndex == 0)
    #expect(tree.field(number: 5)?.oneofIndex == nil)
    #expect(tree.field(number: 6)?.options.integer(2) == 1, "packed is stated")
    #expect(tree.field(number: 1)?.message === tree)
  }

  @Test("answer protoc with the files, or with the reason")
  func plugin() {
    let good = SchemaOptions(
      Plugin.respond(to: Self.request("c_module=CTree,schema=TreeSchema", [Self.tree]))
    )
    #expect(good.string(1) == nil)
    #expect(good.integer(2) == 1)
    let files = good.messages(15).map(SchemaOptions.init)
    #expect(files.compactMap { $0.string(1) } == ["tree.pb.swift"])
    let text = files.first?.string(15) ?? ""
    #expect(text.contains("package struct P_Tree: Message {"))
    #expect(text.contains("private var leftStorage: Indirect<P_Tree>?"))

    let noParameter = SchemaOptions(Plugin.respond(to: Self.request("", [Self.tree])))
    #expect(noParameter.string(1) == "parameters c_module and schema are needed")
    let damaged = SchemaOptions(
      Plugin.respond(to: Self.request("c_module=C,schema=S", [[0x0A, 0x7F]]))
    )
    #expect(damaged.string(1)?.hasPrefix("file descriptor 0") == true)
  }
}
