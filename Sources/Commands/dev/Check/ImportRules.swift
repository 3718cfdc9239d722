/// Compares every `import` with what the manifest grants; SwiftPM itself does not.
enum ImportRules {
  /// Modules of the toolchain, which no manifest lists.
  static let toolchain: Set<String> = [
    "Foundation", "FoundationEssentials", "Glibc", "Darwin", "Synchronization", "Testing",
    "Dispatch",
  ]

  /// A module that only the named targets may import, whatever the manifest grants.
  static let reserved: [(module: String, onlyIn: Set<String>, isOpenToGenerated: Bool)] = [
    ("CNGHTTP2", ["HTTP2"], false),
    ("CProtobufC", ["Protobuf"], true),
    ("CSQLite", ["SQLiteTable"], false),
    ("CZlib", ["RPC"], false),
    ("CMalloc", ["RPC"], false),
  ]

  static let services: Set<String> = [
    "AISuggestion", "CookingHistory", "RatingHandler", "IngredientValidator",
  ]
  static let backends: Set<String> = ["SQLiteTable", "DynamoDBTable"]

  static func violations(in tree: SourceTree, manifest: Manifest) -> [String] {
    tree.files.flatMap { file -> [String] in
      guard let target = manifest.target(of: file.path) else {
        return ["\(file.path): belongs to no target of Package.swift"]
      }
      return imports(of: file).flatMap { line, module in
        problems(module: module, file: file, target: target).map {
          "\(file.path):\(line): \($0)"
        }
      }
    }
  }

  private static func problems(
    module: String,
    file: SourceFile,
    target: Manifest.Target
  ) -> [String] {
    var problems: [String] = []
    let isTest = file.path.hasPrefix("Tests/")
    if !toolchain.contains(module) && !target.uses.contains(module) && module != target.name {
      problems.append("imports \(module), which Package.swift does not grant to \(target.name)")
    }
    for rule in reserved where rule.module == module && !isTest {
      let isAllowed =
        rule.onlyIn.contains(target.name) || (rule.isOpenToGenerated && file.isGenerated)
      if !isAllowed { problems.append("only \(rule.onlyIn.sorted()) may import \(module)") }
    }
    if services.contains(target.name), isForbiddenInServices(module, service: target.name) {
      problems.append("a service may not import \(module)")
    }
    if ["Gateway", "Observability"].contains(target.name), module == "Contracts" {
      problems.append("\(target.name) reads descriptors and never imports Contracts")
    }
    if target.name == "SingleTable", !toolchain.contains(module) {
      problems.append("SingleTable imports nothing of ours")
    }
    return problems
  }

  private static func isForbiddenInServices(_ module: String, service: String) -> Bool {
    module.hasPrefix("NIO") || backends.contains(module)
      || ["Gateway", "Observability", "ServiceHost"].contains(module)
      || (services.contains(module) && module != service)
  }

  /// The line numbers and modules of a file's `import` lines.
  static func imports(of file: SourceFile) -> [(line: Int, module: String)] {
    file.lines.enumerated().compactMap { index, line in
      var words = line.split(separator: " ").map(String.init)
      while let first = words.first, first.hasPrefix("@") || isAccessLevel(first) {
        words.removeFirst()
      }
      guard words.count >= 2, words[0] == "import" else { return nil }
      let kinds: Set<String> = ["struct", "class", "enum", "protocol", "func", "let", "var"]
      let path = kinds.contains(words[1]) && words.count > 2 ? words[2] : words[1]
      let module = path.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
      return module.isEmpty ? nil : (index + 1, String(module))
    }
  }

  private static func isAccessLevel(_ word: String) -> Bool {
    ["public", "package", "internal", "fileprivate", "private"].contains(word)
  }
}
