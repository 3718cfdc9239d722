import Echo
import Foundation
import NIOCore
import NIOPosix
import RPC

/// The load of benchmarks: calls of `echo.Echo` and `echo.Words` from one event loop.
///
/// Prints how many calls or messages there were and in how many seconds, without the first tenth.
struct EchoLoad {
  enum Kind: String {
    /// Calls, so many of them under way.
    case unary
    /// Messages of server streams, one stream at a time.
    case stream
    /// Messages of one call, each answered before the next.
    case pingpong
  }

  private static let text = String(repeating: "a", count: 30)
  /// Of one server stream: their text stays within the largest message.
  private static let wordsMax = 100_000

  let channel: ClientChannel

  func run(
    _ kind: Kind,
    _ count: Int,
    inFlight: Int,
    on loop: isolated LoopActor
  ) async throws -> Int {
    switch kind {
    case .unary: try await unary(count, inFlight: inFlight, on: loop)
    case .stream: try await stream(count)
    case .pingpong: try await pingPong(count)
    }
  }

  private func unary(_ count: Int, inFlight: Int, on loop: isolated LoopActor) async throws -> Int {
    let share = max(1, count / inFlight)
    try await withThrowingTaskGroup(of: Void.self) { callers in
      for _ in 0..<inFlight { callers.addTask { try await self.calls(share, on: loop) } }
      try await callers.waitForAll()
    }
    return share * inFlight
  }

  private func calls(_ count: Int, on loop: isolated LoopActor) async throws {
    let echo = EchoClient(channel: channel)
    for _ in 0..<count { _ = try await echo.get(EchoRequest(text: Self.text)) }
  }

  private func stream(_ count: Int) async throws -> Int {
    let words = WordsClient(channel: channel)
    let length = min(count, Self.wordsMax)
    let text = Array(repeating: Self.text, count: length).joined(separator: " ")
    var heard = 0
    while heard < count {
      for try await _ in words.split(EchoRequest(text: text)) { heard += 1 }
    }
    return heard
  }

  private func pingPong(_ count: Int) async throws -> Int {
    let call = WordsClient(channel: channel).chat()
    var answers = call.responses.makeAsyncIterator()
    for _ in 0..<count {
      try await call.write(EchoRequest(text: Self.text))
      _ = try await answers.next()
    }
    call.finish()
    return count
  }
}

let words = CommandLine.arguments.dropFirst()
guard words.count >= 3, let port = words.first.flatMap({ Int($0) }),
  let kind = words.dropFirst().first.flatMap(EchoLoad.Kind.init),
  let count = words.dropFirst(2).first.flatMap({ Int($0) })
else {
  print("usage: echo-client PORT unary|stream|pingpong COUNT [IN_FLIGHT]")
  exit(2)
}
let inFlight = words.dropFirst(3).first.flatMap { Int($0) } ?? 64
let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
let channel = ClientChannel(target: Target(host: "127.0.0.1", port: port), group: group)
let load = EchoLoad(channel: channel)
let loop = LoopActor.of(group.next())
_ = try await load.run(kind, max(1, count / 10), inFlight: inFlight, on: loop)
let start = ContinuousClock.now
let done = try await load.run(kind, count, inFlight: inFlight, on: loop)
let seconds = (ContinuousClock.now - start) / .seconds(1)
print("\(done) in \(seconds)")
