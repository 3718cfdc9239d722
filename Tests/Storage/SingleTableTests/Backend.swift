import Foundation
import SQLiteTable
import SingleTable
import Synchronization

/// Every implementation of `Table`; each rule of the contract suite runs over all of them.
enum Backend: CaseIterable, Sendable {
  case sqlite
}

/// A clock that stands still until it is moved.
final class TestClock: Sendable {
  private let seconds = Mutex<Int64>(1_800_000_000)

  var now: Int64 { seconds.withLock { $0 } }
  func advance(by delta: Int64) { seconds.withLock { $0 += delta } }
}

/// An empty table in a folder of its own, which goes with it.
final class TestTable: Sendable {
  let table: any Table
  let clock = TestClock()
  private let folder: URL
  private let close: @Sendable () -> Void

  init(_ backend: Backend) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "table-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    switch backend {
    case .sqlite:
      let clock = clock
      let sqlite = try SQLiteTable(
        path: folder.appending(path: "table.sqlite").path,
        options: .init(synchronous: .normal, now: { clock.now })
      )
      table = sqlite
      close = { sqlite.close() }
    }
  }

  deinit {
    close()
    // Left-overs in the temporary folder fail no test.
    try? FileManager.default.removeItem(at: folder)
  }
}
