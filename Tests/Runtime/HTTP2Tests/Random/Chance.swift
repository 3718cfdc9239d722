import Foundation

/// Random but repeatable: a seed names a whole sequence.
final class Chance {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// Sequences of a test; `SESSION_SEEDS` asks for more of them than a run of all tests has time for.
  static let seeds: Range<UInt64> = {
    let asked = ProcessInfo.processInfo.environment["SESSION_SEEDS"].flatMap { UInt64($0) }
    return 0..<(asked ?? 60)
  }()

  // SplitMix64.
  private func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
    bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
    return bits ^ (bits >> 31)
  }

  func number(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.count))
  }

  func isOne(in count: Int) -> Bool { number(1...count) == 1 }

  func pick<Elements: RandomAccessCollection>(_ elements: Elements) -> Elements.Element {
    elements[elements.index(elements.startIndex, offsetBy: number(0...elements.count - 1))]
  }

  /// All the same, but not those of the time before.
  func bytes(_ count: Int) -> [UInt8] {
    [UInt8](repeating: UInt8(truncatingIfNeeded: next()), count: count)
  }
}
