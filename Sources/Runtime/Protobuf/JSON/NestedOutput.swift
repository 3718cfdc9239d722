/// Wire bytes of messages inside each other, whose lengths are known only when they end.
///
/// Keeps the lengths beside the bytes and puts them in once, at the end: moving what follows a
/// length at every depth would cost depth times size.
struct NestedOutput {
  private struct Length {
    let position: Int
    var value = 0
  }

  private var content: [UInt8] = []
  private var lengths: [Length] = []
  /// Bytes that the lengths of closed messages will take.
  private var lengthBytes = 0
  private var open: [(length: Int, lengthBytes: Int)] = []

  /// Messages that are open.
  var depth: Int { open.count }

  mutating func open(_ number: Int) {
    content.appendTag(number, .lengthDelimited)
    open.append((lengths.count, lengthBytes))
    lengths.append(Length(position: content.count))
  }

  mutating func close() {
    let (index, before) = open.removeLast()
    let value = content.count - lengths[index].position + lengthBytes - before
    lengths[index].value = value
    lengthBytes += (63 - (value | 1).leadingZeroBitCount) / 7 + 1
  }

  mutating func appendField(_ number: Int, _ content: some Collection<UInt8>) {
    self.content.appendField(number, content)
  }

  mutating func appendField(_ number: Int, varint value: UInt64) {
    content.appendField(number, varint: value)
  }

  mutating func appendField(_ number: Int, fixed value: some FixedWidthInteger) {
    content.appendTag(number, value.bitWidth == 32 ? .fixed32 : .fixed64)
    content.appendFixed(value)
  }

  // MARK: Taking back

  /// A place to come back to.
  struct Mark {
    fileprivate let content: Int
    fileprivate let lengths: Int
    fileprivate let lengthBytes: Int
  }

  var mark: Mark { Mark(content: content.count, lengths: lengths.count, lengthBytes: lengthBytes) }

  /// Forgets what was written since `mark`.
  mutating func takeBack(to mark: Mark) {
    content.removeLast(content.count - mark.content)
    lengths.removeLast(lengths.count - mark.lengths)
    lengthBytes = mark.lengthBytes
  }

  /// All that was written, with its lengths.
  func bytes() -> [UInt8] {
    precondition(open.isEmpty, "every message that was opened is closed")
    guard !lengths.isEmpty else { return content }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(content.count + lengthBytes)
    var position = 0
    for length in lengths {
      bytes += content[position..<length.position]
      bytes.appendVarint(UInt64(length.value))
      position = length.position
    }
    bytes += content[position...]
    return bytes
  }
}
