import AISuggestion
import CookingHistory
import Foundation
import IngredientValidator
import RatingHandler
import SQLiteTable
import ServiceKit
import SingleTable
import Testing

@Suite("The guard of the slices")
struct SliceGuardTests {
  static let wirings = [
    AISuggestionService.wiring(seed: { [] }), CookingHistoryService.wiring(),
    RatingHandlerService.wiring(), IngredientValidatorService.wiring(seed: { [] }),
  ]

  private typealias Attempt = (what: String, run: (any Table) async throws -> Void)

  /// Every way to read or write `foreign`, alone or beside a key of one's own.
  private static func attempts(_ foreign: Key, own: Key) -> [Attempt] {
    var attempts: [Attempt] = [
      ("get", { _ = try await $0.get(foreign) }),
      ("batchGet", { _ = try await $0.batchGet([own, foreign]) }),
      ("transactGet", { _ = try await $0.transactGet([own, foreign]) }),
      ("put", { try await $0.put(Item(foreign)) }),
      ("update", { try await $0.update(foreign, Update().set("x", 1)) }),
      ("delete", { try await $0.delete(foreign) }),
      ("batch put", { try await $0.batchWrite([.put(Item(own)), .put(Item(foreign))]) }),
      ("batch delete", { try await $0.batchWrite([.put(Item(own)), .delete(foreign)]) }),
      ("transact put", { try await $0.transactWrite([.put(Item(own)), .put(Item(foreign))]) }),
      (
        "transact update",
        { try await $0.transactWrite([.put(Item(own)), .update(foreign, Update().set("x", 1))]) }
      ),
      ("transact delete", { try await $0.transactWrite([.put(Item(own)), .delete(foreign)]) }),
      (
        "check", { try await $0.transactWrite([.put(Item(own)), .check(foreign, .itemNotExists)]) }
      ),
    ]
    for index in Index.allCases {
      attempts.append(
        ("query \(index)", { _ = try await $0.query(Query(index, partition: foreign.partition)) })
      )
    }
    for index in Index.secondary {
      var listed = Item(own)
      listed.setIndex(index, partition: foreign.partition, sort: "1")
      let item = listed
      let update = Update().setIndex(index, partition: foreign.partition, sort: "1")
      let path = AttributePath(index.partitionName)
      let sly = Update().setIfNotExists(path, .string(foreign.partition))
      attempts += [
        ("put into \(index)", { try await $0.put(item) }),
        ("batch put into \(index)", { try await $0.batchWrite([.put(item)]) }),
        ("transact put into \(index)", { try await $0.transactWrite([.put(item)]) }),
        ("update into \(index)", { try await $0.update(own, update) }),
        ("sly update into \(index)", { try await $0.transactWrite([.update(own, sly)]) }),
      ]
    }
    return attempts
  }

  @Test("keeps each service out of every other slice", arguments: wirings.map(\.name))
  func everyOtherSlice(_ service: String) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "guard-\(UUID().uuidString)"
    )
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }  // Left-overs fail no test.
    let table = try SQLiteTable(
      path: folder.appending(path: "table.sqlite").path,
      options: .init(synchronous: .normal)
    )
    defer { table.close() }
    let wiring = try #require(Self.wirings.first { $0.name == service })
    let slice = TableSlice(table, prefixes: wiring.slice)
    let own = Key(wiring.slice[0] + "own", "METADATA")
    var foreignPrefixes = Self.wirings.filter { $0.name != service }.flatMap(\.slice)
    #expect(foreignPrefixes.count >= 5)
    // Nobody's, and what only looks like one's own.
    foreignPrefixes += ["NOBODY#", wiring.slice[0].lowercased(), " " + wiring.slice[0]]
    for prefix in foreignPrefixes {
      let foreign = Key(prefix + "x", "METADATA")
      for attempt in Self.attempts(foreign, own: own) {
        await #expect(throws: TableError.outsideSlice(foreign.partition), "\(attempt.what)") {
          try await attempt.run(slice)
        }
      }
    }
    #expect(try await table.scan(after: nil).items.isEmpty, "nothing of it happened")
    for prefix in wiring.slice { try await slice.put(Item(Key(prefix + "x", "METADATA"))) }
    #expect(try await table.scan(after: nil).items.count == wiring.slice.count)
  }
}
