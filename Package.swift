// swift-tools-version: 6.2
import PackageDescription

// The architecture, bottom to top. A target may use the targets above it in this file, never one
// below it; `dev check` fails on any `import` that this file does not grant.

// MARK: C libraries — the only modules that speak C

let cLibraries: [Target] = [
  .system("CNGHTTP2", pkgConfig: "libnghttp2", apt: "libnghttp2-dev"),
  .system("CProtobufC", pkgConfig: "libprotobuf-c", apt: "libprotobuf-c-dev"),
  .system("CZlib", pkgConfig: "zlib", apt: "zlib1g-dev"),
  .system("CSQLite", pkgConfig: "sqlite3", apt: "libsqlite3-dev"),
  .systemLibrary(name: "CMalloc", path: "Sources/C/CMalloc"),  // of glibc, left out of its module
  .generatedC("CStandardProtos"),  // google.protobuf, google.rpc, google.api, grpc.*
  .generatedC("CContracts", uses: ["CStandardProtos"]),  // Protos/smartcooking
  .generatedC("CEcho"),  // Protos/echo, the benchmark's contract
  .embeddedData("CSeedData", files: ["ingredients.jsonl", "recipes.jsonl"]),
]

// MARK: Runtime — the gRPC-compatible RPC stack; knows nothing of our domain

let runtime: [Target] = [
  .module("Runtime/HTTP2", uses: ["CNGHTTP2", .nio, .nioTLS, .nioSSL]),
  .module("Runtime/Protobuf", uses: ["CProtobufC", "CStandardProtos"]),
  .module(
    "Runtime/RPC",
    uses: [
      "HTTP2", "Protobuf", "CProtobufC", "CStandardProtos", "CZlib", "CMalloc", .nio, .nioPosix,
      .nioSSL,
    ]),
  .module("Runtime/RPCServices", uses: ["RPC", "Protobuf", "CProtobufC", "CStandardProtos"]),
  .module("Runtime/RPCCodegen", uses: ["Protobuf"]),
]

// MARK: Cloud — what every client of an AWS service shares: signing, credentials, retries

let cloud: [Target] = [
  .module("Cloud/AWS", uses: [.httpClient, .nio, .nioPosix, .nioHTTP1, .nioSSL, .crypto])
]

// MARK: Storage — one table, interchangeable backends

let storage: [Target] = [
  .module("Storage/SingleTable"),
  .module("Storage/PageTokens", uses: ["SingleTable", .crypto]),
  .module("Storage/SQLiteTable", uses: ["SingleTable", "CSQLite"]),
  // Items in the JSON that DynamoDB's requests and exports share.
  .module("Storage/ItemJSON", uses: ["SingleTable", "AWS"]),
  .module("Storage/DynamoDBTable", uses: ["SingleTable", "ItemJSON", "AWS", .nio]),
  .module("Storage/TableTools", uses: ["SingleTable", "ItemJSON", "AWS"]),
]

// MARK: Services — the domain; sees the table and the stubs, never a backend or a socket

let services: [Target] = [
  .module("Services/Contracts", uses: ["RPC", "Protobuf", "CProtobufC", "CContracts"]),
  .module("Services/ServiceKit", uses: ["RPC", "SingleTable", "PageTokens", .logging]),
  .module("Services/SeedData", uses: ["CSeedData"]),
  .module("Services/VietnameseText"),
  .module("Services/AISuggestion", uses: .service + ["VietnameseText"]),
  .module("Services/CookingHistory", uses: .service),
  .module("Services/RatingHandler", uses: .service),
  .module(
    "Services/IngredientValidator", uses: .service + ["VietnameseText"], settings: .countingBits),
]

// MARK: Platform — edge and operations, domain-free: they read descriptors, not services

