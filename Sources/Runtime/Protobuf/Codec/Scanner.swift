/// Reads wire bytes once before protobuf-c does, and lets through only what protobuf-c reads right.
///
/// protobuf-c 1.4.1 knows no depth limit, takes field number 0, fails on groups and on a wire type
/// that does not match, and merges a submessage that comes twice wrongly. What is malformed is
/// refused here; what is legal but read wrongly sets `isClean` to false, for `Normaliser`.
@safe
struct Scanner {
  private let tables: UnsafePointer<ScanTable>
  private var elementsLeft: Int
  private let depthMax: Int
  /// False when the bytes must be rewritten before protobuf-c may see them.
  private(set) var isClean = true
  /// Where the scan stands, or failed.
  private(set) var cursor: UnsafePointer<UInt8>

  typealias Rule = DecodeError.Rule

  init(_ start: UnsafePointer<UInt8>, tables: UnsafePointer<ScanTable>, limits: DecodeLimits) {
    unsafe cursor = start
    unsafe self.tables = tables
    elementsLeft = limits.elementsMax
    depthMax = limits.depthMax
  }

  /// Checks the message in `cursor..<end`.
  mutating func scan(
    to end: UnsafePointer<UInt8>,
    table index: Int,
    depth: Int = 0
  ) throws(Rule) {
    let table = unsafe tables + index
    var seen: UInt64 = 0
    while unsafe cursor < end {
      let tag = try unsafe tag(end)
      elementsLeft -= 1
      guard elementsLeft >= 0 else { throw .tooManyElements }
      let entry = unsafe table.pointee.entry(tag >> 3)
      if entry.bit != ScanEntry.noBit { mark(entry.bit, &seen) }
      switch tag & 7 {
      case 0:
        try unsafe skipVarint(end)
        if entry.kind != ScanEntry.Kind.varint { odd(tag, entry) }
      case 1:
        try unsafe skip(8, end)
        if entry.kind != ScanEntry.Kind.fixed64 { odd(tag, entry) }
      case 2:
        let stop = try unsafe length(end)
        if entry.kind == ScanEntry.Kind.message {
          guard depth < depthMax else { throw .tooDeep }
          try unsafe scan(to: stop, table: Int(entry.table), depth: depth + 1)
        } else if entry.isPackable {
          try unsafe countPacked(entry.kind, stop)
        } else if entry.kind < ScanEntry.Kind.bytes {
          odd(tag, entry)
        }
        unsafe cursor = stop
      case 3:
        isClean = false
        try unsafe skipGroup(tag >> 3, end, depth: depth + 1)
      case 5:
        try unsafe skip(4, end)
        if entry.kind != ScanEntry.Kind.fixed32 { odd(tag, entry) }
      case 4: throw .unmatchedGroup
      default: throw .invalidTag
      }
    }
  }

  /// A second value of a field that protobuf-c would not merge or replace rightly.
  private mutating func mark(_ bit: UInt8, _ seen: inout UInt64) {
    guard bit != ScanEntry.alwaysSet else { return isClean = false }
    let mask = UInt64(1) << UInt64(bit)
    if seen & mask != 0 { isClean = false }
    seen |= mask
  }

  /// An unknown field, or a known one under a wire type that is not its own.
  private mutating func odd(_ tag: UInt32, _ entry: ScanEntry) {
    if entry.kind != ScanEntry.Kind.unknown || tag >> 3 == UnknownFields.carrier {
      isClean = false
    }
  }

  @inline(__always)
  private mutating func tag(_ end: UnsafePointer<UInt8>) throws(Rule) -> UInt32 {
    let first = unsafe cursor.pointee
    if first < 0x80 {
      guard first >= 8 else { throw .invalidTag }
      unsafe cursor += 1
      return UInt32(first)
    }
    let value = try unsafe shortVarint(end, orElse: .invalidTag)
    guard value >= 8, value <= UInt32.max else { throw .invalidTag }
    return UInt32(value)
  }

  /// A varint of at most five bytes: tags and lengths.
  private mutating func shortVarint(
    _ end: UnsafePointer<UInt8>,
    orElse rule: Rule
  ) throws(Rule) -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while shift < 35 {
      guard unsafe cursor < end else { throw .truncated }
      let byte = unsafe cursor.pointee
      unsafe cursor += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
    throw rule
  }

  /// Reads a length and answers where its content ends.
  @inline(__always)
  private mutating func length(
    _ end: UnsafePointer<UInt8>
  ) throws(Rule) -> UnsafePointer<UInt8> {
    guard unsafe cursor < end else { throw .truncated }
    var value = unsafe UInt64(cursor.pointee)
    if value < 0x80 {
      unsafe cursor += 1
    } else {
      value = try unsafe shortVarint(end, orElse: .invalidLength)
    }
    guard unsafe value <= UInt64(end - cursor) else { throw .invalidLength }
    return unsafe cursor + Int(value)
  }

  @inline(__always)
  private mutating func skipVarint(_ end: UnsafePointer<UInt8>) throws(Rule) {
    var length = 0
    while unsafe cursor < end {
      let byte = unsafe cursor.pointee
      unsafe cursor += 1
      length += 1
      if byte < 0x80 { return }
      guard length < 10 else { throw .invalidVarint }
    }
    throw .truncated
  }

  private mutating func skip(_ bytes: Int, _ end: UnsafePointer<UInt8>) throws(Rule) {
    guard unsafe end - cursor >= bytes else { throw .truncated }
    unsafe cursor += bytes
  }

  private mutating func countPacked(_ kind: UInt8, _ end: UnsafePointer<UInt8>) throws(Rule) {
    let bytes = unsafe end - cursor
    switch kind {
    case ScanEntry.Kind.fixed64:
      guard bytes % 8 == 0 else { throw .invalidPacked }
      elementsLeft -= bytes / 8
    case ScanEntry.Kind.fixed32:
      guard bytes % 4 == 0 else { throw .invalidPacked }
      elementsLeft -= bytes / 4
    default:
      while unsafe cursor < end {
        do { try unsafe skipVarint(end) } catch {
          throw error == .truncated ? .invalidPacked : error
        }
        elementsLeft -= 1
      }
    }
    guard elementsLeft >= 0 else { throw .tooManyElements }
  }

  /// Skips to the end of group `number`, whose start has been read.
  mutating func skipGroup(
    _ number: UInt32,
    _ end: UnsafePointer<UInt8>,
    depth: Int
  ) throws(Rule) {
    guard depth <= depthMax else { throw .tooDeep }
    while unsafe cursor < end {
      let tag = try unsafe tag(end)
      elementsLeft -= 1
      guard elementsLeft >= 0 else { throw .tooManyElements }
      switch tag & 7 {
      case 0: try unsafe skipVarint(end)
      case 1: try unsafe skip(8, end)
      case 2: unsafe cursor = try unsafe length(end)
      case 3: try unsafe skipGroup(tag >> 3, end, depth: depth + 1)
      case 4:
        guard tag >> 3 == number else { throw .unmatchedGroup }
        return
      case 5: try unsafe skip(4, end)
      default: throw .invalidTag
      }
    }
    throw .unmatchedGroup
  }
}
