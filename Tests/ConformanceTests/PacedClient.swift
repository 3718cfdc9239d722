import Echo
import NIOCore
import NIOPosix
import RPC
import Synchronization

/// Our client as it comes, which sends at its pace, whether or not it is answered.
enum PacedClient {
  /// What its calls heard: how often each server's name, and what they failed with.
  struct Answers: Sendable {
    var names: [String: Int] = [:]
    var failures: [RPCError] = []
  }

  private final class Tally: Sendable {
    let answers = Mutex(Answers())
  }

  private static let callsPerSecond = 500
  /// Calls that the second server answers before the client is content.
  static let callsAfter = 500
  /// Of grpcio beside it, to start, to stop the first server, and to be content too.
  private static let secondsMax = 60

  /// Calls the first of the servers, and the other once that one has gone.
  static func run(_ hosts: [EchoHost]) async throws -> Answers? {
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    let channel = ClientChannel(
      target: try Target(parsing: "ipv4:" + hosts.map(\.target).joined(separator: ",")),
      group: group
    )
    let tally = Tally()
    let echo = EchoClient(channel: channel)
    await withTaskGroup { calls in
      let start = ContinuousClock.now
      for number in 1...callsPerSecond * secondsMax {
        calls.addTask { await call(echo, tally) }
        let isContent = tally.answers.withLock { answers in
          answers.names["staying", default: 0] >= callsAfter || answers.failures.count >= 10
        }
        if isContent { break }
        // Cancelled, it sends without its pace and ends all the sooner.
        try? await ContinuousClock().sleep(
          until: start + .seconds(1) * number / callsPerSecond
        )
      }
    }
    await channel.close()
    try await group.shutdownGracefully()
    return tally.answers.withLock { $0 }
  }

  private static func call(_ echo: EchoClient, _ tally: Tally) async {
    do {
      let options = CallOptions(timeout: .seconds(20))
      let name = try await echo.get(EchoRequest(text: "name"), options: options).text
      tally.answers.withLock { $0.names[name, default: 0] += 1 }
    } catch {
      tally.answers.withLock { $0.failures.append(RPCError(from: error)) }
    }
  }
}
