import Contracts
import Protobuf
import RPC
import ServiceKit
import SingleTable

/// What somebody's suggestions respect; `PREFERENCES#<user>` / `PREFERENCES`.
struct PreferencesRecord: Sendable, Equatable {
  let userID: String
  /// Without `update_time`.
  var preferences = Preferences()
  /// Nil when nothing was ever set.
  var updatedSeconds: Int64?
  /// Writes so far; nil before the first.
  var version: Int?

  var message: Preferences {
    var message = preferences
    message.updateTime = updatedSeconds.map { Google_Protobuf_Timestamp(seconds: $0) }
    return message
  }

  var exclusions: Exclusions {
    Exclusions(
      allergens: Set(preferences.allergies),
      diets: Set(preferences.diets),
      avoidedIDs: Set(preferences.avoidedIngredientIds)
    )
  }
}

extension PreferencesRecord: ItemRecord {
  private static let prefix = "PREFERENCES#"

  static func key(_ user: String) -> Key { Key(prefix + user, "PREFERENCES") }

  init(_ reader: ItemReader) throws(TableError) {
    userID = String(try reader.string(AttributeName.partition).dropFirst(Self.prefix.count))
    let bytes = try reader.bytes("preferences")
    do { preferences = try Preferences(decoding: bytes) } catch {
      throw reader.malformed("preferences", "Preferences: \(error)")
    }
    updatedSeconds = Int64(try reader.int("updated"))
    version = try reader.int(AttributeName.version)
  }

  func item() -> Item {
    var item = Item(Self.key(userID))
    item["preferences"] = .binary(preferences.encoded())
    item["updated"] = .int(updatedSeconds ?? 0)
    item[AttributeName.version] = .int((version ?? 0) + 1)
    return item
  }
}

/// Preferences in the table.
///
/// | asked | answered by |
/// |---|---|
/// | what a user's suggestions respect | `PREFERENCES#<user>` / `PREFERENCES` |
struct PreferencesStore: Sendable {
  let table: any Table

  func preferences(_ user: String) async throws(TableError) -> PreferencesRecord {
    try await table.get(PreferencesRecord.self, PreferencesRecord.key(user))
      ?? PreferencesRecord(userID: user)
  }

  /// Reads, changes and writes, again when somebody else was faster.
  func update(
    _ user: String,
    at epochSeconds: Int64,
    until deadline: Deadline?,
    _ change: (inout Preferences) -> Void
  ) async throws -> PreferencesRecord {
    try await retryingWrites(until: deadline) { () async throws -> PreferencesRecord? in
      var record = try await preferences(user)
      let version = record.version
      change(&record.preferences)
      record.updatedSeconds = epochSeconds
      do throws(TableError) {
        try await table.put(record.item(), if: .version(version))
        return record
      } catch {
        guard case .conditionFailed = error else { throw error }
        return nil
      }
    }
  }
}
