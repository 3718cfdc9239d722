import Foundation

/// An implementation: the commands that serve and call.
struct InteropPeer {
  let name: String
  let server: [String]
  /// Nil for what only passes calls on.
  let client: [String]?
}

/// Builds the programs of the matrix, or finds them.
enum InteropPeers {
  private static let folder = ".build/peers/interop"
  private static let python = ".build/venv/bin/python"
  private static let tools: [(probe: [String], package: String)] = [
    (["g++", "--version"], "g++"), (["openssl", "version"], "openssl"),
    (["pkg-config", "grpc++", "protobuf"], "libgrpc++-dev"),
    (["protoc", "--version"], "protobuf-compiler"),
    (["sh", "-c", "command -v grpc_cpp_plugin"], "protobuf-compiler-grpc"),
  ]

  static func build(ours: Bool) throws -> [InteropPeer] {
    let missing = try tools.filter { try Shell.run($0.probe, merged: true).status != 0 }
    guard missing.isEmpty else {
      let packages = missing.map(\.package).joined(separator: " ")
      throw Shell.Failure(description: "missing: sudo apt-get install -y \(packages) pkg-config")
    }
    guard try Shell.run([python, "-c", "import grpc_tools, envoy"], merged: true).status == 0 else {
      throw Shell.Failure(description: "\(python) lacks packages; deploy/test.sh installs them")
    }
    if ours {
      for product in ["interop-server", "interop-client"] {
        try Shell.require(["swift", "build", "--product", product])
      }
    }
    try buildCPlusPlus()
    let built = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent().path
    return [
      InteropPeer(
        name: "ours",
        server: ["\(built)/interop-server"],
        client: ["\(built)/interop-client"]
      ),
      InteropPeer(name: "python", server: script("server"), client: script("client")),
      InteropPeer(
        name: "c++",
        server: ["\(folder)/interop_server"],
        client: ["\(folder)/interop_client"]
      ),
      InteropPeer(
        name: "envoy",
        server: script("envoy") + ["--server=\(built)/interop-server"],
        client: nil
      ),
    ]
  }

  private static func script(_ role: String) -> [String] {
    [python, "-B", "Tests/ConformanceTests/Python/interop_\(role).py", "--protos", "Protos"]
  }

  // MARK: gRPC C++

  /// Compiles when a source is newer than what was built of it: it takes a quarter of a minute.
  private static func buildCPlusPlus() throws {
    let manager = FileManager.default
    try manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let protos = ["empty", "messages", "test"].map { "grpc/testing/\($0)" }
    let sources =
      try manager.contentsOfDirectory(atPath: "Tests/Peers").filter { $0.hasPrefix("interop") }
      .map { "Tests/Peers/\($0)" } + protos.map { "Protos/\($0).proto" }
    let programs = ["\(folder)/interop_server", "\(folder)/interop_client"]
    if let built = try programs.map(modified).min(), let last = try sources.map(modified).max(),
      built > last
    {
      return
    }
    print("building the peers by gRPC C++")
    let plugin = try Shell.require(["sh", "-c", "command -v grpc_cpp_plugin"])
    try Shell.require(
      [
        "protoc", "-IProtos", "--cpp_out=\(folder)", "--grpc_out=\(folder)",
        "--plugin=protoc-gen-grpc=\(plugin.trimmingCharacters(in: .whitespacesAndNewlines))",
      ] + protos.map { $0 + ".proto" }
    )
    let generated =
      protos.map { "\(folder)/\($0).pb.cc" } + ["\(folder)/grpc/testing/test.grpc.pb.cc"]
    let flags = try Shell.require(["pkg-config", "--cflags", "--libs", "grpc++", "protobuf"])
      .split(whereSeparator: \.isWhitespace).map(String.init)
    let own = [["interop_server.cc"], ["interop_client.cc", "interop_cases.cc"]]
    for (program, files) in zip(programs, own) {
      try Shell.require(
        ["g++", "-std=c++17", "-O1", "-I\(folder)"] + files.map { "Tests/Peers/\($0)" } + generated
          + ["-o", program] + flags
      )
    }
  }

  /// When a file was last written; long ago when it is not there.
  private static func modified(_ path: String) throws -> Date {
    guard FileManager.default.fileExists(atPath: path) else { return .distantPast }
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return attributes[.modificationDate] as? Date ?? .distantPast
  }
}
