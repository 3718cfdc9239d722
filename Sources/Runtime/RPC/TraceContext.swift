/// A position in a distributed trace, as W3C Trace Context carries it.
///
///     traceparent: 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
package struct TraceContext: Sendable, Hashable {
  package static let header = "traceparent"

  package let traceIDHigh: UInt64
  package let traceIDLow: UInt64
  package let spanID: UInt64
  package let flags: UInt8

  package init(traceIDHigh: UInt64, traceIDLow: UInt64, spanID: UInt64, flags: UInt8) {
    self.traceIDHigh = traceIDHigh
    self.traceIDLow = traceIDLow
    self.spanID = spanID
    self.flags = flags
  }

  /// A new trace.
  package static func root(sampled: Bool = true) -> TraceContext {
    var generator = SystemRandomNumberGenerator()
    return TraceContext(
      traceIDHigh: generator.next(),
      traceIDLow: generator.next(),
      spanID: generator.next(),
      flags: sampled ? 1 : 0
    )
  }

  /// A span below this one.
  package func child() -> TraceContext {
    var generator = SystemRandomNumberGenerator()
    return TraceContext(
      traceIDHigh: traceIDHigh,
      traceIDLow: traceIDLow,
      spanID: generator.next(),
      flags: flags
    )
  }

  package var isSampled: Bool { flags & 1 == 1 }
  package var traceID: String { hexadecimal(traceIDHigh) + hexadecimal(traceIDLow) }
  package var traceparent: String {
    "00-\(traceID)-\(hexadecimal(spanID))-\(isSampled ? "01" : "00")"
  }

  /// Nil when it is not a `traceparent`; then the W3C rule is to start a new trace.
  package init?(traceparent: String) {
    var bytes = Array(traceparent.utf8)[...]
    // A later version may append fields after another dash; version 255 is invalid.
    guard bytes.count >= 55, bytes.count == 55 || bytes[55] == 0x2d else { return nil }
    guard let version = Self.takeHexadecimal(&bytes, digits: 2), version != 0xff else { return nil }
    guard version != 0 || traceparent.utf8.count == 55 else { return nil }
    guard
      Self.takeDash(&bytes), let high = Self.takeHexadecimal(&bytes, digits: 16),
      let low = Self.takeHexadecimal(&bytes, digits: 16),
      Self.takeDash(&bytes), let span = Self.takeHexadecimal(&bytes, digits: 16),
      Self.takeDash(&bytes), let flags = Self.takeHexadecimal(&bytes, digits: 2),
      high | low != 0, span != 0
    else { return nil }
    self.init(
      traceIDHigh: high,
      traceIDLow: low,
      spanID: span,
      flags: UInt8(truncatingIfNeeded: flags)
    )
  }

  private static func takeDash(_ bytes: inout ArraySlice<UInt8>) -> Bool {
    bytes.popFirst() == 0x2d
  }

  private static func takeHexadecimal(_ bytes: inout ArraySlice<UInt8>, digits: Int) -> UInt64? {
    var word: UInt64 = 0
    for _ in 0..<digits {
      switch bytes.popFirst() {
      case .some(let digit) where (0x30...0x39).contains(digit):
        word = word << 4 | UInt64(digit - 0x30)
      // Only lowercase is valid on the wire.
      case .some(let digit) where (0x61...0x66).contains(digit):
        word = word << 4 | UInt64(digit - 0x57)
      default: return nil
      }
    }
    return word
  }
}
