import HTTP2

/// The headers or trailers of a call: ordered, lowercase names, duplicates kept.
///
/// A name that ends in `-bin` has bytes as its value, any other name printable ASCII. All entries
/// share one piece of memory, so a call's metadata costs one allocation whatever it holds.
package struct Metadata: Sendable, Equatable {
  /// With the values of `-bin` entries as they are, not in base64.
  private(set) var fields = HeaderFields()

  package init() {}

  package var isEmpty: Bool { fields.isEmpty }
  package var count: Int { fields.count }

  /// The first value of a text entry; setting replaces every entry of this name.
  package subscript(name: String) -> String? {
    get { fields[name] }
    set {
      remove(name)
      if let newValue { append(name, newValue) }
    }
  }

  /// The first value of a `-bin` entry; setting replaces every entry of this name.
  package subscript(binary name: String) -> [UInt8]? {
    get { fields.first(name).map { fields.array($0.value) } }
    set {
      remove(name)
      if let newValue { append(binary: name, newValue) }
    }
  }

  /// Every value of a text entry, in the order of arrival.
  package func values(_ name: String) -> [String] {
    all(name).map { fields.string($0.value) }
  }

  /// Every value of a `-bin` entry, in the order of arrival.
  package func values(binary name: String) -> [[UInt8]] {
    all(name).map { fields.array($0.value) }
  }

  /// Adds a text entry.
  ///
  /// The name must be of `a-z 0-9 _ - .` (capitals are lowered) and not end in `-bin`.
  package mutating func append(_ name: String, _ value: String) {
    precondition(!name.hasSuffix("-bin"), "the value of \(name) is bytes")
    fields.append(Self.checked(name), value)
  }

  /// Adds a binary entry; the name must end in `-bin`.
  package mutating func append(binary name: String, _ value: [UInt8]) {
    precondition(name.hasSuffix("-bin"), "the name of a binary entry ends in -bin: \(name)")
    fields.append(Self.checked(name), value)
  }

  package mutating func append(contentsOf other: Metadata) {
    fields.append(contentsOf: other.fields)
  }

  package mutating func remove(_ name: String) {
    guard fields.first(name) != nil else { return }
    var kept = HeaderFields()
    for field in fields.fields where fields.string(field.name) != name {
      kept.append(field, of: fields)
    }
    fields = kept
  }

  private func all(_ name: String) -> [HeaderFields.Field] {
    fields.fields.filter { fields.string($0.name) == name }
  }

  /// A name as it goes over the wire; a wrong one is a mistake of the program.
  private static func checked(_ name: String) -> String {
    if !name.isEmpty, name.utf8.allSatisfy(isNameByte) { return name }
    let lowered = name.lowercased()
    precondition(
      !lowered.isEmpty && lowered.utf8.allSatisfy(isNameByte),
      "not a metadata name: \(name)"
    )
    return lowered
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x61...0x7a, 0x30...0x39, 0x2d, 0x2e, 0x5f: true
    default: false
    }
  }
}

extension Metadata: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral elements: (String, String)...) {
    for (name, value) in elements { append(name, value) }
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

  package func makeIterator() -> IndexingIterator<[Element]> {
    fields.fields.map { field in
      let isBinary = fields.ends(field.name, with: "-bin")
      return Element(
        name: fields.string(field.name),
        value: isBinary
          ? .binary(fields.array(field.value)) : .text(fields.string(field.value))
      )
    }.makeIterator()
  }
}

// MARK: - On the wire

extension Metadata {
  /// What a block may grow by as its lines are taken apart: each value of a line gets the name.
  private static let addedBytesMax = 64 << 10

  /// Everything in a block that is not the protocol's own.
  ///
  /// - Throws: INTERNAL for what is not base64, RESOURCE_EXHAUSTED for lines of very many values.
  init(_ block: borrowing HeaderFields) throws(RPCError) {
    var place = 0
    while let field = block.field(after: &place) {
      guard field.token >= WireFields.reservedEnd else { continue }
      guard block.ends(field.name, with: "-bin") else {
        fields.append(field, of: block)
        continue
      }
      // Several binary values may share one line, separated by commas.
      let parts = block.array(field.value).split(
        separator: UInt8(ascii: ","),
        omittingEmptySubsequences: false
      )
      for part in parts {
        guard let bytes = Base64.decode(part) else {
          throw .internal("the value of \(block.string(field.name)) is not base64")
        }
        fields.append(field, of: block, value: bytes)
        guard fields.listBytes <= block.listBytes + Self.addedBytesMax else {
          throw .resourceExhausted("\(block.string(field.name.prefix(256))) has too many values")
        }
      }
    }
  }
}

extension HeaderFields {
  /// Adds metadata in its wire form.
  mutating func append(_ metadata: Metadata) {
    let other = metadata.fields
    for field in other.fields {
      if other.ends(field.name, with: "-bin") {
        append(field, of: other, value: Base64.encode(other.array(field.value)))
      } else {
        append(field, of: other)
      }
    }
  }
}
