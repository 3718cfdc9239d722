import FuzzSeeds
import PeerBytes
import Testing

/// What a fuzzer has found, and what lies near it.
@Suite("Bytes of a peer") struct PeerBytesTests {
  static let seeds = FuzzSeeds.fixtures("frames.hex")

  @Test("that were kept break no rule")
  func kept() {
    #expect(Self.seeds.count > 200)
    for seed in Self.seeds {
      let rule = PeerBytes.broken(by: seed)
      #expect(rule == nil, "\(seed)")
    }
  }

  @Test("that come one by one break no rule")
  func oneByOne() {
    for seed in Self.seeds where !seed.isEmpty {
      let rule = PeerBytes.broken(by: [seed[0] & 0x80 | 1] + seed.dropFirst())
      #expect(rule == nil, "\(seed)")
    }
  }

  @Test("near those that were kept break no rule either")
  func damaged() {
    for number in Chance.seeds {
      let chance = Chance(seed: number)
      var bytes = chance.pick(Self.seeds)
      for _ in 0..<chance.number(1...4) where !bytes.isEmpty {
        bytes[chance.number(0...bytes.count - 1)] = UInt8(chance.number(0...255))
      }
      let rule = PeerBytes.broken(by: bytes)
      #expect(rule == nil, "seed \(number): \(bytes)")
    }
  }
}
