/// The absences that hold everywhere: each a pattern, the files where it is right, and the reason.
struct TextRule: Sendable {
  let says: String
  let matches: @Sendable (Substring) -> Bool
  /// Paths (or their beginnings) in which the pattern is right.
  let allowed: [String]

  static let house: [TextRule] = [
    TextRule(
      says: "environment variables are read in ServiceHost's configuration alone",
      matches: { $0.contains("getenv(") || $0.contains(".environment[") },
      allowed: ["Sources/Platform/ServiceHost/Configuration"]
    ),
    TextRule(
      says: "no unstructured task: lifetimes are scopes",
      matches: { line in
        line.firstMatch(of: /(^|[^A-Za-z])Task( \{|\.detached|\.immediate|<|\()/) != nil
      },
      allowed: [
        // A call's task starts when its request is complete and is owned by the call.
        "Sources/Runtime/RPC/",
        // Awaited where it is started: only its caller's cancellation stays outside.
        "Sources/Services/ServiceKit/Shielded.swift",
      ]
    ),
    TextRule(
      says: "no global variable",
      matches: { line in
        ["var ", "package var ", "private var ", "nonisolated(unsafe) var "].contains {
          line.hasPrefix($0)
        }
      },
      allowed: []
    ),
    TextRule(
      says: "nothing is published: `package` is the widest access",
      // Code that other modules inline needs a public import for the C structs in it.
      matches: { line in
        line.hasPrefix("public ") && !line.hasPrefix("public import ")
          || line.contains(" public func ")
      },
      allowed: []
    ),
    TextRule(
      says: "nothing is left for later",
      matches: { $0.contains("TO" + "DO") || $0.contains("FIX" + "ME") },
      allowed: []
    ),
  ]

  /// The rules' own files name what they forbid.
  private static let home = "Sources/Commands/dev/Check/"

  static func violations(in tree: SourceTree, rules: [TextRule] = house) -> [String] {
    tree.sources.filter { !$0.path.hasPrefix(home) }.flatMap { file in
      file.lines.enumerated().flatMap { index, line -> [String] in
        guard !line.drop(while: { $0 == " " }).hasPrefix("//") else { return [] }
        return rules.filter { rule in
          rule.matches(line) && !rule.allowed.contains { file.path.hasPrefix($0) }
        }.map { "\(file.path):\(index + 1): \($0.says)" }
      }
    }
  }
}
