/// The known fields of one message as they lie on the wire, in the order of the declaration.
///
/// Costs what came, not what is declared: an empty message of a hundred fields is free.
struct WireFields {
  typealias Record = WireReader.Field

  /// A record and the place of its field in the declaration.
  struct Entry {
    let position: Int
    let record: Record
  }

  /// Of a oneof only the records of the member that came last.
  private(set) var entries: [Entry] = []

  init(_ bytes: [UInt8], _ pieces: Pieces, _ schema: MessageSchema) throws(DecodeError.Rule) {
    var choices: [Choice] = []
    var isSorted = true
    for piece in pieces {
      var reader = WireReader(bytes, piece)
      while let record = try reader.next() {
        guard let position = schema.position(number: record.number),
          schema.fields[position].accepts(record.type)
        else { continue }
        if let oneof = schema.fields[position].oneofIndex {
          choose(position, of: oneof, &choices)
        }
        if let last = entries.last, last.position > position { isSorted = false }
        entries.append(Entry(position: position, record: record))
      }
    }
    drop(choices, schema)
    if !isSorted {
      entries.sort {
        ($0.position, $0.record.whole.lowerBound) < ($1.position, $1.record.whole.lowerBound)
      }
    }
  }

  /// The records of the field at `position`.
  func records(at position: Int) -> ArraySlice<Entry> {
    let start = entries.firstIndex { $0.position >= position } ?? entries.endIndex
    return entries[start...].prefix { $0.position == position }
  }

  // MARK: Oneofs

  /// Which member of a oneof counts, and from which entry on.
  private struct Choice {
    let oneof: Int
    var position: Int
    var start: Int
  }

  private func choose(_ position: Int, of oneof: Int, _ choices: inout [Choice]) {
    guard let index = choices.firstIndex(where: { $0.oneof == oneof }) else {
      return choices.append(Choice(oneof: oneof, position: position, start: 0))
    }
    guard choices[index].position != position else { return }
    choices[index].position = position
    choices[index].start = entries.count
  }

  private mutating func drop(_ choices: [Choice], _ schema: MessageSchema) {
    guard choices.contains(where: { $0.start > 0 }) else { return }
    let all = entries
    entries = all.indices.compactMap { index in
      let oneof = schema.fields[all[index].position].oneofIndex
      let choice = choices.first { $0.oneof == oneof }
      guard let choice else { return all[index] }
      return index >= choice.start && all[index].position == choice.position ? all[index] : nil
    }
  }
}

extension ArraySlice<WireFields.Entry> {
  /// The contents of a submessage's records, which merge.
  var pieces: Pieces? {
    guard let first else { return nil }
    var pieces = Pieces(first.record.content)
    for entry in dropFirst() { pieces.append(entry.record.content) }
    return pieces
  }
}

extension Pieces {
  /// The content of a message that has none.
  static let none = Pieces(0..<0)
}
