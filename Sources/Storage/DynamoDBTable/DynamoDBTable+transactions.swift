import AWS
import Foundation
package import SingleTable

extension DynamoDBTable {
  package nonisolated(nonsending) func transactWrite(
    _ writes: [Write]
  ) async throws(TableError) {
    try Write.validate(transaction: writes)
    var replacements: [Int: SentWrite] = [:]
    for _ in 0..<Limits.expiredItemRoundsMax {
      let now = options.now()
      let sent = writes.enumerated().map { index, write in
        replacements[index] ?? SentWrite(write, now: now)
      }
      do throws(TableError) {
        return try await send(sent)
      } catch {
        guard case .transactionCancelled(let reasons) = error else { throw error }
        var resolution = Resolution(replacements: replacements)
        for (index, reason) in reasons.enumerated() where index < writes.count {
          resolution.add(reason, to: writes[index], at: index, now: now)
        }
        guard resolution.isOpen else { throw .transactionCancelled(resolution.reasons) }
        replacements = resolution.replacements
      }
    }
    throw .transactionConflict
  }

  private nonisolated(nonsending) func send(
    _ writes: [SentWrite]
  ) async throws(TableError) {
    _ = try await ask(
      .transactWriteItems,
      isTableNamed: false,
      { json in
        // One token for all tries of this request, and for no other.
        json.member("ClientRequestToken", UUID().uuidString)
        json.name("TransactItems")
        json.array { json in
          for write in writes {
            json.object { json in
              json.name(write.transactionName)
              json.object { json in
                json.member("TableName", name)
                write.write(to: &json)
              }
            }
          }
        }
      },
      reading: { $0.members == nil ? nil : true }
    )
  }
}

/// What becomes of a refused transaction when expired items count as none.
private struct Resolution {
  /// What is sent in the place of a write that met an expired item.
  private(set) var replacements: [Int: SentWrite]
  private(set) var reasons: [CancellationReason] = []
  private var hasChanged = false

  init(replacements: [Int: SentWrite]) { self.replacements = replacements }

  /// Whether nothing stands against the transaction any more: it is sent again.
  var isOpen: Bool { hasChanged && reasons.allSatisfy { $0 == .none } }

  mutating func add(_ reason: CancellationReason, to write: Write, at index: Int, now: Int64) {
    guard case .conditionFailed(let old) = reason else { return reasons.append(reason) }
    guard let old, old.isExpired(at: now) else {
      // Somebody else has just replaced the expired item: the write starts over.
      let isReplaced = replacements.removeValue(forKey: index) != nil
      hasChanged = hasChanged || isReplaced
      return reasons.append(isReplaced ? .none : reason)
    }
    do throws(TableError) {
      let replacement = try SentWrite(write, replacing: old, now: now)
      replacements[index] = replacement
      hasChanged = hasChanged || replacement != nil
      reasons.append(replacement == nil ? .conditionFailed(old: nil) : .none)
    } catch { reasons.append(.validation(error.description)) }
  }
}
