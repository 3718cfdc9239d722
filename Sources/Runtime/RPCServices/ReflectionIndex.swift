import Protobuf

/// What reflection knows: the declarations of several registries, which may share files.
struct ReflectionIndex: Sendable {
  private let registries: [SchemaRegistry]

  /// Where files of several registries have one name, the first stands for all.
  init(_ registries: [SchemaRegistry]) { self.registries = registries }

  func file(_ name: String) -> FileSchema? {
    registries.firstAnswer { $0.file(name) }
  }

  func file(declaring symbol: String) -> FileSchema? {
    registries.firstAnswer { $0.file(declaring: symbol) }
  }

  func file(extending message: String, number: Int) -> FileSchema? {
    registries.firstAnswer { registry in
      registry.declaredExtension(of: message, number: number).map { registry.files[$0.file] }
    }
  }

  /// The numbers of all extensions of a message, ascending; nil where nobody knows the message.
  func extensionNumbers(of message: String) -> [Int]? {
    let declared = registries.flatMap(\.extensions).filter { $0.extendee.isExactly(message) }
    if declared.isEmpty, registries.allSatisfy({ $0.message(message) == nil }) { return nil }
    return Set(declared.map(\.number)).sorted()
  }

  /// The file and all it imports, directly or not, each once, the file first.
  func withImports(_ file: FileSchema) -> [FileSchema] {
    var found = [file]
    var names: Set = [file.name]
    var next = 0
    while next < found.count {
      for name in found[next].dependencies where names.insert(name).inserted {
        if let imported = self.file(name) { found.append(imported) }
      }
      next += 1
    }
    return found
  }
}

extension [SchemaRegistry] {
  fileprivate func firstAnswer(_ look: (SchemaRegistry) -> FileSchema?) -> FileSchema? {
    for registry in self {
      if let answer = look(registry) { return answer }
    }
    return nil
  }
}
