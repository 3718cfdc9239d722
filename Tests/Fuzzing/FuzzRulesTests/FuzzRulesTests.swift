import FuzzRules
import FuzzSeeds
import Testing

/// What a fuzzer has found, and what lies near it.
///
/// Messages and frames have theirs beside their other tests.
@Suite("What strangers send") struct FuzzRulesTests {
  static let targets = FuzzTarget.allCases.filter { ![.messages, .frames].contains($0) }

  @Test("breaks no rule where it was kept", arguments: targets)
  func kept(target: FuzzTarget) async {
    let seeds = FuzzSeeds.fixtures("\(target.rawValue).hex")
    #expect(!seeds.isEmpty)
    for seed in seeds {
      let rule = await target.broken(by: seed)
      #expect(rule == nil, "\(seed)")
    }
  }

  @Test("breaks no rule near what was kept either", arguments: targets)
  func damaged(target: FuzzTarget) async throws {
    let seeds = FuzzSeeds.fixtures("\(target.rawValue).hex")
    for _ in 0..<500 {
      // What is printed of a failure repeats it: it is a seed then.
      var bytes = try #require(seeds.randomElement())
      for _ in 0..<Int.random(in: 1...4) where !bytes.isEmpty {
        bytes[Int.random(in: bytes.indices)] = UInt8.random(in: .min ... .max)
      }
      let rule = await target.broken(by: bytes)
      #expect(rule == nil, "\(bytes)")
    }
  }
}
