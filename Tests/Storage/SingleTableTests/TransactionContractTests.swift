import SingleTable
import Testing
import TestTables

@Suite("Every table: transactions")
struct TransactionContractTests {
  private func key(_ number: Int) -> Key { Key("COOKING#lan", "SESSION#\(number)") }

  @Test("a transaction writes every kind at once", arguments: Backend.allCases)
  func everyKind(_ backend: Backend) async throws {
    let test = try await TestTable(backend)
    try await test.table.put(Item(key(2), ["n": 1]))
    try await test.table.put(Item(key(3)))
    try await test.table.put(Item(key(4), ["ok": true]))
    try await test.table.transactWrite([
      .put(Item(key(1), ["a": 1]), if: .itemNotExists),
      .update(key(2), Update().add("n", 1), if: .itemExists),
      .delete(key(3), if: .itemExists),
      .check(key(4), .equal("ok", true)),
      .update(key(5), Update().set("new", true)),
    ])
    let items = try await test.table.transactGet((1...5).map(key))
    #expect(
      items == [
        Item(key(1), ["a": 1]), Item(key(2), ["n": 2]), nil, Item(key(4), ["ok": true]),
        Item(key(5), ["new": true]),
      ]
    )
  }

  @Test("one failing condition among a hundred cancels all", arguments: Backend.allCases)
  func oneAmongMany(_ backend: Backend) async throws {
    let test = try await TestTable(backend)
    let taken = Item(key(57), ["by": "minh"])
    try await test.table.put(taken)
    let writes = (0..<100).map { Write.put(Item(key($0), ["by": "lan"]), if: .itemNotExists) }
    var reasons = [CancellationReason](repeating: .none, count: 100)
    reasons[57] = .conditionFailed(old: taken)
    await #expect(throws: TableError.transactionCancelled(reasons)) {
      try await test.table.transactWrite(writes)
    }
    let page = try await test.table.query(Query(partition: "COOKING#lan"))
    #expect(page.items == [taken])
  }

  // moto: see `MotoDeviation.transactionRules`.
  @Test("each failing write gives its own reason", arguments: [Backend.sqlite])
  func reasons(_ backend: Backend) async throws {
    let test = try await TestTable(backend)
    try await test.table.put(Item(key(1), ["n": "text"]))
    await #expect(
      throws: TableError.transactionCancelled([
        .validation("n: add needs a number"), .conditionFailed(old: nil), .none,
      ])
    ) {
      try await test.table.transactWrite([
        .update(key(1), Update().add("n", 1)), .delete(key(2), if: .itemExists),
        .put(Item(key(3))),
      ])
    }
    #expect(try await test.table.get(key(3)) == nil)
  }

  @Test("transactions outside the limits are refused", arguments: Backend.allCases)
  func limits(_ backend: Backend) async throws {
    let test = try await TestTable(backend)
    let many = (0...100).map { Write.put(Item(key($0))) }
    let wide = (0..<11).map {
      Write.put(Item(key($0), ["x": .binary([UInt8](repeating: 0, count: 400_000))]))
    }
    let refused: [([Write], String)] = [
      ([], "transaction: 1 to 100 writes"), (many, "transaction: 1 to 100 writes"),
      (
        [.put(Item(key(1))), .check(key(1), .itemExists)],
        "transaction: \(key(1)) is named twice"
      ),
      (wide, "transaction: at most 4194304 bytes"),
    ]
    for (writes, rule) in refused {
      await #expect(throws: TableError.validation(rule)) {
        try await test.table.transactWrite(writes)
      }
    }
    await #expect(throws: TableError.validation("transaction: 1 to 100 keys")) {
      try await test.table.transactGet([])
    }
  }

  @Test("money that moves between accounts stays the same in sum", arguments: Backend.allCases)
  func transfers(_ backend: Backend) async throws {
    let test = try await TestTable(backend)
    let accounts = (0..<5).map(key)
    for account in accounts { try await test.table.put(Item(account, ["balance": 20])) }
    let seed = UInt64.random(in: 0...UInt64.max)
    print("transfers: seed \(seed)")
    let transfers = Transfers(seed: seed)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for worker in 0..<8 {
        group.addTask {
          for (from, to, amount) in transfers.plan(worker) {
            do {
              try await test.table.transactWrite([
                .update(
                  accounts[from],
                  Update().add("balance", Number(-amount)),
                  if: .greaterOrEqual("balance", .int(amount))
                ),
                .update(accounts[to], Update().add("balance", Number(amount))),
              ])
            } catch TableError.transactionCancelled {
              continue  // not enough left on the account
            }
          }
        }
        group.addTask {
          // No reader sees money on its way.
          for _ in 0..<50 {
            let items = try await test.table.transactGet(accounts)
            let balances = items.compactMap { $0?["balance"]?.intValue }
            #expect(balances.reduce(0, +) == 100)
            #expect(balances.allSatisfy { $0 >= 0 })
          }
        }
      }
      try await group.waitForAll()
    }
  }

  private struct Transfers {
    let seed: UInt64

    func plan(_ worker: Int) -> [(from: Int, to: Int, amount: Int)] {
      var random = SeededRandom(seed: seed &+ UInt64(worker))
      return (0..<40).map { _ in
        let from = Int.random(in: 0..<5, using: &random)
        return (
          from, (from + Int.random(in: 1..<5, using: &random)) % 5,
          Int.random(in: 1...15, using: &random)
        )
      }
    }
  }
}
