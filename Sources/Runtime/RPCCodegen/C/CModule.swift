package import Protobuf

/// The hand-holding a folder of protoc-gen-c's files needs to be a module that Swift imports.
package struct CModule {
  private let name: String
  private let registry: SchemaRegistry
  private let files: [String]

  /// `files` are the protos whose C code lies in this module.
  package init(name: String, registry: SchemaRegistry, files: [String]) {
    self.name = name
    self.registry = registry
    self.files = files
  }

  /// The umbrella header, the module map and the embedded descriptors.
  package func generated() -> [GeneratedFile] {
    [
      GeneratedFile(path: "\(name).h", text: header()),
      GeneratedFile(path: "\(name).c", text: source()),
      GeneratedFile(
        path: "module.modulemap",
        text: "module \(name) {\n  umbrella header \"\(name).h\"\n  export *\n}\n"
      ),
    ]
  }

  private var symbol: String { "smart_cooking_\(name.lowercased())_descriptors" }

  private func header() -> String {
    var lines = [
      "// Written by `dev generate`. Do not edit.", "#pragma once", "", "#include <stddef.h>",
    ]
    for file in files {
      lines.append("#include \"\(file.dropLast(".proto".count)).pb-c.h\"")
    }
    lines += [
      "", "// The serialized FileDescriptorSet of this module's contracts and their imports.",
      "const unsigned char *\(symbol)(void);", "size_t \(symbol)_size(void);", "",
      "// Addresses of the descriptors; Swift cannot take them itself.",
    ]
    for message in registry.messages where files.contains(registry.files[message.file].name) {
      let name = CNames.lower(message)
      lines.append("static inline const ProtobufCMessageDescriptor *\(name)__type(void) {")
      lines += ["  return &\(name)__descriptor;", "}"]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func source() -> String {
    """
    // Written by `dev generate`. Do not edit.
    #include "\(name).h"

    #pragma clang diagnostic ignored "-Wc23-extensions"

    static const unsigned char bytes[] = {
    #embed "descriptors.binpb" suffix(, )
        0};

    const unsigned char *\(symbol)(void) { return bytes; }
    size_t \(symbol)_size(void) { return sizeof bytes - 1; }

    """
  }
}