let platform: [Target] = [
  .module("Platform/Observability", uses: ["RPC", .logging]),
  .module("Platform/Identity", uses: ["RPC", "Protobuf", .jwt, .crypto]),
  .module(
    "Platform/Gateway",
    uses: ["RPC", "HTTP2", "Protobuf", "Identity", .nio, .nioPosix, .nioHTTP1, .nioSSL, .logging]),
  .module("Platform/BedrockModel", uses: ["AWS", "RPC", "ServiceKit", .nio]),
  .module("Platform/AlertTopic", uses: ["AWS", "ServiceKit", .nio]),
  .module("Platform/TokenIssuer", uses: ["AWS", "Identity", "RPC", .nio]),
  .module(
    "Platform/ServiceHost",
    uses: [
      "AWS", "AlertTopic", "BedrockModel", "HTTP2", "RPC", "RPCServices", "Protobuf", "Observability", "Identity",
      "ServiceKit", "SingleTable", "PageTokens", "SQLiteTable", "DynamoDBTable", "TokenIssuer", .nio, .nioPosix,
      .nioHTTP1, .nioSSL, .logging,
      .lifecycle, .signals, .arguments,
    ]),
  .module(
    "Platform/GatewayHost",
    uses: ["Gateway", "ServiceHost", "ServiceKit", "Observability", "Protobuf", "RPC", .logging]),
]

// MARK: Commands — a `main` and its flags, nothing else

let commands: [Target] = [
  .command("ai-suggestion", uses: ["AISuggestion", "Contracts", "SeedData", "ServiceHost"]),
  .command("cooking-history", uses: ["CookingHistory", "Contracts", "ServiceHost"]),
  .command("rating-handler", uses: ["RatingHandler", "Contracts", "ServiceHost"]),
  .command(
    "ingredient-validator", uses: ["IngredientValidator", "Contracts", "SeedData", "ServiceHost"]),
  .command("gateway", uses: ["GatewayHost", "Contracts", "ServiceHost", "ServiceKit", .arguments]),
  .command(
    "smart-cooking",
    uses: [
      "AISuggestion", "CookingHistory", "RatingHandler", "IngredientValidator", "GatewayHost",
      "Contracts", "SeedData", "ServiceHost", "ServiceKit", "Identity", .arguments,
    ]),
  .module("Commands/Echo", uses: ["RPC", "Protobuf", "CProtobufC", "CEcho"]),
  .command(
    "loadtest",
    uses: [
      "Contracts", "Echo", "RPC", "Protobuf", "Identity", "ServiceKit", .nio, .nioPosix,
      .nioHTTP1, .histogram, .signals, .arguments,
    ]),
  .command("echo-server", uses: ["Echo", "RPC", "RPCServices", "Observability", .nio, .nioPosix, .logging]),
  .command("echo-client", uses: ["Echo", "RPC", .nio, .nioPosix]),
  .command("protoc-gen-smart-cooking", uses: ["RPCCodegen"]),
  .command("protobuf-bench", uses: ["Contracts", "Echo", "Protobuf"]),
  .command("matching-bench", uses: ["IngredientValidator"]),
  .command(
    "table",
    uses: [
      "AISuggestion", "CookingHistory", "RatingHandler", "IngredientValidator", "SeedData",
      "ServiceHost", "ServiceKit", "AWS", "SingleTable", "SQLiteTable", "DynamoDBTable",
      "TableTools", .nio, .nioPosix, .logging, .arguments,
    ]),
  .command("table-bench", uses: ["SingleTable", "SQLiteTable"]),
  .command("dev", uses: ["RPCCodegen", "Protobuf", .arguments]),
]

