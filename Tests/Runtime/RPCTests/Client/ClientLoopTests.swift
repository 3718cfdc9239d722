import NIOCore
import NIOPosix
import Testing

@testable import RPC

@Suite struct ClientLoopTests {
  @Test(
    "what many woken tasks send leaves in portions, for the peer to begin with",
    arguments: [(1, 0), (16, 0), (17, 1), (64, 3)]
  )
  func portions(_ tasks: Int, _ before: Int) async throws {
    let eventLoop = MultiThreadedEventLoopGroup.singleton.next()
    let portions = try await eventLoop.submit {
      let loop = ClientLoop(
        eventLoop: eventLoop,
        target: Target(host: "127.0.0.1", port: 1),
        options: ClientChannelOptions(),
        tls: nil
      )
      for _ in 0..<tasks { loop.wake(Waiter()) }
      var portions = 0
      loop.wakeEnded { portions += 1 }
      return portions
    }.get()
    #expect(portions == before)
  }
}
