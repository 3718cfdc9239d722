/// A list of header fields, all in one piece of memory.
///
///     entry = token (1 byte) | unused (1) | name length (2) | value length (4) | name | value
@safe
package struct HeaderFields: @unchecked Sendable {
  // SAFETY: the storage is copied before it is written unless this list is its only owner.
  private var storage: FieldStorage?
  // Kept here and not in the storage: reading a class costs an exclusivity check each time.
  private var usedBytes = 0
  private var capacity = 0
  /// Bytes as RFC 9113 §6.5.2 counts them: name, value and 32 for each field.
  package private(set) var listBytes = 0
  package private(set) var count = 0
  /// Fields were left out because the list grew too long.
  package private(set) var isTruncated = false

  package init() {}

  package var isEmpty: Bool { count == 0 }
}

// MARK: - Reading

extension HeaderFields {
  /// Where one field lies.
  package struct Field: Sendable {
    /// From `FieldNames`; `other` when the list does not have the name.
    package let token: UInt8
    package let start: Int
    package let name: Range<Int>
    package let value: Range<Int>
  }

  /// The field at a place, nil at the end.
  ///
  /// The place begins at 0 and moves on to the next field.
  package func field(after place: inout Int) -> Field? {
    guard place < usedBytes else { return nil }
    let field = field(at: place)
    place = field.value.upperBound
    return field
  }

  /// Where the first value of each field with a token below 16 lies, found in one pass.
  package var known: KnownFields {
    var known = KnownFields()
    guard let storage else { return known }
    var offset = 0
    while offset < usedBytes {
      let entry = unsafe storage.base + offset
      let token = unsafe entry.load(as: UInt8.self)
      let value =
        unsafe offset + FieldStorage.entryBytes
        + Int(entry.loadUnaligned(fromByteOffset: 2, as: UInt16.self))
      offset = unsafe value + Int(entry.loadUnaligned(fromByteOffset: 4, as: UInt32.self))
      known.note(token, value..<offset)
    }
    return known
  }

  package struct Fields: Sequence, IteratorProtocol {
    fileprivate let list: HeaderFields
    fileprivate var offset = 0

    package mutating func next() -> Field? {
      guard offset < list.usedBytes else { return nil }
      let field = list.field(at: offset)
      offset = field.value.upperBound
      return field
    }
  }

  package var fields: Fields { Fields(list: self) }

  /// The first value of a field the session knows by token.
  package func value(_ token: UInt8) -> Range<Int>? {
    var place = 0
    while let field = field(after: &place) {
      if field.token == token { return field.value }
    }
    return nil
  }

  /// The first value of a field by its name in lowercase.
  package subscript(name: String) -> String? {
    first(name).map { string($0.value) }
  }

  package func first(_ name: String) -> Field? {
    var name = name
    return name.withUTF8 { name in
      var offset = 0
      while offset < usedBytes {
        let field = field(at: offset)
        if unsafe matches(field.name, UnsafeRawBufferPointer(name)) { return field }
        offset = field.value.upperBound
      }
      return nil
    }
  }

  package func string(_ range: Range<Int>) -> String {
    unsafe String(decoding: bytes(range), as: UTF8.self)
  }

  package func array(_ range: Range<Int>) -> [UInt8] {
    unsafe Array(bytes(range))
  }

  package func matches(_ range: Range<Int>, _ text: StaticString) -> Bool {
    unsafe matches(
      range,
      UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    )
  }

  package func starts(_ range: Range<Int>, with text: StaticString) -> Bool {
    range.count >= text.utf8CodeUnitCount
      && matches(range.lowerBound..<range.lowerBound + text.utf8CodeUnitCount, text)
  }

  package func ends(_ range: Range<Int>, with text: StaticString) -> Bool {
    range.count >= text.utf8CodeUnitCount
      && matches(range.upperBound - text.utf8CodeUnitCount..<range.upperBound, text)
  }

  /// Valid as long as this list lives and is not changed.
  @unsafe package func bytes(_ range: Range<Int>) -> UnsafeRawBufferPointer {
    guard let storage, !range.isEmpty else {
      return unsafe UnsafeRawBufferPointer(start: nil, count: 0)
    }
    return unsafe UnsafeRawBufferPointer(start: storage.base + range.lowerBound, count: range.count)
  }

  private func matches(_ range: Range<Int>, _ text: UnsafeRawBufferPointer) -> Bool {
    guard range.count == text.count else { return false }
    let bytes = unsafe bytes(range)
    for index in 0..<text.count where unsafe bytes[index] != text[index] { return false }
    return true
  }

