/// What the scan must know of one field, in eight bytes.
@usableFromInline
struct ScanEntry {
  enum Kind {
    static let unknown: UInt8 = 0
    static let varint: UInt8 = 1
    static let fixed64: UInt8 = 2
    static let fixed32: UInt8 = 3
    static let bytes: UInt8 = 4
    static let string: UInt8 = 5
    static let message: UInt8 = 6
  }

  var kind = Kind.unknown
  /// A packed array may arrive under this number.
  var isPackable = false
  /// Marks a field that protobuf-c does not read right when it comes twice; `noBit` for others.
  ///
  /// All members of a oneof share one bit.
  var bit = ScanEntry.noBit
  /// Index of the submessage's table.
  var table: UInt32 = 0

  static let noBit: UInt8 = 0xFF
  /// The 65th field that would need a bit: every arrival is taken for a second one.
  static let alwaysSet: UInt8 = 0xFE
}

/// One message's fields by number: small numbers by index, the rest by binary search.
@usableFromInline
@safe
struct ScanTable {
  static let denseMax = 64

  var dense: UnsafeMutableBufferPointer<ScanEntry>
  var sparseNumbers: UnsafeMutableBufferPointer<UInt32>
  var sparse: UnsafeMutableBufferPointer<ScanEntry>

  func entry(_ number: UInt32) -> ScanEntry {
    if unsafe Int(number) < dense.count { return unsafe dense[Int(number)] }
    return unsafe sparse.isEmpty ? ScanEntry() : search(number)
  }

  private func search(_ number: UInt32) -> ScanEntry {
    var low = 0
    var high = unsafe sparseNumbers.count
    while low < high {
      let middle = (low + high) / 2
      let found = unsafe sparseNumbers[middle]
      if found == number { return unsafe sparse[middle] }
      if found < number { low = middle + 1 } else { high = middle }
    }
    return ScanEntry()
  }
}

extension ScanTable {
  /// Builds the table of `message`; never freed, because schemas live as long as the process.
  init(_ message: MessageSchema) {
    let entries = message.fields.map { ($0.number, $0) }
    var bits = Bits()
    let built = entries.map { (number: $0.0, entry: ScanEntry($0.1, &bits)) }
    let small = built.filter { $0.number <= Self.denseMax }
    let large = built.filter { $0.number > Self.denseMax }.sorted { $0.number < $1.number }
    unsafe dense = .allocate(capacity: (small.map(\.number).max() ?? -1) + 1)
    unsafe dense.initialize(repeating: ScanEntry())
    for field in small { unsafe dense[field.number] = field.entry }
    unsafe sparse = .allocate(capacity: large.count)
    _ = unsafe sparse.initialize(from: large.map(\.entry))
    unsafe sparseNumbers = .allocate(capacity: large.count)
    _ = unsafe sparseNumbers.initialize(from: large.map { UInt32($0.number) })
  }

  /// Hands out presence bits; a oneof has one for all its members.
  struct Bits {
    private var next: UInt8 = 0
    private var ofOneof: [Int: UInt8] = [:]

    mutating func bit(oneof: Int?) -> UInt8 {
      if let oneof, let bit = ofOneof[oneof] { return bit }
      let bit = next < 64 ? next : ScanEntry.alwaysSet
      if next < 64 { next += 1 }
      if let oneof { ofOneof[oneof] = bit }
      return bit
    }
  }
}

extension ScanEntry {
  fileprivate init(_ field: FieldSchema, _ bits: inout ScanTable.Bits) {
    switch field.kind {
    case .double, .fixed64, .sfixed64: kind = Kind.fixed64
    case .float, .fixed32, .sfixed32: kind = Kind.fixed32
    case .string: kind = Kind.string
    case .bytes: kind = Kind.bytes
    case .message: kind = Kind.message
    case .group: kind = Kind.unknown
    default: kind = Kind.varint
    }
    isPackable = field.isRepeated && field.kind.isPackable
    let isPlain = kind < Kind.bytes && field.oneofIndex == nil
    if !field.isRepeated && !isPlain { bit = bits.bit(oneof: field.oneofIndex) }
    if let message = field.message { table = UInt32(message.index) }
  }
}