let tests: [Target] = [
  .module("TestPrograms", root: "Tests"),
  .module("InMemoryPipe", uses: [.nio], root: "Tests"),
  .tests(
    "Runtime/HTTP2",
    uses: ["CNGHTTP2", "FuzzSeeds", "PeerBytes", .nio, .nioPosix, .nioEmbedded],
    exclude: ["Fixtures"]),
  // The interoperability tests of gRPC, as server and as client.
  .generatedC("CInteropProtos", folder: "Tests/Interop/CInteropProtos"),
  .module(
    "Interop/InteropContract", uses: ["RPC", "Protobuf", "CProtobufC", "CInteropProtos"],
    root: "Tests"),
  .testProgram(
    "Interop/interop-server",
    uses: ["InteropContract", "RPC", .nioPosix, .nioSSL, .arguments]),
  .testProgram(
    "Interop/interop-client",
    uses: ["InteropContract", "RPC", .nioPosix, .nioSSL, .arguments]),
  .generatedC("CTestProtos", uses: ["CStandardProtos"], folder: "Tests/Runtime/CTestProtos"),
  .generatedC(
    "CConformanceProtos", uses: ["CStandardProtos"], folder: "Tests/Runtime/CConformanceProtos"),
  .module(
    "Runtime/ProtobufConformance", uses: ["CConformanceProtos", "CProtobufC", "Protobuf"],
    root: "Tests"),
  .testProgram("Runtime/conformance-testee", uses: ["ProtobufConformance"]),
  // What a fuzzer's searches have left, and what it holds a peer's bytes to.
  .module("Fuzzing/FuzzSeeds", root: "Tests"),
  .module("Runtime/PeerBytes", uses: ["HTTP2", .nio], root: "Tests"),
  .tests(
    "Runtime/Protobuf",
    uses: ["CProtobufC", "CTestProtos", "FuzzSeeds", "ProtobufConformance", "conformance-testee"],
    exclude: ["Fixtures", "Protos"]),
  .tests(
    "Runtime/RPC",
    uses: [
      "Echo", "HTTP2", "InMemoryPipe", "Protobuf", .nio, .nioPosix, .nioSSL, .nioEmbedded,
    ]),
  .tests("Runtime/RPCServices", uses: ["RPC", "Protobuf", .nio, .nioPosix]),
  .tests("Runtime/RPCCodegen", uses: ["Protobuf"]),
  .tests("Cloud/AWS", uses: [.nio, .nioPosix]),
  // A service behind a bad network.
  .module(
    "Cloud/ScriptedHTTP", uses: [.httpClient, .nio, .nioPosix, .nioHTTP1], root: "Tests"),
  // A table of each backend for the tests of all who use one.
  .module(
    "Storage/TestTables",
    uses: [
      "TestPrograms", "AWS", "DynamoDBTable", "SQLiteTable", "SingleTable", .nio, .nioPosix,
    ], root: "Tests", exclude: ["serve_moto.py"]),
  .tests("Storage/SingleTable", uses: ["SQLiteTable", "TestTables"]),
  .tests("Storage/DynamoDBTable", uses: ["SingleTable", "AWS", "TestTables", "ScriptedHTTP", .nio]),
  .tests("Storage/PageTokens", uses: ["SingleTable"]),
  .tests("Storage/SQLiteTable", uses: ["SingleTable", "table-writer"]),
  .tests(
    "Storage/TableTools",
    uses: [
      "SingleTable", "SQLiteTable", "AWS", "ScriptedHTTP", "TestPrograms", "TestTables", "table",
    ],
    exclude: ["dynamodb.py"]),
  .testProgram("Storage/table-writer", uses: ["SingleTable", "SQLiteTable"]),
  .tests("Services/ServiceKit", uses: ["RPC", "SingleTable"]),
  .tests(
    "Services/AISuggestion",
    uses: .service + [
      "Identity", "TestTables", "SeedData", "VietnameseText", .nio, .nioPosix,
    ]),
  .tests(
    "Services/CookingHistory", uses: .service + ["TestTables", .nioPosix]),
  .tests(
    "Services/RatingHandler", uses: .service + ["TestTables", .nioPosix]),
  .tests(
    "Services/IngredientValidator",
    uses: .service + ["SeedData", "TestTables", "VietnameseText"]),
  .tests("Platform/Observability", uses: ["RPC", .logging]),
  .tests(
    "Platform/BedrockModel",
    uses: .service + [
      "AWS", "AISuggestion", "IngredientValidator", "SeedData", "TestPrograms", "TestTables", .nio,
      .nioPosix,
    ],
    exclude: ["Python"]),
  .tests("Platform/AlertTopic", uses: ["AWS", "ServiceKit", "TestTables", .nioPosix]),
  // An issuer that we did not write.
  .module(
    "Platform/TestIssuer", uses: ["TestPrograms", "TestTables"], root: "Tests",
    exclude: ["serve_issuer.py"]),
  .tests(
    "Platform/TokenIssuer",
    uses: ["AWS", "Identity", "RPC", "ScriptedHTTP", "TestIssuer", "TestTables", .nio, .nioPosix]),
  .tests(
    "Platform/ServiceHost",
    uses: [
      "AWS", "AlertTopic", "RPC", "ServiceKit", "TestPrograms", "TokenIssuer", .nio, .nioPosix,
      .nioSSL, .logging,
    ]),
  .tests("Platform/Identity", uses: ["RPC", .jwt]),
  .tests(
    "Platform/Gateway", uses: ["RPC", "HTTP2", "Protobuf", "Identity", .nio, .nioPosix, .nioSSL]),
  // All that strangers send us, for a fuzzer.
  .module(
    "Fuzzing/FuzzRules",
    uses: [
      "AWS", "Gateway", "Identity", "PageTokens", "PeerBytes", "Protobuf", "ProtobufConformance",
      "RPC", .nio,
    ], root: "Tests"),
  .testProgram("Fuzzing/fuzz", uses: ["FuzzRules", "FuzzSeeds"]),
  .tests("Fuzzing/FuzzRules", uses: ["FuzzSeeds"], exclude: ["Fixtures"]),
  .suite(
    "EndToEndTests",
    uses: [
      "smart-cooking", "gateway", "ai-suggestion", "cooking-history", "rating-handler",
      "ingredient-validator", "SingleTable", "SQLiteTable", "TestIssuer", "TestPrograms",
      "TestTables",
    ]),
  .tests(
    "Commands/loadtest",
    uses: ["Echo", "Contracts", "RPC", "Protobuf", "Identity", .nio, .nioPosix, .nioHTTP1]),
  .suite(
    "ConformanceTests",
    uses: [
      "TestPrograms", "Contracts", "Echo", "RPC", "RPCServices", "Protobuf", "echo-server",
      "smart-cooking",
      "dev", "interop-server", "interop-client", .nio, .nioPosix, .nioSSL,
    ],
    exclude: ["Python"]),
  .suite(
    "RepositoryTests",
    uses: [
      "dev", "AISuggestion", "CookingHistory", "RatingHandler", "IngredientValidator", "Gateway",
      "ServiceKit", "SingleTable", "SQLiteTable",
    ]),
]

