import SingleTable
import Testing

@testable import CookingHistory

@Suite("A session")
struct SessionRecordTests {
  static func session(startedAt: Int64 = 1_000) -> SessionRecord {
    SessionRecord(
      user: "lan",
      id: "0197714a-0000-7000-8000-000000000000",
      recipeID: "pho-bo",
      recipeTitle: "Phở bò",
      snapshot: [1, 2],
      startedAt: startedAt
    )
  }

  @Test(
    "ends once, and as nothing else after that",
    arguments: [SessionRecord.Status.completed, .abandoned],
    [SessionRecord.Status.completed, .abandoned]
  )
  func endsOnce(first: SessionRecord.Status, second: SessionRecord.Status) throws {
    let ended = try Self.session().ended(as: first, at: 61_000)
    #expect(ended.status == first)
    #expect(throws: SessionHasEnded(status: first)) { try ended.ended(as: second, at: 99_000) }
  }

  @Test(
    "takes whole minutes, rounded down, never less than none",
    arguments: [
      (0, 0), (59_999, 0), (60_000, 1), (119_999, 1), (120_000, 2), (3_600_000, 60), (-5_000, 0),
    ] as [(Int64, Int)]
  )
  func minutes(passed: Int64, minutes: Int) throws {
    let session = Self.session(startedAt: 1_000_000)
    let ended = try session.ended(as: .completed, at: 1_000_000 + passed)
    #expect(ended.end == .init(at: 1_000_000 + max(passed, 0), minutes: minutes))
  }

  @Test("is read as it was stored", arguments: [SessionRecord.Status.cooking, .completed])
  func roundTrip(status: SessionRecord.Status) throws {
    var session = Self.session()
    if status != .cooking { session = try session.ended(as: status, at: 200_000) }
    #expect(try SessionRecord(ItemReader(session.item())) == session)
  }

  @Test("that is stored with a status nobody knows is refused")
  func unknownStatus() {
    var item = Self.session().item()
    item["status"] = "burnt"
    #expect(throws: TableError.self) { try SessionRecord(ItemReader(item)) }
  }
}
