import Foundation
import SingleTable
import Testing

@testable import SQLiteTable

/// `CRASH_RUNS=500` kills that many writers instead of a few.
@Suite("A crash", .serialized, .timeLimit(.minutes(60)))
struct CrashTests {
  private static let runs =
    ProcessInfo.processInfo.environment["CRASH_RUNS"].flatMap { Int($0) } ?? 10

  /// A file's kills; what is looked at after each grows with them.
  private static let killsOfFile = 25

  /// What a killed writer had been told is written.
  private struct Acknowledged {
    var puts: [String] = []
    var transactions: [String] = []
    var counters: [String: Int] = [:]

    /// Acknowledged so far; a counter tells of every addition to it.
    var writes: Int { puts.count + transactions.count + counters.values.reduce(0, +) }

    mutating func note(_ line: String) {
      let words = line.split(separator: " ").map(String.init)
      switch words.first {
      case "put": puts.append(words[1])
      case "transaction": transactions.append(words[1])
      case "counter": counters[words[1]] = Int(words[2])
      default: Issue.record("unexpected line: \(line)")
      }
    }
  }

  @Test("vector 9: loses no acknowledged write and leaves no half transaction")
  func vector9() async throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("killed under load: seed \(seed)")
    var random = SplitMix(state: seed)
    var (writes, transactions) = (0, 0)
    for killed in stride(from: 0, to: Self.runs, by: Self.killsOfFile) {
      let kills = min(Self.killsOfFile, Self.runs - killed)
      let acknowledged = try await killWriters(kills, &random)
      writes += acknowledged.writes
      transactions += acknowledged.transactions.count
    }
    print("killed under load: \(Self.runs) writers killed, \(writes) writes acknowledged")
    #expect(transactions > Self.runs)
  }

  /// Kills so many writers of one file, and looks after each at all that the file holds.
  private func killWriters(
    _ kills: Int,
    _ random: inout SplitMix
  ) async throws -> Acknowledged {
    let folder = try TemporaryFolder()
    var acknowledged = Acknowledged()
    for run in 0..<kills {
      var writer = try TableWriter(["load", folder.file, "\(run)"])
      for _ in 0..<Int.random(in: 0...150, using: &random) {
        guard let line = writer.line() else { break }
        acknowledged.note(line)
      }
      // From here to any point of the next commits: an answer alone would choose the moment.
      let moment = ContinuousClock.now + .microseconds(Int.random(in: 0...30_000, using: &random))
      while ContinuousClock.now < moment {}
      writer.kill()
      while let line = writer.line() { acknowledged.note(line) }
      #expect(writer.wait() == 9, "the writer was killed, it did not fail by itself")
      try await verify(acknowledged, runs: run + 1, in: folder)
    }
    return acknowledged
  }

  private func verify(
    _ acknowledged: Acknowledged,
    runs: Int,
    in folder: TemporaryFolder
  ) async throws {
    let table = try SQLiteTable(path: folder.file)
    defer { table.close() }
    let puts = try await table.batchGet(acknowledged.puts.map { Key("LOAD#\($0)", "ITEM") })
    #expect(!puts.contains(nil), "an acknowledged put is missing")
    for part in ["A", "B", "C"] {
      let keys = acknowledged.transactions.map { Key("LOAD#\($0)", part) }
      #expect(try await !table.batchGet(keys).contains(nil), "part \(part) is missing")
    }
    for (worker, count) in acknowledged.counters {
      let stored = try await table.get(Key("LOAD#COUNTER", worker))?["count"]?.intValue ?? 0
      // Each kill may have swallowed the answer to one addition of the worker.
      #expect((count...count + runs).contains(stored), "counter \(worker): \(stored), \(count)")
    }
    // Whole transactions only: as many parts of each letter as the total they count.
    let total = try await table.get(Key("LOAD#TOTAL", "STATS"))?["count"]?.intValue ?? 0
    let connection = try Connection(path: folder.file, isReadOnly: true, busyMilliseconds: 1000)
    for part in ["A", "B", "C"] {
      let sql = "SELECT count(*) FROM item WHERE sk = CAST('\(part)' AS BLOB)"
      #expect(try connection.integer(sql) == Int64(total))
    }
    #expect(total >= acknowledged.transactions.count)
    #expect(try connection.text("PRAGMA integrity_check") == "ok")
  }

  @Test("two processes on one file lose nothing of each other")
  func twoProcesses() async throws {
    let folder = try TemporaryFolder()
    let writers = try (0..<2).map { _ in try TableWriter(["increment", folder.file, "200"]) }
    let table = try SQLiteTable(path: folder.file)
    defer { table.close() }
    // A third one reads along: both sides of a transaction, always.
    for _ in 0..<200 {
      let sides = try await table.transactGet([
        Key("SHARED#LEFT", "STATS"), Key("SHARED#RIGHT", "STATS"),
      ])
      #expect(sides[0]?["count"] == sides[1]?["count"])
    }
    for writer in writers { #expect(writer.wait() == 0) }
    let items = try await table.batchGet([
      Key("SHARED#OPTIMISTIC", "STATS"), Key("SHARED#LEFT", "STATS"),
    ])
    #expect(items[0]?.version == 400)
    #expect(items[1]?["count"]?.intValue == 400)
  }
}

/// SplitMix64: the same numbers for the same seed.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
