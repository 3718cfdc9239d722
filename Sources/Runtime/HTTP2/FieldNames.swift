/// Names of header fields that a user of a session wants to tell apart without making strings.
///
/// The token of a name is its place in the list; 0 to 4 are the pseudo fields. Looked up for every
/// field received, so the names lie in memory that is never freed and costs no reference count.
@safe
package struct FieldNames: @unchecked Sendable {
  // SAFETY: written in `init`, never freed, only read afterwards.

  package static let method: UInt8 = 0
  package static let scheme: UInt8 = 1
  package static let authority: UInt8 = 2
  package static let path: UInt8 = 3
  package static let status: UInt8 = 4
  /// The first token of the caller's own names.
  package static let first: UInt8 = 5
  /// A name that is not in the list.
  package static let other: UInt8 = .max

  /// A name and its token.
  @safe private struct Entry {
    var name = unsafe UnsafeMutableRawBufferPointer(start: nil, count: 0)
    var token = FieldNames.other
  }

  /// Every name has a place of its own, so that a look-up compares once.
  private let places: UnsafeMutableBufferPointer<Entry>
  private let factor: Int

  package init(_ own: [String]) {
    let all = [":method", ":scheme", ":authority", ":path", ":status"] + own
    precondition(all.count < Int(Self.other), "at most 249 names")
    precondition(all.allSatisfy { !$0.isEmpty }, "a name is not empty")
    let names = all.map { Array($0.utf8) }
    let (size, factor) = Self.withoutCollisions(names)
    self.factor = factor
    unsafe places = .allocate(capacity: size)
    unsafe places.initialize(repeating: Entry())
    for (token, name) in names.enumerated() {
      let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: name.count, alignment: 1)
      unsafe bytes.copyBytes(from: name)
      let place = unsafe Self.place(UnsafeRawBufferPointer(bytes), factor) & (size - 1)
      unsafe places[place] = Entry(name: bytes, token: UInt8(token))
    }
  }

  @inline(__always)
  private static func place(_ name: UnsafeRawBufferPointer, _ factor: Int) -> Int {
    let count = name.count
    let letters = unsafe Int(name[0]) &+ Int(name[count / 2]) &* 7 &+ Int(name[count - 1]) &* 31
    return (count &* factor &+ letters) &* factor >> 5
  }

  /// The first table size and factor by which no two names meet.
  private static func withoutCollisions(_ names: [[UInt8]]) -> (size: Int, factor: Int) {
    var size = 32
    while true {
      for factor in stride(from: 3, to: 1_000, by: 2) {
        let places = names.map { name in
          unsafe name.withUnsafeBytes { unsafe place($0, factor) } & (size - 1)
        }
        if Set(places).count == names.count { return (size, factor) }
      }
      size *= 2
      precondition(size <= 4_096, "two names are the same or nearly so")
    }
  }

  func token(_ name: UnsafeRawBufferPointer) -> UInt8 {
    let count = name.count
    guard count > 0 else { return Self.other }
    let place = unsafe Self.place(name, factor) & (places.count - 1)
    let entry = unsafe places[place]
    guard unsafe entry.name.count == count, unsafe Self.matches(name, entry.name) else {
      return Self.other
    }
    return entry.token
  }

  /// Whether two names of one length are the same.
  private static func matches(
    _ name: UnsafeRawBufferPointer,
    _ known: UnsafeMutableRawBufferPointer
  ) -> Bool {
    if name.count >= 8 { return unsafe matches(name, known, by: UInt64.self) }
    if name.count >= 4 { return unsafe matches(name, known, by: UInt32.self) }
    return unsafe matches(name, known, by: UInt8.self)
  }

  /// Compares word by word; the last one may overlap the one before it.
  @inline(__always)
  private static func matches<Word: FixedWidthInteger & BitwiseCopyable>(
    _ name: UnsafeRawBufferPointer,
    _ known: UnsafeMutableRawBufferPointer,
    by _: Word.Type
  ) -> Bool {
    let last = name.count - MemoryLayout<Word>.size
    var index = 0
    while true {
      let word = unsafe name.loadUnaligned(fromByteOffset: index, as: Word.self)
      guard unsafe word == known.loadUnaligned(fromByteOffset: index, as: Word.self) else {
        return false
      }
      guard index < last else { return true }
      index = min(index + MemoryLayout<Word>.size, last)
    }
  }
}
