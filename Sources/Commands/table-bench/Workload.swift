import SQLiteTable
import SingleTable

enum Operation: String, Sendable {
  case get
  /// A page of 20 ratings of a recipe.
  case query
  /// A new rating.
  case put
  /// Adds to a number of a rating.
  case update
  /// A new rating, its recipe's totals, and a row of news.
  case transaction
}

/// Random operations, made before the clock starts.
struct Workload {
  private enum Call: Sendable {
    case get(Key)
    case query(Query)
    case put(Item)
    case update(Key, Update)
    case transaction([Write])
  }

  private static let pageItems = 20
  private let items: Int
  private var random: SplitMix

  init(items: Int, seed: UInt64) {
    self.items = items
    random = SplitMix(state: seed)
  }

  /// Nanoseconds that one operation took, all callers together.
  mutating func run(
    _ operation: Operation,
    on table: SQLiteTable,
    count: Int,
    callers: Int
  ) async throws -> Int64 {
    let parts = (0..<callers).map { _ in (0..<count / callers).map { _ in call(operation) } }
    let clock = ContinuousClock()
    let start = clock.now
    try await withThrowingTaskGroup(of: Void.self) { group in
      for part in parts {
        group.addTask {
          for call in part { try await Self.perform(call, on: table) }
        }
      }
      try await group.waitForAll()
    }
    let (seconds, attoseconds) = start.duration(to: clock.now).components
    return (seconds * 1_000_000_000 + attoseconds / 1_000_000_000) / Int64(count)
  }

  private static func perform(_ call: Call, on table: any Table) async throws {
    switch call {
    case .get(let key):
      let item = try await table.get(key)
      precondition(item != nil, "the item is there")
    case .query(let query):
      let page = try await table.query(query)
      precondition(page.items.count == pageItems, "the page is full")
    case .put(let item): try await table.put(item)
    case .update(let key, let update):
      try await table.update(key, update, returning: .none)
    case .transaction(let writes): try await table.transactWrite(writes)
    }
  }

  private mutating func call(_ operation: Operation) -> Call {
    switch operation {
    case .get: return .get(Ratings.key(Int(random.next() % UInt64(items))))
    case .query:
      let recipe = Int(random.next() % UInt64(items)) / Ratings.usersPerRecipe
      let query = Query(
        partition: Ratings.partition(recipe),
        sort: .beginsWith("USER#"),
        limit: Self.pageItems
      )
      return .query(query)
    case .put: return .put(newRating().item)
    case .update:
      return .update(
        Ratings.key(Int(random.next() % UInt64(items))),
        Update().add("stars", 1)
      )
    case .transaction:
      let (recipe, item) = newRating()
      let totals = Update().nextVersion().add("count", 1).add("sum", 5).add("stars5", 1)
      let shard = Int(random.next() % 8)
      let id = String(random.next(), radix: 16)
      return .transaction([
        .put(item, if: .itemNotExists),
        .update(Key(Ratings.partition(recipe), "STATS"), totals, if: .exists("approval")),
        .put(Ratings.news(shard, id)),
      ])
    }
  }

  private mutating func newRating() -> (recipe: Int, item: Item) {
    let user = "user-\(Ratings.padded(random.next() & 0xFF_FFFF_FFFF, 13))"
    let recipe = Int(random.next() % UInt64(items)) / Ratings.usersPerRecipe
    let key = Key(Ratings.partition(recipe), "USER#\(user)")
    return (recipe, Ratings.rating(key, user: user))
  }
}
