import AWS
import Foundation
import NIOPosix
import RPC
import ServiceKit
import TestPrograms

@testable import BedrockModel

/// A Bedrock on this machine that checks every request against botocore.
final class BedrockServer: Sendable {
  let pool: HTTPPool
  private let port: String
  private let program: Program
  private let folder: URL

  private static let said = "said"
  private static let repository = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  init() async throws {
    let python = Self.repository.appending(path: ".build/venv/bin/python")
    guard FileManager.default.isExecutableFile(atPath: python.path()) else {
      throw Program.Failure(
        description: "\(python.path()) is missing: deploy/test.sh installs what this suite needs"
      )
    }
    folder = FileManager.default.temporaryDirectory.appending(path: "bedrock-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let certificate = folder.appending(path: "certificate.pem").path()
    let key = folder.appending(path: "key.pem").path()
    _ = try await Program.output(
      "/usr/bin/openssl",
      [
        "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days",
        "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", key,
        "-out", certificate,
      ]
    )
    let script = Self.repository.appending(
      path: "Tests/Platform/BedrockModelTests/Python/bedrock_server.py"
    )
    program = try await Program(
      executable: python,
      [
        "-B", script.path(), "--certificate", certificate, "--key", key, "--say",
        folder.appending(path: Self.said).path(),
      ]
    )
    port = try program.address("port")
    pool = HTTPPool(group: MultiThreadedEventLoopGroup.singleton, trustRoots: certificate)
  }

  /// What happens to a suggestion's prompts from now on: a scenario of the server, or nil for a
  /// good recipe.
  func say(_ scenario: String?) throws {
    let file = folder.appending(path: Self.said)
    if let scenario {
      try Data(scenario.utf8).write(to: file, options: .atomic)
    } else {
      try FileManager.default.removeItem(at: file)
    }
  }

  func model(secret: String = "wJalrXUtnFEMI/K7MDENG") throws -> BedrockModel {
    guard let endpoint = AWS.Endpoint("https://localhost:\(port)") else {
      throw Program.Failure(description: "no endpoint at port \(port)")
    }
    return BedrockModel(
      region: Region("ap-southeast-1"),
      endpoint: endpoint,
      credentials: CredentialCache(
        StaticCredentials(
          Credentials(
            accessKeyID: "AKIDEXAMPLE",
            secretAccessKey: secret,
            sessionToken: "token/+=="
          )
        )
      ),
      pool: pool
    )
  }

  static func run(_ body: (BedrockServer) async throws -> Void) async throws {
    let server = try await BedrockServer()
    do {
      try await body(server)
      try await server.stop()
    } catch {
      try? await server.stop()
      throw error
    }
  }

  private func stop() async throws {
    await program.killAtOnce()
    try await pool.close()
    try FileManager.default.removeItem(at: folder)
  }

  /// Asks for what happens in a scenario of the server.
  func ask(
    _ scenario: String,
    secret: String = "wJalrXUtnFEMI/K7MDENG",
    within limit: Duration = .seconds(30)
  ) async throws -> Result<TextCompletion, TextModelError> {
    let model = try model(secret: secret)
    let prompt = TextPrompt(
      system: "Gừng \"ginger\" \u{1F35A}",
      user: scenario,
      outputTokensMax: 300
    )
    do throws(TextModelError) {
      return .success(try await model.complete(prompt, until: .after(limit)))
    } catch {
      return .failure(error)
    }
  }
}
