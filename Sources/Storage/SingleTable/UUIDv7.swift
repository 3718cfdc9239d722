import Synchronization

/// RFC 9562 UUID version 7: sorts by the time it was made.
///
///     0                   48   52          64 66                              128
///     | epoch milliseconds | 7  | counter   |10| random                        |
package struct UUIDv7: Sendable, Hashable {
  package let high: UInt64
  package let low: UInt64

  package init(milliseconds: Int64, counter: UInt16, random: UInt64) {
    high = UInt64(milliseconds) << 16 | 0x7000 | UInt64(counter & 0x0FFF)
    low = 0x8000_0000_0000_0000 | random >> 2
  }

  /// Parses the canonical form `01890a5d-ac96-774b-bcce-b302099a8057`, version 7 only.
  package init?(_ text: String) {
    var halves: (high: UInt64, low: UInt64) = (0, 0)
    guard text.utf8.count == 36 else { return nil }
    for (index, byte) in text.utf8.enumerated() {
      if [8, 13, 18, 23].contains(index) {
        guard byte == UInt8(ascii: "-") else { return nil }
        continue
      }
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
      default: return nil
      }
      if index < 18 {
        halves.high = halves.high << 4 | UInt64(digit)
      } else {
        halves.low = halves.low << 4 | UInt64(digit)
      }
    }
    guard halves.high >> 12 & 0xF == 7, halves.low >> 62 == 2 else { return nil }
    (high, low) = halves
  }

  package var milliseconds: Int64 { Int64(high >> 16) }
}

extension UUIDv7: CustomStringConvertible {
  /// Canonical form in lower case.
  package var description: String {
    var text: [UInt8] = []
    text.reserveCapacity(36)
    for nibble in 0..<32 {
      if [8, 12, 16, 20].contains(nibble) { text.append(UInt8(ascii: "-")) }
      let half = nibble < 16 ? high : low
      let digit = UInt8(half >> UInt64(60 - nibble % 16 * 4) & 0xF)
      text.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
    }
    return String(decoding: text, as: UTF8.self)
  }
}

/// Makes ids that ascend strictly within a process, even when the clock steps back.
package final class UUIDv7Generator: Sendable {
  private struct State {
    var milliseconds: Int64 = 0
    var counter: UInt16 = 0
  }

  private let state = Mutex(State())

  package init() {}

  package func next(at milliseconds: Int64) -> UUIDv7 {
    var source = SystemRandomNumberGenerator()
    let random = source.next()
    let (time, counter) = state.withLock { state in
      if milliseconds > state.milliseconds {
        // Half the counter is left for ids of the same millisecond.
        state = State(milliseconds: milliseconds, counter: UInt16(random & 0x7FF))
      } else if state.counter < 0x0FFF {
        state.counter += 1
      } else {
        state = State(milliseconds: state.milliseconds + 1, counter: 0)
      }
      return (state.milliseconds, state.counter)
    }
    return UUIDv7(milliseconds: time, counter: counter, random: source.next())
  }
}
