import Foundation

/// A program that serves `/echo.Echo/Get` on the port it is given and prints `ready`.
struct BenchServer {
  let name: String
  let executable: String
}

/// The servers to compare, built from this repository.
enum Peers {
  private static let folder = ".build/peers"

  /// What a comparison needs besides Swift, and the package that brings it.
  private static let tools: [(probe: [String], package: String)] = [
    (["h2load", "--version"], "nghttp2-client"), (["taskset", "--version"], "util-linux"),
    (["gcc", "--version"], "gcc"), (["g++", "--version"], "g++"),
    (["pkg-config", "libnghttp2"], "libnghttp2-dev"),
    (["pkg-config", "grpc++", "protobuf"], "libgrpc++-dev"),
    (["protoc", "--version"], "protobuf-compiler"),
    (["sh", "-c", "command -v grpc_cpp_plugin"], "protobuf-compiler-grpc"),
  ]

  static func requireTools() throws {
    let missing = try tools.filter { try Shell.run($0.probe, merged: true).status != 0 }
    guard missing.isEmpty else {
      let packages = missing.map(\.package).joined(separator: " ")
      throw Shell.Failure(description: "missing: sudo apt-get install -y \(packages) pkg-config")
    }
  }

  /// The reference servers and ours, ours with the standard library linked in.
  static func build() throws -> [BenchServer] {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    print("building the reference servers and echo-server")
    try Shell.require(["gcc", "-O2", "Tests/Peers/limit.c", "-o", "\(folder)/limit", "-lnghttp2"])
    let plugin = try Shell.require(["sh", "-c", "command -v grpc_cpp_plugin"])
    try Shell.require([
      "protoc", "-IProtos/echo", "--cpp_out=\(folder)", "--grpc_out=\(folder)",
      "--plugin=protoc-gen-grpc=\(plugin.trimmingCharacters(in: .whitespacesAndNewlines))",
      "echo.proto",
    ])
    let flags = try Shell.require(["pkg-config", "--cflags", "--libs", "grpc++", "protobuf"])
      .split(whereSeparator: \.isWhitespace).map(String.init)
    try Shell.require(
      [
        "g++", "-O2", "-I\(folder)", "Tests/Peers/grpc_cpp.cc", "\(folder)/echo.pb.cc",
        "\(folder)/echo.grpc.pb.cc", "-o", "\(folder)/grpc_cpp",
      ] + flags
    )
    let release = ["swift", "build", "-c", "release", "--static-swift-stdlib"]
    try Shell.require(release + ["--product", "echo-server"])
    let path = try Shell.run(release + ["--show-bin-path"]).output
      .trimmingCharacters(in: .whitespacesAndNewlines)
    return [
      BenchServer(name: "limit", executable: "\(folder)/limit"),
      BenchServer(name: "grpc_cpp", executable: "\(folder)/grpc_cpp"),
      BenchServer(name: "echo-server", executable: "\(path)/echo-server"),
    ]
  }

  /// The body of a request: its prefix and an `EchoRequest` of 30 letters, 37 bytes in all.
  static func writeRequest() throws -> String {
    let path = "\(folder)/request"
    let message = [0x0a, 30] + [UInt8](repeating: UInt8(ascii: "a"), count: 30)
    try Data([0, 0, 0, 0, UInt8(message.count)] + message).write(to: URL(filePath: path))
    return path
  }
}
