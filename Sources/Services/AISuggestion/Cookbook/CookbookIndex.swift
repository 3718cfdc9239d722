import Contracts
import VietnameseText

/// The approved recipes, in memory, best rated first; a value that is swapped whole.
struct CookbookIndex: Sendable {
  struct Entry: Sendable {
    let recipe: StoredRecipe
    let score: Int
    /// Titles and tags without case and marks, a space around every word.
    fileprivate let text: [UInt16]

    init(_ recipe: StoredRecipe) {
      self.recipe = recipe
      score = recipe.ratings.score
      let title = recipe.record.title ?? LocalizedText()
      var text = [FoldedName.space]
      for part in [title.vi, title.en] + recipe.record.tags {
        text += FoldedName(part).units
        text.append(FoldedName.space)
      }
      self.text = text
    }

    fileprivate var position: Position { Position(score: score, id: recipe.id) }
  }

  /// A place in the order: score, then id.
  struct Position: Sendable, Equatable {
    let score: Int
    let id: String

    static func precedes(_ left: Position, _ right: Position) -> Bool {
      left.score != right.score ? left.score > right.score : left.id < right.id
    }
  }

  struct Search: Sendable {
    var text = ""
    var method: CookingMethod = .unspecified
    var cuisine = ""
    var ingredientID = ""
  }

  private(set) var entries: [Entry] = []
  private var placeByID: [String: Int] = [:]

  init(_ recipes: some Sequence<StoredRecipe> = []) {
    entries = recipes.map(Entry.init).sorted { Position.precedes($0.position, $1.position) }
    reindex()
  }

  func recipe(_ id: String) -> StoredRecipe? {
    placeByID[id].map { entries[$0].recipe }
  }

  /// Takes over a recipe's new state: in when it is approved, else out.
  func updated(with recipe: StoredRecipe) -> CookbookIndex {
    var index = self
    if let place = index.placeByID[recipe.id] { index.entries.remove(at: place) }
    if recipe.approval == .approved {
      let entry = Entry(recipe)
      index.entries.insert(entry, at: index.place(after: entry.position))
    }
    index.reindex()
    return index
  }

  /// At most `count` entries that fit, and where the next page starts; nil after the last.
  func search(
    _ search: Search,
    after position: Position?,
    count: Int
  ) -> (entries: [Entry], next: Position?) {
    let words = Words(search.text)
    var found: [Entry] = []
    let start = position.map(place(after:)) ?? 0
    for entry in entries[start...] where Self.fits(entry, search, words) {
      if found.count == count { return (found, found.last?.position) }
      found.append(entry)
    }
    return (found, nil)
  }

  private static func fits(_ entry: Entry, _ search: Search, _ words: Words) -> Bool {
    let record = entry.recipe.record
    if search.method != .unspecified, record.method != search.method { return false }
    if !search.cuisine.isEmpty, record.cuisine != search.cuisine { return false }
    if !search.ingredientID.isEmpty,
      !record.ingredients.contains(where: { $0.ingredientId == search.ingredientID })
    {
      return false
    }
    return words.allSatisfy(entry.text)
  }

  private mutating func reindex() {
    placeByID = [:]
    placeByID.reserveCapacity(entries.count)
    for (place, entry) in entries.enumerated() { placeByID[entry.recipe.id] = place }
  }

  /// The first place whose entry comes after `position`.
  private func place(after position: Position) -> Int {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if Position.precedes(position, entries[middle].position) {
        high = middle
      } else {
        low = middle + 1
      }
    }
    return low
  }
}

/// What is looked for: each word begins a word of the text, in any order.
private struct Words {
  private var words: [[UInt16]] = []

  init(_ text: String) {
    for word in FoldedName(text).units.split(separator: FoldedName.space) {
      words.append([FoldedName.space] + word)
    }
  }

  func allSatisfy(_ text: [UInt16]) -> Bool {
    words.allSatisfy { Self.contains(text.span, $0.span) }
  }

  private static func contains(_ text: Span<UInt16>, _ part: Span<UInt16>) -> Bool {
    guard part.count <= text.count else { return false }
    for start in 0...(text.count - part.count) where text[start] == part[0] {
      var length = 1
      while length < part.count, text[start + length] == part[length] { length += 1 }
      if length == part.count { return true }
    }
    return false
  }
}
