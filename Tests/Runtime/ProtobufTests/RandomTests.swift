import FuzzSeeds
import Protobuf
import ProtobufConformance
import Testing

/// A generator that repeats from its seed (splitmix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}

@Suite("Random bytes")
struct RandomTests {
  /// Another one each run; an expectation that fails prints it.
  let seed = UInt64.random(in: 0...UInt64.max)

  /// Changes, drops, doubles or inserts a few bytes.
  private func damaged(_ bytes: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...4, using: &generator) where !bytes.isEmpty {
      let index = bytes.indices.randomElement(using: &generator) ?? 0
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: bytes[index] = UInt8.random(in: 0...255, using: &generator)
      case 1: bytes.remove(at: index)
      case 2: bytes.insert(UInt8.random(in: 0...255, using: &generator), at: index)
      default:
        let end = min(bytes.count, index + Int.random(in: 1...20, using: &generator))
        bytes.insert(contentsOf: bytes[index..<end], at: index)
      }
    }
    return bytes
  }

  @Test("decode to an error, or to a message that encodes to itself")
  func damagedBytes() {
    var generator = SeededGenerator(seed: seed)
    for round in 0..<2000 {
      guard let fixture = Fixture.all.randomElement(using: &generator) else { return }
      let bytes = damaged(hex(fixture.wire), &generator)
      guard let message = try? Everything(decoding: bytes) else { continue }
      let encoded = message.encoded()
      let again = try? Everything(decoding: encoded).encoded()
      #expect(again == encoded, "seed \(seed), round \(round)")
    }
  }

  @Test("that have a JSON form come back from it")
  func throughJSON() {
    var generator = SeededGenerator(seed: seed)
    let transcoder = JSONTranscoder(TestSchema.registry)
    for round in 0..<600 {
      guard let fixture = Fixture.all.randomElement(using: &generator) else { return }
      let bytes = damaged(hex(fixture.wire), &generator)
      guard let message = try? Everything(decoding: bytes),
        let json = try? transcoder.json(from: message.encoded(), as: Everything.schema)
      else { continue }
      let back = try? transcoder.wire(from: json, as: Everything.schema)
      let text = back.flatMap { try? transcoder.json(from: $0, as: Everything.schema) }
      #expect(text == json, "seed \(seed), round \(round)")
    }
  }

  @Test("of JSON are an error or a message, never a crash")
  func damagedJSON() {
    var generator = SeededGenerator(seed: seed)
    let transcoder = JSONTranscoder(TestSchema.registry)
    let texts = Fixture.all.compactMap(\.json).map { Array($0.utf8) }
    for round in 0..<600 {
      guard let text = texts.randomElement(using: &generator) else { return }
      let json = damaged(text, &generator)
      guard let wire = try? transcoder.wire(from: json, as: Everything.schema) else { continue }
      let decoded = try? Everything(decoding: wire)
      #expect(decoded != nil, "seed \(seed), round \(round)")
    }
  }

  static let seeds = FuzzSeeds.fixtures("seeds.hex")

  @Test("that were kept come back from the wire and from JSON")
  func seeds() {
    #expect(Self.seeds.count > 200)
    for seed in Self.seeds {
      let rule = RoundTrip.broken(by: seed)
      #expect(rule == nil, "\(seed)")
    }
  }

  @Test("near those that were kept come back as well")
  func damagedSeeds() {
    var generator = SeededGenerator(seed: seed)
    for round in 0..<3000 {
      guard let kept = Self.seeds.randomElement(using: &generator) else { return }
      let rule = RoundTrip.broken(by: damaged(kept, &generator))
      #expect(rule == nil, "seed \(seed), round \(round)")
    }
  }
}
