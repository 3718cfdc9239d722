import Foundation

/// A program that serves `/echo.Echo/Get` on the port it is given and prints `ready`.
struct BenchServer {
  let name: String
  let executable: String
}

/// Client and server of one implementation.
struct BenchPair {
  let server: BenchServer
  /// Takes a port, `unary`, `stream` or `pingpong`, and a count.
  let client: String
}

/// The programs to compare, built from this repository.
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

  private static func requireTools() throws {
    let missing = try tools.filter { try Shell.run($0.probe, merged: true).status != 0 }
    guard missing.isEmpty else {
      let packages = missing.map(\.package).joined(separator: " ")
      throw Shell.Failure(description: "missing: sudo apt-get install -y \(packages) pkg-config")
    }
  }

  /// The reference servers and ours.
  static func servers() throws -> [BenchServer] {
    try requireTools()
    print("building the reference servers and echo-server")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Shell.require(["gcc", "-O2", "Tests/Peers/limit.c", "-o", "\(folder)/limit", "-lnghttp2"])
    try generate()
    return [
      BenchServer(name: "limit", executable: "\(folder)/limit"),
      BenchServer(name: "grpc_cpp", executable: try compile("grpc_cpp")),
      BenchServer(name: "echo-server", executable: try release("echo-server")),
    ]
  }

  /// gRPC C++ and ours, each with its own client.
  static func pairs() throws -> [BenchPair] {
    try requireTools()
    print("building the clients and servers")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try generate()
    return [
      BenchPair(
        server: BenchServer(name: "grpc_cpp", executable: try compile("grpc_cpp")),
        client: try compile("grpc_cpp_client")
      ),
      BenchPair(
        server: BenchServer(name: "ours", executable: try release("echo-server")),
        client: try release("echo-client")
      ),
    ]
  }

  private static func generate() throws {
    let plugin = try Shell.require(["sh", "-c", "command -v grpc_cpp_plugin"])
    try Shell.require([
      "protoc", "-IProtos/echo", "--cpp_out=\(folder)", "--grpc_out=\(folder)",
      "--plugin=protoc-gen-grpc=\(plugin.trimmingCharacters(in: .whitespacesAndNewlines))",
      "echo.proto",
    ])
  }

  private static func compile(_ name: String) throws -> String {
    let flags = try Shell.require(["pkg-config", "--cflags", "--libs", "grpc++", "protobuf"])
      .split(whereSeparator: \.isWhitespace).map(String.init)
    let program = "\(folder)/\(name)"
    try Shell.require(
      [
        "g++", "-std=c++17", "-O2", "-I\(folder)", "Tests/Peers/\(name).cc",
        "\(folder)/echo.pb.cc", "\(folder)/echo.grpc.pb.cc", "-o", program,
      ] + flags
    )
    return program
  }

  /// A product of ours as it is shipped.
  static func release(_ product: String) throws -> String {
    let output = try Shell.require(["bash", "deploy/build.sh", product])
    return output.split(separator: "\n").last.map(String.init) ?? ""
  }

  /// The body of a request: its prefix and an `EchoRequest` of so many letters.
  static func writeRequest(letters: Int = 30) throws -> String {
    let path = "\(folder)/request-\(letters)"
    var message: [UInt8] = [0x0a]
    var rest = letters
    while rest > 0x7f {
      message.append(UInt8(rest & 0x7f) | 0x80)
      rest >>= 7
    }
    message += [UInt8(rest)] + [UInt8](repeating: UInt8(ascii: "a"), count: letters)
    let length = (0..<4).map { UInt8(truncatingIfNeeded: message.count >> (24 - $0 * 8)) }
    try Data([0] + length + message).write(to: URL(filePath: path))
    return path
  }
}
