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

  /// Where the names of one length begin in `tokens`, and how many they are.
  private struct Group {
    var start: UInt8 = 0
    var count: UInt8 = 0
  }

  private let groups: UnsafeMutableBufferPointer<Group>
  private let tokens: UnsafeMutableBufferPointer<UInt8>
  private let names: UnsafeMutableBufferPointer<UnsafeMutableRawBufferPointer>

  package init(_ own: [String]) {
    let all = [":method", ":scheme", ":authority", ":path", ":status"] + own
    precondition(all.count < Int(Self.other), "at most 249 names")
    let lengths = all.map(\.utf8.count)
    unsafe groups = .allocate(capacity: (lengths.max() ?? 0) + 1)
    unsafe tokens = .allocate(capacity: all.count)
    unsafe names = .allocate(capacity: all.count)
    unsafe groups.initialize(repeating: Group())
    let byLength = all.indices.sorted { lengths[$0] < lengths[$1] }
    for (place, token) in byLength.enumerated() {
      unsafe tokens.initializeElement(at: place, to: UInt8(token))
      let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: lengths[token], alignment: 1)
      unsafe bytes.copyBytes(from: all[token].utf8)
      unsafe names.initializeElement(at: place, to: bytes)
      if unsafe groups[lengths[token]].count == 0 {
        unsafe groups[lengths[token]].start = UInt8(place)
      }
      unsafe groups[lengths[token]].count += 1
    }
  }

  func token(_ name: UnsafeRawBufferPointer) -> UInt8 {
    guard unsafe name.count < groups.count else { return Self.other }
    let group = unsafe groups[name.count]
    var place = Int(group.start)
    for _ in 0..<group.count {
      if unsafe matches(name, names[place]) { return unsafe tokens[place] }
      place += 1
    }
    return Self.other
  }

  private func matches(_ name: UnsafeRawBufferPointer, _ known: UnsafeMutableRawBufferPointer)
    -> Bool
  {
    // Names of one length mostly differ at their end: content-type, user-agent.
    var index = name.count - 8
    if index >= 0 {
      let end = unsafe name.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      guard unsafe end == known.loadUnaligned(fromByteOffset: index, as: UInt64.self) else {
        return false
      }
    } else {
      index = name.count
    }
    while index > 0, unsafe name[index - 1] == known[index - 1] { index -= 1 }
    return index == 0
  }
}
