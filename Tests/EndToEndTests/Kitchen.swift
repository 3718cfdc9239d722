import Foundation
import Synchronization
import TestIssuer
import TestPrograms
import TestTables

/// The product as it is deployed: one process, or the four services and the gateway apart.
final class Kitchen: Sendable {
  enum Form: String, CaseIterable, Sendable {
    case oneProcess, fiveProcesses
  }

  /// A service is started after those that it calls.
  private static let services = [
    "ingredient-validator", "ai-suggestion", "cooking-history", "rating-handler",
  ]
  private static let whole = "smart-cooking"
  private static let gateway = "gateway"

  let form: Form
  let data: URL
  private let programs = Mutex<[String: Program]>([:])
  private let addresses = Mutex<[String: String]>([:])

  /// Without an issuer it trusts its own, as on a desk.
  init(
    _ form: Form,
    settings: [String: String] = [:],
    issuer: TestIssuer? = nil
  ) async throws {
    self.form = form
    self.issuer = issuer
    data = FileManager.default.temporaryDirectory
      .appending(path: "kitchen-\(UUID().uuidString)", directoryHint: .isDirectory)
    let stored = try await StoredIn(.chosen)
    storage = stored
    self.settings = settings.merging(stored.environment) { given, _ in given }
      .merging(issuer?.environment ?? [:]) { given, _ in given }
    switch form {
    case .oneProcess: try await start(Self.whole)
    case .fiveProcesses:
      for service in Self.services + [Self.gateway] { try await start(service) }
    }
  }

  private let settings: [String: String]
  private let storage: StoredIn
  private let issuer: TestIssuer?

  deinit {
    // What is left in the folder of temporary files does no harm.
    try? FileManager.default.removeItem(at: data)
  }

  var rest: String { addresses.withLock { $0["rest"] ?? "" } }

  /// `host:port` where a service takes RPCs.
  func address(of service: String) -> String {
    addresses.withLock { $0[service] ?? "" }
  }

  func program(_ name: String) -> Program? {
    programs.withLock { $0[form == .oneProcess ? Self.whole : name] }
  }

  /// Kills the process that runs a service, as a crash would.
  func crash(_ service: String) async {
    await program(service)?.killAtOnce()
  }

  /// Starts what `crash` ended, where it was before.
  func restart(_ service: String) async throws {
    try await start(form == .oneProcess ? Self.whole : service)
  }

  /// A user's token.
  func token(_ user: String, role: String? = nil) async throws -> String {
    if let issuer { return try await issuer.userToken(user, groups: role.map { [$0] } ?? []) }
    var arguments = ["token", "--user", user, "--data", data.path()]
    if let role { arguments += ["--role", role] }
    let text = try await Program.output(
      Program.folder.appending(path: Self.whole).path(),
      arguments
    )
    return text.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  private func start(_ name: String) async throws {
    var environment = settings
    for (service, address) in addresses.withLock({ $0 }) where service != "rest" {
      let variable = service.uppercased().replacing("-", with: "_")
      environment["SMART_COOKING_" + variable] = address
    }
    let key = name == Self.whole || name == Self.gateway ? "rest" : name
    let port = addresses.withLock { $0[key]?.split(separator: ":").last.map(String.init) } ?? "0"
    let serve = name == Self.whole ? ["serve"] : []
    let program = try await Program(
      name,
      serve + ["--port", port, "--data", data.path()],
      environment: environment
    )
    programs.withLock { $0[name] = program }
    for key in name == Self.whole ? ["rest"] + Self.services : [key] {
      let address = try program.address(key)
      addresses.withLock { $0[key] = address }
    }
  }
}
