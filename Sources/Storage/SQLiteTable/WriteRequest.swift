import SingleTable

/// A write with the part of its work done that needs no lock.
struct PreparedWrite: Sendable {
  let write: Write
  let key: Key
  /// The row of a put.
  let encoded: EncodedItem?

  /// `write` has been validated.
  init(_ write: Write) throws(TableError) {
    guard let key = write.key else { throw .validation("PK and SK: must be there and be strings") }
    self.write = write
    self.key = key
    if case .put(let item, _) = write {
      encoded = EncodedItem(item, key: key)
    } else {
      encoded = nil
    }
  }

  var bytes: Int { (encoded?.body.count ?? 0) + key.partition.utf8.count + key.sort.utf8.count }
}

/// What one caller waits for; answered once, after the commit.
struct WriteRequest: Sendable {
  enum Work: Sendable {
    case single(PreparedWrite, returning: ReturnValues)
    case batch([PreparedWrite])
    case transaction([PreparedWrite])
  }

  typealias Outcome = Result<Item?, TableError>

  let work: Work
  let continuation: CheckedContinuation<Outcome, Never>

  var bytes: Int {
    switch work {
    case .single(let write, _): write.bytes
    case .batch(let writes), .transaction(let writes): writes.reduce(0) { $0 + $1.bytes }
    }
  }
}