  fileprivate func field(at offset: Int) -> Field {
    guard let storage else { preconditionFailure("an empty list has no fields") }
    let entry = unsafe storage.base + offset
    let name = offset + FieldStorage.entryBytes
    let value = unsafe name + Int(entry.loadUnaligned(fromByteOffset: 2, as: UInt16.self))
    let end = unsafe value + Int(entry.loadUnaligned(fromByteOffset: 4, as: UInt32.self))
    return unsafe Field(
      token: entry.load(as: UInt8.self),
      start: offset,
      name: name..<value,
      value: value..<end
    )
  }
}

extension HeaderFields: Equatable {
  package static func == (left: HeaderFields, right: HeaderFields) -> Bool {
    guard left.usedBytes == right.usedBytes else { return false }
    return unsafe left.bytes(0..<left.usedBytes).elementsEqual(right.bytes(0..<right.usedBytes))
  }
}

// MARK: - Writing

extension HeaderFields {
  package mutating func append(_ name: String, _ value: String) {
    var name = name
    var value = value
    name.withUTF8 { name in
      value.withUTF8 { value in
        unsafe append(
          token: FieldNames.other,
          name: UnsafeRawBufferPointer(name),
          value: UnsafeRawBufferPointer(value)
        )
      }
    }
  }

  package mutating func append(_ name: String, _ value: [UInt8]) {
    var name = name
    name.withUTF8 { name in
      unsafe value.withUnsafeBytes { value in
        unsafe append(token: FieldNames.other, name: UnsafeRawBufferPointer(name), value: value)
      }
    }
  }

  /// Adds a field of another list under its name and with another value.
  package mutating func append(_ field: Field, of other: HeaderFields, value: [UInt8]) {
    unsafe value.withUnsafeBytes { value in
      unsafe append(token: field.token, name: other.bytes(field.name), value: value)
    }
  }

  /// Adds a field of another list as it is.
  package mutating func append(_ field: Field, of other: HeaderFields) {
    unsafe append(
      token: field.token,
      name: other.bytes(field.name),
      value: other.bytes(field.value)
    )
  }

  package mutating func append(contentsOf other: HeaderFields) {
    for field in other.fields { append(field, of: other) }
  }

  mutating func append(
    token: UInt8,
    name: UnsafeRawBufferPointer,
    value: UnsafeRawBufferPointer
  ) {
    precondition(name.count <= Int(UInt16.max), "the name of a field is at most 64 KiB")
    precondition(value.count <= Int(UInt32.max), "the value of a field is at most 4 GiB")
    let size = FieldStorage.entryBytes + name.count + value.count
    if usedBytes + size > capacity || !isKnownUniquelyReferenced(&storage) { grow(by: size) }
    guard let storage else { preconditionFailure("a list that grew has storage") }
    let entry = unsafe storage.base + usedBytes
    unsafe entry.storeBytes(of: UInt16(token), as: UInt16.self)
    unsafe entry.storeBytes(of: UInt16(name.count), toByteOffset: 2, as: UInt16.self)
    unsafe entry.storeBytes(of: UInt32(value.count), toByteOffset: 4, as: UInt32.self)
    let text = unsafe entry + FieldStorage.entryBytes
    if let base = name.baseAddress { unsafe text.copyMemory(from: base, byteCount: name.count) }
    if let base = value.baseAddress {
      unsafe (text + name.count).copyMemory(from: base, byteCount: value.count)
    }
    usedBytes += size
    count += 1
    listBytes += name.count + value.count + 32
  }

  /// Counts a field that is not kept.
  mutating func leaveOut(_ nameAndValueBytes: Int) {
    isTruncated = true
    listBytes += nameAndValueBytes + 32
  }

  mutating func removeAll() {
    // Somebody may keep the last block as it was.
    guard isKnownUniquelyReferenced(&storage) else {
      self = HeaderFields()
      return
    }
    usedBytes = 0
    count = 0
    listBytes = 0
    isTruncated = false
  }

  private mutating func grow(by size: Int) {
    let ahead = usedBytes < 4_096 ? usedBytes : usedBytes / 2
    let grown = max(usedBytes + max(size, ahead), 64)
    let fresh = FieldStorage.create(capacity: grown)
    if let storage { unsafe fresh.base.copyMemory(from: storage.base, byteCount: usedBytes) }
    storage = fresh
    capacity = grown
  }
}

/// The memory of a list of fields.
final class FieldStorage: ManagedBuffer<Void, UInt8> {
  static let entryBytes = 8

  static func create(capacity: Int) -> FieldStorage {
    let storage = FieldStorage.create(minimumCapacity: capacity) { _ in () }
    return unsafe unsafeDowncast(storage, to: FieldStorage.self)
  }

  var base: UnsafeMutableRawPointer {
    unsafe withUnsafeMutablePointerToElements { UnsafeMutableRawPointer($0) }
  }
}
