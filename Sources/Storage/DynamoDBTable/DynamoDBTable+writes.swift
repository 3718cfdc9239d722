import AWS
import ItemJSON
package import SingleTable

extension DynamoDBTable {
  @discardableResult
  package nonisolated(nonsending) func write(
    _ write: Write,
    returning: ReturnValues
  ) async throws(TableError) -> Item? {
    try write.validate()
    if case .check(let key, let condition) = write {
      let item = try await get(key, consistency: .strong)
      guard condition.evaluate(item) else { throw .conditionFailed(old: item) }
      return returning == .none ? nil : item
    }
    var replacement: SentWrite?
    for _ in 0..<Limits.expiredItemRoundsMax {
      let now = options.now()
      let sent = replacement ?? SentWrite(write, now: now)
      do throws(TableError) {
        let attributes = try await send(sent, returning: returning)
        return answer(to: sent.write, attributes, returning: returning)
      } catch {
        // An expired item in the way counts as none.
        guard case .conditionFailed(let old) = error else { throw error }
        if let old, old.isExpired(at: now) {
          replacement = try SentWrite(write, replacing: old, now: now)
          if replacement == nil { throw .conditionFailed(old: nil) }
        } else if replacement != nil {
          // Somebody else has just replaced the expired item: the write starts over.
          replacement = nil
        } else {
          throw error
        }
      }
    }
    throw .transactionConflict
  }

  private nonisolated(nonsending) func send(
    _ sent: SentWrite,
    returning: ReturnValues
  ) async throws(TableError) -> Item? {
    try await ask(
      sent.operation,
      { json in
        sent.write(to: &json)
        json.member("ReturnValues", returning.wireName(of: sent.write))
      },
      reading: { WrittenItem($0) }
    ).item
  }

  private func answer(to write: Write, _ attributes: Item?, returning: ReturnValues) -> Item? {
    switch (returning, write) {
    case (.none, _): nil
    case (.new, .put(let item, _)): item
    case (.new, .update): attributes
    case (.new, _): nil
    case (.old, _): live(attributes)
    }
  }
}

/// `{"Attributes": {…}}`, or an object without it.
private struct WrittenItem: Sendable {
  let item: Item?

  init?(_ json: JSON) {
    guard json.members != nil else { return nil }
    guard let attributes = json["Attributes"] else {
      item = nil
      return
    }
    guard let item = Item(attributes) else { return nil }
    self.item = item
  }
}