let package = Package(
  name: "smart-cooking",
  platforms: [.macOS(.v26)],
  dependencies: [
    // Sockets, event loops, HTTP/1.1 framing.
    .package(url: "https://github.com/apple/swift-nio.git", exact: "2.101.2"),
    // TLS and ALPN.
    .package(url: "https://github.com/apple/swift-nio-ssl.git", exact: "2.37.6"),
    // One logging facade for our code and every dependency.
    .package(url: "https://github.com/apple/swift-log.git", exact: "1.16.2"),
    // HMAC of page tokens, digests.
    .package(url: "https://github.com/apple/swift-crypto.git", exact: "4.5.2"),
    // JWT signatures and JWKS.
    .package(url: "https://github.com/vapor/jwt-kit.git", exact: "5.7.1"),
    // Signals and ordered shutdown.
    .package(
      url: "https://github.com/swift-server/swift-service-lifecycle.git", exact: "2.13.0"),
    // HTTPS to AWS, over pooled connections.
    .package(url: "https://github.com/swift-server/async-http-client.git", exact: "1.37.0"),
    // Flags of the commands.
    .package(url: "https://github.com/apple/swift-argument-parser.git", exact: "1.8.2"),
    // Percentiles of the load test.
    .package(url: "https://github.com/HdrHistogram/hdrhistogram-swift.git", exact: "0.2.0"),
  ],
  targets: cLibraries + runtime + cloud + storage + services + platform + commands + tests,
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c17
)

// MARK: - House rules, stated once

extension [SwiftSetting] {
  // A static is made on first use; a stored global would still be empty when the targets are.
  static let houseRules: Self = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    // Asynchronous functions run where they are called from: a handler stays on its event loop.
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
    // A tenth of a call's instructions; debug builds, and so all tests, keep the checks.
    .unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release)),
  ]

  // The matcher counts bits for most of its time; each x86-64 since 2008 has an instruction for it, but
  // is not asked for it unless told. Others count by themselves.
  #if arch(x86_64)
    static let countingBits: Self = [.unsafeFlags(["-Xcc", "-mpopcnt"])]
  #else
    static let countingBits: Self = []
  #endif
}

