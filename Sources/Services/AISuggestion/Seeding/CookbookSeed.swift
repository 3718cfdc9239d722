import Contracts
import PageTokens
import Protobuf
import ServiceKit
import SingleTable

/// Brings in the recipes that come with the product, once.
///
/// The digest of the seed is written last: a start that was broken off is repeated, and what is
/// already there just so is left alone. Ratings and approval of known recipes stay.
struct CookbookSeed: Sendable {
  /// Proto3 JSON, one `RecipeRecord` a line.
  let lines: [UInt8]

  /// Why the seed cannot be used; a mistake in the data that comes with the product.
  enum Failure: Error, Equatable {
    case malformed(line: Int, reason: String)
  }

  /// - Returns: nil when this seed is already in.
  func load(
    into store: RecipeStore,
    at epochSeconds: Int64
  ) async throws -> CookbookImport.Outcome? {
    let digest = fingerprint(of: lines)
    if try await store.seedDigest() == digest { return nil }
    let outcome = try await CookbookImport(store: store).load(
      Self.parse(lines),
      at: epochSeconds
    )
    try await store.write([RecipeStore.seeded(digest)])
    return outcome
  }

  static func parse(_ lines: [UInt8]) throws -> [RecipeRecord] {
    var records: [RecipeRecord] = []
    for (index, line) in lines.split(separator: UInt8(ascii: "\n")).enumerated() {
      do {
        let record = try RecipeRecord(json: Array(line))
        var list = FieldViolations()
        RecipeRules.check(record, into: &list)
        list.require(!record.id.isEmpty, "id", "is required")
        try list.throwIfAny()
        records.append(record)
      } catch { throw Failure.malformed(line: index + 1, reason: "\(error)") }
    }
    return records
  }
}
