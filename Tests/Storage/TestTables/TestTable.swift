import DynamoDBTable
import Foundation
import SQLiteTable
package import SingleTable
import Synchronization

/// Every implementation of `Table`; each rule of the contract suite runs over all of them.
package enum Backend: String, CaseIterable, Sendable {
  case sqlite
  case dynamodb

  /// The backend of tests that need one table of any kind: `TEST_TABLE=dynamodb` or `sqlite`.
  package static let chosen: Backend = {
    let name = ProcessInfo.processInfo.environment["TEST_TABLE"] ?? Backend.sqlite.rawValue
    guard let backend = Backend(rawValue: name) else {
      preconditionFailure("TEST_TABLE: must be one of \(Backend.allCases.map(\.rawValue))")
    }
    return backend
  }()
}

/// A clock that stands still until it is moved.
package final class TestClock: Sendable {
  private let seconds = Mutex<Int64>(1_800_000_000)

  package init() {}

  package var now: Int64 { seconds.withLock { $0 } }
  package func advance(by delta: Int64) { seconds.withLock { $0 += delta } }
}

/// An empty table of its own, which goes with it.
package final class TestTable: Sendable {
  package let table: any Table
  package let clock: TestClock
  private let letGo: @Sendable () -> Void

  package convenience init(_ backend: Backend) async throws {
    let clock = TestClock()
    try await self.init(backend, clock: clock, now: { clock.now })
  }

  /// A table whose `ttl` is held against the caller's clock, in epoch seconds.
  package convenience init(
    _ backend: Backend = .chosen,
    now: @escaping @Sendable () -> Int64
  ) async throws {
    try await self.init(backend, clock: TestClock(), now: now)
  }

  private init(
    _ backend: Backend,
    clock: TestClock,
    now: @escaping @Sendable () -> Int64
  ) async throws {
    self.clock = clock
    switch backend {
    case .sqlite:
      let folder = FileManager.default.temporaryDirectory
        .appending(path: "table-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let sqlite = try SQLiteTable(
        path: folder.appending(path: "table.sqlite").path,
        options: .init(synchronous: .normal, now: now)
      )
      table = sqlite
      letGo = {
        sqlite.close()
        // Left-overs in the temporary folder fail no test.
        try? FileManager.default.removeItem(at: folder)
      }
    case .dynamodb:
      let moto = try await Moto.shared()
      let made = try await moto.makeTable(options: .init(now: now))
      table = made
      letGo = { moto.letGo(made) }
    }
  }

  deinit { letGo() }
}
