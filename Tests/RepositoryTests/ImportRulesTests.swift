import Testing

@testable import dev

@Suite("Imports follow the manifest")
struct ImportRulesTests {
  private let manifest = Manifest(targets: [
    .init(name: "HTTP2", path: "Sources/Runtime/HTTP2", uses: ["CNGHTTP2", "NIOCore"]),
    .init(name: "RPC", path: "Sources/Runtime/RPC", uses: ["HTTP2", "CProtobufC", "CNGHTTP2"]),
    .init(
      name: "RatingHandler",
      path: "Sources/Services/RatingHandler",
      uses: ["RPC", "NIOCore", "SQLiteTable", "CookingHistory"]
    ),
    .init(name: "Gateway", path: "Sources/Platform/Gateway", uses: ["Contracts"]),
    .init(name: "SingleTable", path: "Sources/Storage/SingleTable", uses: ["RPC"]),
    .init(name: "RPCTests", path: "Tests/Runtime/RPCTests", uses: ["CNGHTTP2"]),
  ])

  private func violations(_ path: String, _ line: String) -> [String] {
    ImportRules.violations(
      in: SourceTree(files: [SourceFile(path: path, text: line)]),
      manifest: manifest
    )
  }

  @Test(
    "an import that breaks a rule is named with its line",
    arguments: [
      ("Sources/Runtime/HTTP2/A.swift", "import NIOPosix"),
      ("Sources/Runtime/HTTP2/A.swift", "@preconcurrency package import NIOSSL"),
      ("Sources/Runtime/RPC/A.swift", "import CNGHTTP2"),
      ("Sources/Runtime/RPC/A.swift", "import CProtobufC"),
      ("Sources/Services/RatingHandler/A.swift", "import NIOCore"),
      ("Sources/Services/RatingHandler/A.swift", "import SQLiteTable"),
      ("Sources/Services/RatingHandler/A.swift", "import CookingHistory"),
      ("Sources/Platform/Gateway/A.swift", "import Contracts"),
      ("Sources/Storage/SingleTable/A.swift", "import RPC"),
      ("Sources/Elsewhere/A.swift", "import Foundation"),
    ]
  )
  func brokenRule(path: String, line: String) {
    let found = violations(path, line)
    #expect(found.count >= 1)
    #expect(found.allSatisfy { $0.hasPrefix(path) })
  }

  @Test(
    "a granted import passes",
    arguments: [
      ("Sources/Runtime/HTTP2/A.swift", "import CNGHTTP2"),
      ("Sources/Runtime/HTTP2/A.swift", "import struct NIOCore.ByteBuffer"),
      ("Sources/Runtime/HTTP2/A.swift", "import Foundation"),
      ("Sources/Runtime/RPC/Generated/A.swift", "import CProtobufC"),
      ("Tests/Runtime/RPCTests/A.swift", "import CNGHTTP2"),
      ("Sources/Runtime/RPC/A.swift", "// import CNGHTTP2"),
    ]
  )
  func granted(path: String, line: String) {
    #expect(violations(path, line).isEmpty)
  }
}
