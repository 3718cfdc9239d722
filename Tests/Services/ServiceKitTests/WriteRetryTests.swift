import RPC
import SingleTable
import Synchronization
import Testing

@testable import ServiceKit

@Suite("Writes against others")
struct WriteRetryTests {
  @Test(
    "pauses double from what a try takes, up to a fifth of a second or four tries",
    arguments: [
      (1, 0, 500), (2, 0, 1_000), (3, 0, 2_000), (9, 0, 128_000), (10, 0, 200_000),
      (1_000, 0, 200_000), (1, 20_000, 20_000), (3, 20_000, 80_000), (5, 20_000, 200_000),
      (1, 1_000_000, 1_000_000), (2, 1_000_000, 2_000_000), (9, 1_000_000, 4_000_000),
    ]
  )
  func pauses(tries: Int, tookMicroseconds: Int, pauseMicroseconds: Int) {
    let pause = WriteRetry.pauseMax(
      afterAttempts: tries,
      lastTook: .microseconds(tookMicroseconds)
    )
    #expect(pause == .microseconds(pauseMicroseconds))
  }

  @Test("a lost try and a conflict are tried again")
  func again() async throws {
    let tries = Mutex(0)
    let value = try await retryingWrites(until: nil) {
      () async throws -> String? in
      switch tries.withLock({
        $0 += 1
        return $0
      }) {
      case 1: return nil
      case 2: throw TableError.transactionConflict
      case 3: throw TableError.transactionCancelled([.none, .transactionConflict])
      default: return "written"
      }
    }
    #expect(value == "written")
    #expect(tries.withLock { $0 } == 4)
  }

  @Test(
    "any other error ends it at once",
    arguments: [
      TableError.validation("no"), .conditionFailed(old: nil),
      .transactionCancelled([.conditionFailed(old: nil), .transactionConflict]),
      .unavailable(stage: "commit", reason: "disk full"),
    ]
  )
  func otherErrors(error: TableError) async {
    let tries = Mutex(0)
    await #expect(throws: error) {
      try await retryingWrites(until: nil) { () async throws -> Int? in
        tries.withLock { $0 += 1 }
        throw error
      }
    }
    #expect(tries.withLock { $0 } == 1)
  }

  @Test("no try begins after the deadline, and the caller learns what stood in the way")
  func deadline() async {
    let tries = Mutex(0)
    await #expect(throws: TableError.throttled(stage: "write")) {
      try await retryingWrites(until: .now) { () async throws -> Int? in
        tries.withLock { $0 += 1 }
        throw TableError.throttled(stage: "write")
      }
    }
    #expect(tries.withLock { $0 } == 1)
  }
}
