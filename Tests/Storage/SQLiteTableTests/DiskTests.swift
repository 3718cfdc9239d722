import Foundation
import SingleTable
import Testing

@testable import SQLiteTable

@Suite("The disk", .serialized, .timeLimit(.minutes(2)))
struct DiskTests {
  private let filler = AttributeValue.binary([UInt8](repeating: 9, count: 20_000))

  private func key(_ number: Int) -> Key { Key("RECIPE#\(number)", "METADATA") }

  /// Writes until the table refuses, and answers how many it took and why no more.
  private func fill(_ table: SQLiteTable) async -> (written: Int, failure: TableError?) {
    for number in 0..<10_000 {
      do throws(TableError) {
        try await table.put(Item(key(number), ["filler": filler]))
      } catch { return (number, error) }
    }
    return (10_000, nil)
  }

  private func openFailure(_ path: String) -> String? {
    do throws(TableError) {
      try SQLiteTable(path: path).close()
      return nil
    } catch {
      guard case .unavailable("open", let reason) = error else { return "\(error)" }
      return reason
    }
  }

  @Test(
    "that is full refuses writes by name, keeps what was acknowledged, and serves on when freed",
    .enabled(if: TemporaryDisk.isAvailable)
  )
  func full() async throws {
    let disk = try TemporaryDisk(kilobytes: 4096)
    try disk.take(kilobytes: 512)
    let table = try SQLiteTable(path: disk.file)
    let (written, failure) = await fill(table)
    guard case .unavailable(_, let reason)? = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
    #expect(reason.hasPrefix("no space is left for the file"), "\(reason)")
    #expect(written > 10)
    let keys = (0...written).map(key)
    #expect(try await table.batchGet(keys).map { $0 != nil } == keys.indices.map { $0 < written })
    table.close()

    try disk.fill()
    let refused = openFailure(disk.file)
    #expect(refused == nil || refused?.contains("no space is left") == true, "\(refused ?? "")")
    try disk.free()
    let again = try SQLiteTable(path: disk.file)
    defer { again.close() }
    #expect(try await again.batchGet(keys).map { $0 != nil } == keys.indices.map { $0 < written })
    try await again.delete(keys[0])
    try await again.put(Item(keys[0], ["n": 1]))
    #expect(try SQLiteFile(path: disk.file).problems().isEmpty)
  }

  @Test(
    "that is read-only refuses the table by name, and serves it when it can be written again",
    .enabled(if: TemporaryDisk.isAvailable)
  )
  func readOnly() async throws {
    let disk = try TemporaryDisk(kilobytes: 4096)
    let table = try SQLiteTable(path: disk.file)
    try await table.put(Item(key(1), ["n": 1]))
    table.close()
    let before = FileManager.default.contents(atPath: disk.file)
    try disk.setReadOnly(true)
    #expect(openFailure(disk.file) == "the file is read-only")
    #expect(FileManager.default.contents(atPath: disk.file) == before)
    try disk.setReadOnly(false)
    let again = try SQLiteTable(path: disk.file)
    defer { again.close() }
    #expect(try await again.get(key(1)) == Item(key(1), ["n": 1]))
    try await again.put(Item(key(2)))
  }

  /// A limit of the process holds for the superuser too, and needs no mount.
  @Test("that lets files grow no further fails the writer by name and leaves a whole table")
  func fileSizeLimit() async throws {
    let folder = try TemporaryFolder()
    var writer = try TableWriter(["load", folder.file, "0"], fileBytesMax: 2_000_000)
    var acknowledged: [Key] = []
    var failure: String?
    while let line = writer.line() {
      let words = line.split(separator: " ").map(String.init)
      if words[0] == "put" { acknowledged.append(Key("LOAD#\(words[1])", "ITEM")) }
      if words[0] == "failed" { failure = line }
    }
    #expect(writer.wait() == 1)
    #expect(failure?.contains("reading or writing the file failed") == true, "\(failure ?? "-")")
    #expect(acknowledged.count > 10)
    #expect(try SQLiteFile(path: folder.file).problems().isEmpty)
    let table = try SQLiteTable(path: folder.file)
    defer { table.close() }
    #expect(try await !table.batchGet(acknowledged).contains(nil))
    try await table.put(Item(key(1)))
  }
}