extension [LinkerSetting] {
  /// The toolchain's own; a third of gold's time, for some twenty executables of a debug build.
  static let fastLinker: Self = [.unsafeFlags(["-use-ld=lld"], .when(platforms: [.linux]))]
}

extension Target {
  static func system(_ name: String, pkgConfig: String, apt: String) -> Target {
    .systemLibrary(
      name: name, path: "Sources/C/\(name)", pkgConfig: pkgConfig, providers: [.apt([apt])])
  }
  static func generatedC(
    _ name: String, uses: [Dependency] = [], folder: String? = nil
  ) -> Target {
    .target(
      name: name, dependencies: ["CProtobufC"] + uses, path: folder ?? "Sources/C/\(name)",
      exclude: ["Generated/descriptors.binpb"], publicHeadersPath: "Generated")
  }
  static func embeddedData(_ name: String, files: [String]) -> Target {
    .target(name: name, path: "Sources/C/\(name)", exclude: files)
  }
  static func module(
    _ path: String, uses: [Dependency] = [], root: String = "Sources", exclude: [String] = [],
    settings: [SwiftSetting] = []
  ) -> Target {
    .target(
      name: path.lastComponent, dependencies: uses, path: "\(root)/\(path)", exclude: exclude,
      swiftSettings: .houseRules + settings)
  }
  static func command(_ name: String, uses: [Dependency]) -> Target {
    .executableTarget(
      name: name, dependencies: uses, path: "Sources/Commands/\(name)",
      swiftSettings: .houseRules, linkerSettings: .fastLinker)
  }
  static func tests(
    _ path: String, uses: [Dependency] = [], exclude: [String] = []
  ) -> Target {
    .testTarget(
      name: "\(path.lastComponent)Tests",
      dependencies: [.byName(name: path.lastComponent)] + uses,
      path: "Tests/\(path)Tests", exclude: exclude, swiftSettings: .houseRules,
      linkerSettings: .fastLinker)
  }
  /// A program that tests start and kill.
  static func testProgram(_ path: String, uses: [Dependency]) -> Target {
    .executableTarget(
      name: path.lastComponent, dependencies: uses, path: "Tests/\(path)",
      swiftSettings: .houseRules, linkerSettings: .fastLinker)
  }
  static func suite(
    _ name: String, uses: [Dependency] = [], exclude: [String] = []
  ) -> Target {
    .testTarget(
      name: name, dependencies: uses, path: "Tests/\(name)", exclude: exclude,
      swiftSettings: .houseRules, linkerSettings: .fastLinker)
  }
}

extension String {
  var lastComponent: String { String(split(separator: "/").last ?? "") }
}

extension [Target.Dependency] {
  /// What every service sees: the stubs, the runtime's types, the table, and no backend.
  static let service: Self = [
    "ServiceKit", "Contracts", "RPC", "Protobuf", "SingleTable", "PageTokens", .logging,
  ]
}

extension Target.Dependency {
  static let nio = product(name: "NIOCore", package: "swift-nio")
  static let nioPosix = product(name: "NIOPosix", package: "swift-nio")
  static let nioTLS = product(name: "NIOTLS", package: "swift-nio")
  static let nioHTTP1 = product(name: "NIOHTTP1", package: "swift-nio")
  static let nioEmbedded = product(name: "NIOEmbedded", package: "swift-nio")
  static let nioSSL = product(name: "NIOSSL", package: "swift-nio-ssl")
  static let logging = product(name: "Logging", package: "swift-log")
  static let crypto = product(name: "Crypto", package: "swift-crypto")
  static let httpClient = product(name: "AsyncHTTPClient", package: "async-http-client")
  static let arguments = product(name: "ArgumentParser", package: "swift-argument-parser")
  static let lifecycle = product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
  static let signals = product(name: "UnixSignals", package: "swift-service-lifecycle")
  static let jwt = product(name: "JWTKit", package: "jwt-kit")
  static let histogram = product(name: "Histogram", package: "hdrhistogram-swift")
}
