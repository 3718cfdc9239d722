import Foundation

/// What `Package.swift` grants: each target with its folder and the modules that it may import.
struct Manifest: Sendable {
  struct Target: Sendable {
    let name: String
    let path: String
    let uses: Set<String>
  }

  let targets: [Target]

  init(targets: [Target]) {
    self.targets = targets
  }

  /// Reads what `swift package dump-package` prints.
  init(dump: String) throws {
    struct Dump: Decodable {
      struct Target: Decodable {
        let name: String
        let path: String?
        let dependencies: [Dependency]
      }
      struct Dependency: Decodable {
        let byName: [Part?]?
        let target: [Part?]?
        let product: [Part?]?
        var name: String? { (byName ?? target ?? product)?.first??.text }
      }
      /// A dependency is dumped as `["NIOCore", "swift-nio", null, {…}]`: only the name matters.
      struct Part: Decodable {
        let text: String?
        init(from decoder: any Decoder) throws {
          // The conditions' objects are no text and are not needed.
          text = try? decoder.singleValueContainer().decode(String.self)
        }
      }
      let targets: [Target]
    }
    let decoded = try JSONDecoder().decode(Dump.self, from: Data(dump.utf8))
    targets = decoded.targets.map { target in
      Target(
        name: target.name,
        path: target.path ?? "",
        uses: Set(target.dependencies.compactMap(\.name))
      )
    }
  }

  /// The target whose folder holds `path`; the deepest one when folders nest.
  func target(of path: String) -> Target? {
    targets.filter { path.hasPrefix($0.path + "/") }.max { $0.path.count < $1.path.count }
  }
}
