import Contracts
import ServiceKit
import SingleTable

/// What is kept of a user, to be told or forgotten.
///
/// | asked | answered by |
/// |---|---|
/// | a user's recipes, whatever their approval | GSI2 `RECIPE#AUTHOR#<user>` / `<created>` |
/// | forget a recipe's author | `RECIPE#<id>` / `METADATA`, if its version holds |
/// | forget the rest | delete `SUGGESTION#<user>`, `PREFERENCES#<user>`, `QUOTA#<user>`, and the keys of `RECIPE#AUTHOR#<user>` |
struct PrivacyStore: Sendable {
  let table: any Table

  /// A page of the recipes that a user wrote or had generated, the oldest first.
  func recipes(of user: String, from startKey: StartKey?) async throws(TableError) -> Page {
    try await table.query(
      Query(
        .gsi2,
        partition: StoredRecipe.authorPartition(user),
        limit: Limits.recipesOfAuthorAtOnce,
        startKey: startKey
      )
    )
  }

  /// Puts a placeholder in the place of a user, in every recipe of until then, in milliseconds.
  ///
  /// - Returns: the recipes as they are stored now.
  func forgetAuthor(_ user: String, until: Int64) async throws -> [StoredRecipe] {
    var forgotten: [StoredRecipe] = []
    var startKey: StartKey?
    repeat {
      let page = try await recipes(of: user, from: startKey)
      for recipe in try page.records(StoredRecipe.self)
      where recipe.createdSeconds <= until / 1_000 {
        if let recipe = try await forgetAuthor(user, of: recipe.id) { forgotten.append(recipe) }
      }
      startKey = page.lastKey
    } while startKey != nil
    return forgotten
  }

  /// Nil when the recipe names somebody else by now.
  private func forgetAuthor(_ user: String, of id: String) async throws -> StoredRecipe? {
    try await retryingWrites(until: nil) { () async throws -> StoredRecipe?? in
      guard let old = try await table.get(StoredRecipe.self, StoredRecipe.key(id)),
        old.authorID == user
      else { return .some(nil) }
      var new = old
      new.authorID = StoredRecipe.forgottenAuthor
      var writes = RecipeStore.writes(from: old, to: new)
      if new.approval == .approved { writes.append(RecipeStore.cookbookChanged) }
      guard try await table.wroteUnchanged(writes) else { return .none }
      new.version = (old.version ?? 0) + 1
      return .some(new)
    }
  }

  /// Deletes everything else that names the user.
  func forget(_ user: String) async throws(TableError) {
    for partition in [
      SuggestionRecord.partition(user), PreferencesRecord.key(user).partition,
      SuggestionStore.quotaPartition(user), StoredRecipe.authorPartition(user),
    ] {
      try await table.deletePartition(partition)
    }
  }
}
