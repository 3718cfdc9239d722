import RPC
import Testing

@testable import ServiceKit

@Suite("Work that outlives its call")
struct ShieldedTests {
  struct Broken: Error {}

  @Test("it is neither cancelled nor late with its call")
  func outlives() async throws {
    let served = ServerContext(method: MethodDescriptor(service: "a", name: "B"), deadline: .now)
    let seen = try await ServerContext.$current.withValue(served) {
      try await withThrowingTaskGroup(of: (isCancelled: Bool, context: ServerContext?).self) {
        group in
        group.cancelAll()
        group.addTask { try await shielded { (Task.isCancelled, ServerContext.current) } }
        return try #require(await group.next())
      }
    }
    #expect(!seen.isCancelled)
    #expect(seen.context?.method == served.method)
    let deadline = try #require(seen.context?.deadline)
    #expect(deadline > .now && deadline <= .after(Shield.time))
  }

  @Test("what it throws is thrown")
  func failure() async {
    await #expect(throws: Broken.self) { try await shielded { throw Broken() } }
  }
}
