/// The headers or trailers of a call: ordered, lowercase names, duplicates kept.
///
/// A name that ends in `-bin` has bytes as its value, any other name printable ASCII. All entries
/// share one array, so that a call's metadata costs one allocation whatever it holds:
///
///     entry = name length (2 bytes) | value length (4 bytes) | name | value
package struct Metadata: Sendable, Equatable {
  var storage: [UInt8] = []
  package private(set) var count = 0

  package init() {}

  package var isEmpty: Bool { count == 0 }

  /// The first value of a text entry; setting replaces every entry of this name.
  package subscript(name: String) -> String? {
    get { first(name).map { String(decoding: storage[$0], as: UTF8.self) } }
    set {
      remove(name)
      if let newValue { append(name, newValue) }
    }
  }

  /// The first value of a `-bin` entry; setting replaces every entry of this name.
  package subscript(binary name: String) -> [UInt8]? {
    get { first(name).map { Array(storage[$0]) } }
    set {
      remove(name)
      if let newValue { append(binary: name, newValue) }
    }
  }

  /// Every value of a text entry, in the order of arrival.
  package func values(_ name: String) -> [String] {
    ranges(name).map { String(decoding: storage[$0], as: UTF8.self) }
  }

  /// Every value of a `-bin` entry, in the order of arrival.
  package func values(binary name: String) -> [[UInt8]] {
    ranges(name).map { Array(storage[$0]) }
  }

  /// Adds a text entry.
  ///
  /// The name must be of `a-z 0-9 _ - .` (capitals are lowered) and not end in `-bin`.
  package mutating func append(_ name: String, _ value: String) {
    precondition(!name.hasSuffix("-bin"), "the value of \(name) is bytes")
    appendEntry(name, Array(value.utf8))
  }

  /// Adds a binary entry; the name must end in `-bin`.
  package mutating func append(binary name: String, _ value: [UInt8]) {
    precondition(name.hasSuffix("-bin"), "the name of a binary entry ends in -bin: \(name)")
    appendEntry(name, value)
  }

  package mutating func append(contentsOf other: Metadata) {
    storage.append(contentsOf: other.storage)
    count += other.count
  }

  package mutating func remove(_ name: String) {
    guard first(name) != nil else { return }
    var kept = Metadata()
    for entry in entries where !matches(entry.name, name) {
      kept.storage.append(contentsOf: storage[entry.start..<entry.value.upperBound])
      kept.count += 1
    }
    self = kept
  }
}

extension Metadata: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral elements: (String, String)...) {
    for (name, value) in elements { append(name, value) }
  }
}

// MARK: - Layout

extension Metadata {
  /// Where one entry lies in the storage.
  struct Entry {
    let start: Int
    let name: Range<Int>
    let value: Range<Int>
  }

  static let entryHeaderBytes = 6

  var entries: EntrySequence { EntrySequence(storage: storage) }

  struct EntrySequence: Sequence, IteratorProtocol {
    let storage: [UInt8]
    var offset = 0

    mutating func next() -> Entry? {
      guard offset < storage.count else { return nil }
      let nameLength = Int(storage[offset]) | Int(storage[offset + 1]) << 8
      let valueLength =
        Int(storage[offset + 2]) | Int(storage[offset + 3]) << 8
        | Int(storage[offset + 4]) << 16 | Int(storage[offset + 5]) << 24
      let name = offset + entryHeaderBytes..<offset + entryHeaderBytes + nameLength
      defer { offset = name.upperBound + valueLength }
      return Entry(
        start: offset,
        name: name,
        value: name.upperBound..<name.upperBound + valueLength
      )
    }
  }

  /// Adds an entry whose name is already lowercase and checked.
  mutating func appendEntry(
    name: some Collection<UInt8>,
    value: some Collection<UInt8>
  ) {
    let nameLength = name.count
    let valueLength = value.count
    storage.reserveCapacity(storage.count + Self.entryHeaderBytes + nameLength + valueLength)
    storage.append(UInt8(truncatingIfNeeded: nameLength))
    storage.append(UInt8(truncatingIfNeeded: nameLength >> 8))
    for shift in stride(from: 0, to: 32, by: 8) {
      storage.append(UInt8(truncatingIfNeeded: valueLength >> shift))
    }
    storage.append(contentsOf: name)
    storage.append(contentsOf: value)
    count += 1
  }

  private mutating func appendEntry(_ name: String, _ value: [UInt8]) {
    let lowered = name.utf8.map { (0x41...0x5a).contains($0) ? $0 | 0x20 : $0 }
    precondition(
      !lowered.isEmpty && lowered.allSatisfy(Self.isNameByte),
      "not a metadata name: \(name)"
    )
    appendEntry(name: lowered, value: value)
  }

  /// A byte of a metadata name: `a-z 0-9 _ - .`.
  static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x61...0x7a, 0x30...0x39, 0x2d, 0x2e, 0x5f: true
    default: false
    }
  }

  private func matches(_ range: Range<Int>, _ name: String) -> Bool {
    range.count == name.utf8.count && storage[range].elementsEqual(name.utf8)
  }

  private func first(_ name: String) -> Range<Int>? {
    guard count > 0 else { return nil }
    return entries.first { matches($0.name, name) }?.value
  }

  private func ranges(_ name: String) -> [Range<Int>] {
    entries.filter { matches($0.name, name) }.map(\.value)
  }
}

// MARK: - As a sequence

extension Metadata: Sequence {
  package struct Element: Sendable, Equatable {
    package let name: String
    package let value: Content
  }

  package enum Content: Sendable, Equatable {
    case text(String)
    case binary([UInt8])
  }

  package struct Iterator: IteratorProtocol {
    var entries: EntrySequence

    package mutating func next() -> Element? {
      guard let entry = entries.next() else { return nil }
      let name = String(decoding: entries.storage[entry.name], as: UTF8.self)
      let value = entries.storage[entry.value]
      return Element(
        name: name,
        value: name.hasSuffix("-bin")
          ? .binary(Array(value)) : .text(String(decoding: value, as: UTF8.self))
      )
    }
  }

  package func makeIterator() -> Iterator { Iterator(entries: entries) }
}
