/// Names of header fields that a user of a session wants to tell apart without making strings.
///
/// The token of a name is its place in the list; 0 to 4 are the pseudo fields.
package struct FieldNames: Sendable {
  package static let method: UInt8 = 0
  package static let scheme: UInt8 = 1
  package static let authority: UInt8 = 2
  package static let path: UInt8 = 3
  package static let status: UInt8 = 4
  /// The first token of the caller's own names.
  package static let first: UInt8 = 5
  /// A name that is not in the list.
  package static let other: UInt8 = .max

  private let names: [[UInt8]]
  /// Tokens of the names of each length.
  private let byLength: [[UInt8]]

  package init(_ own: [String]) {
    let all = [":method", ":scheme", ":authority", ":path", ":status"] + own
    precondition(all.count < Int(Self.other), "at most 249 names")
    names = all.map { Array($0.utf8) }
    var byLength = [[UInt8]](repeating: [], count: (names.map(\.count).max() ?? 0) + 1)
    for (token, name) in names.enumerated() {
      byLength[name.count].append(UInt8(token))
    }
    self.byLength = byLength
  }

  func token(_ name: UnsafeRawBufferPointer) -> UInt8 {
    guard name.count < byLength.count else { return Self.other }
    for token in byLength[name.count] where unsafe matches(name, names[Int(token)]) {
      return token
    }
    return Self.other
  }

  private func matches(_ bytes: UnsafeRawBufferPointer, _ name: [UInt8]) -> Bool {
    unsafe name.withUnsafeBytes { name in
      // Names of one length mostly differ at their end: content-type, user-agent.
      var index = name.count - 1
      while index >= 0, unsafe bytes[index] == name[index] { index -= 1 }
      return index < 0
    }
  }
}
