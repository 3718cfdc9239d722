import SingleTable
import TestTables
import Testing

/// The same programs on both backends: the same answers, and the same table at the end.
@Suite("Both tables: differences")
struct DifferentialTests {
  @Test("random programs mean the same on both")
  func programs() async throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("differences: seed \(seed)")
    var random = SeededRandom(seed: seed)
    for _ in 0..<4 {
      let program = RandomProgram.make(steps: 60, using: &random)
      guard let difference = try await Self.difference(program) else { continue }
      let (shrunk, last) = try await Self.shrink(program, difference)
      Issue.record("seed \(seed): \(last)\n\(shrunk.map { "  \($0)" }.joined(separator: "\n"))")
      return
    }
  }

  /// Where the two differ first; nil when they do not.
  private static func difference(_ program: [RandomProgram.Step]) async throws -> String? {
    let tables = (try await TestTable(.sqlite), try await TestTable(.dynamodb))
    for (number, step) in program.enumerated() {
      let sqlite = await step.outcome(on: tables.0)
      let dynamodb = await step.outcome(on: tables.1)
      if sqlite != dynamodb {
        return "step \(number): \(step)\nsqlite:   \(sqlite)\ndynamodb: \(dynamodb)"
      }
    }
    for partition in RandomProgram.partitions {
      for index in Index.allCases {
        let found = (
          await RandomProgram.everything(in: tables.0.table, index, partition),
          await RandomProgram.everything(in: tables.1.table, index, partition)
        )
        if found.0 != found.1 {
          return "at the end, \(index) \(partition)\nsqlite:   \(found.0)\ndynamodb: \(found.1)"
        }
      }
    }
    return nil
  }

  /// Leaves out halves, quarters and at last single steps, as long as the two still differ.
  private static func shrink(
    _ program: [RandomProgram.Step],
    _ difference: String
  ) async throws -> ([RandomProgram.Step], String) {
    var (program, difference) = (program, difference)
    var size = program.count / 2
    while size >= 1 {
      var start = 0
      while start < program.count {
        var shorter = program
        shorter.removeSubrange(start..<min(start + size, program.count))
        if let still = try await Self.difference(shorter) {
          (program, difference) = (shorter, still)
        } else {
          start += size
        }
      }
      size /= 2
    }
    return (program, difference)
  }
}
