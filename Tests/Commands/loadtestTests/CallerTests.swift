import Foundation
import Identity
import RPC
import Testing

@testable import loadtest

@Suite("Callers")
struct CallerTests {
  private func withFolder(_ body: (String) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "loadtest-\(UUID().uuidString)", directoryHint: .isDirectory)
    // What is left in the folder of temporary files does no harm.
    defer { try? FileManager.default.removeItem(at: folder) }
    try await body(folder.path())
  }

  private func keys(_ data: String) -> URL {
    URL(filePath: data, directoryHint: .isDirectory)
      .appending(path: "keys", directoryHint: .isDirectory)
  }

  @Test("users and services get tokens that the owners of the folder trust")
  func tokens() async throws {
    try await withFolder { data in
      let issuer = try LocalIssuer(folder: keys(data))
      let verifier = await TokenVerifier(trusting: issuer)
      let users = try await Caller.users(["lan", "minh"], roles: ["admin"], data: data)
      let service = try await Caller.service("rating-handler", data: data)
      var principals: [String] = []
      for caller in users + [service] {
        let principal = try await verifier.verify(try #require(caller.bearer))
        principals.append("\(caller.name) \(principal.subject) \(principal.kind)")
        #expect(principal.roles.contains("admin") == users.contains(caller))
      }
      #expect(
        principals == [
          "lan lan user", "minh minh user", "rating-handler rating-handler service",
        ]
      )
    }
  }

  @Test("without the services' key nothing is signed and no key is made")
  func missingKey() async throws {
    try await withFolder { data in
      await #expect(throws: UsageError.self) {
        try await Caller.users(["lan"], roles: [], data: data)
      }
      #expect(!FileManager.default.fileExists(atPath: keys(data).path()))
    }
  }

  @Test(
    "a name that would break a template is refused",
    arguments: ["", "a\"b", "a b", "ăn", String(repeating: "a", count: 129)]
  )
  func badName(_ name: String) async throws {
    try await withFolder { data in
      _ = try LocalIssuer(folder: keys(data))
      await #expect(throws: UsageError.self) {
        try await Caller.users([name], roles: [], data: data)
      }
    }
  }

  @Test("users made for a run are new ones each time")
  func freshNames() {
    let names = Caller.freshNames(3) + Caller.freshNames(3)
    #expect(Set(names).count == 6)
  }
}
