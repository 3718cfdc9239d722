/// Remembers what a request with an idempotency key was answered, so that the same key gets the
/// same answer and nothing happens twice.
///
/// Lives in the caller's own partition at `SK = IDEMPOTENCY#<key>` and expires by `ttl`.
///
/// Short work: put `record.answered(response).claim(at:)` into the transaction that does the work.
/// Long work: write `record.claim(at:)`, work, then write `record.completion(response)`.
/// When a claim fails, `outcome(of:fingerprint:)` of the old item says what to do.
package struct IdempotencyRecord: Sendable {
  package let key: Key
  /// Digest of the request, so that a key reused for another request is noticed.
  package let fingerprint: [UInt8]
  /// The serialized answer; nil while the work goes on.
  package private(set) var response: [UInt8]?
  /// Until then nobody else takes up unfinished work; epoch seconds.
  package let leaseEnd: Int64
  /// Epoch seconds at which the record is forgotten.
  package let ttl: Int64

  /// 24 hours, as long as clients may retry.
  package static let lifeSeconds: Int64 = 24 * 60 * 60

  package init(
    partition: String,
    idempotencyKey: String,
    fingerprint: [UInt8],
    now epochSeconds: Int64,
    leaseSeconds: Int64 = 60,
    lifeSeconds: Int64 = Self.lifeSeconds
  ) {
    self.key = Key(partition, "IDEMPOTENCY#\(idempotencyKey)")
    self.fingerprint = fingerprint
    self.response = nil
    self.leaseEnd = epochSeconds + leaseSeconds
    self.ttl = epochSeconds + lifeSeconds
  }

  /// The record of work that is done in the same transaction.
  package func answered(_ response: [UInt8]) -> IdempotencyRecord {
    var record = self
    record.response = response
    return record
  }

  /// Fails when the key is taken; takes over the same request's work when its lease has ended.
  package func claim(at epochSeconds: Int64) -> Write {
    .put(
      item(),
      if: .or([
        .itemNotExists,
        .and([
          .notExists("response"), .equal("fingerprint", .binary(fingerprint)),
          .lessOrEqual("leaseEnd", .int(epochSeconds)),
        ]),
      ])
    )
  }

  /// Keeps the answer; fails when another caller has meanwhile taken the work over.
  package func completion(_ response: [UInt8]) -> Write {
    .update(
      key,
      Update().set("response", .binary(response)),
      if: .notExists("response") && .equal("leaseEnd", .int(leaseEnd))
        && .equal("fingerprint", .binary(fingerprint))
    )
  }

  /// Frees the key after work that failed with nothing done.
  package func release() -> Write {
    .delete(
      key,
      if: .notExists("response") && .equal("leaseEnd", .int(leaseEnd))
    )
  }

  package enum Outcome: Sendable, Equatable {
    /// Answer with these bytes.
    case replay([UInt8])
    /// The key belongs to another request.
    case differentRequest
    /// The same request is being worked on.
    case inProgress
  }

  /// What the item that stood against a claim means for this request.
  package static func outcome(
    of old: Item,
    fingerprint: [UInt8]
  ) throws(TableError) -> Outcome {
    let reader = ItemReader(old)
    guard try reader.bytes("fingerprint") == fingerprint else { return .differentRequest }
    guard let response = try reader.optionalBytes("response") else { return .inProgress }
    return .replay(response)
  }

  private func item() -> Item {
    var item = Item(key)
    item["fingerprint"] = .binary(fingerprint)
    item["leaseEnd"] = .int(leaseEnd)
    item["response"] = response.map { .binary($0) }
    item[AttributeName.ttl] = .int(ttl)
    return item
  }
}
