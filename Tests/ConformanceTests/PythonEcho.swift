import Echo
import NIOCore
import NIOPosix
import NIOSSL
import RPC
import TestPrograms
import Testing

/// The echo that is served by grpcio, and a channel to it.
struct PythonEcho: Sendable {
  let program: Program
  let address: String
  let channel: ClientChannel
  var client: EchoClient { EchoClient(channel: channel) }

  static func run(
    _ options: [String] = [],
    tls: TLSConfiguration? = nil,
    group: any EventLoopGroup = .singletonMultiThreadedEventLoopGroup,
    _ body: (PythonEcho) async throws -> Void
  ) async throws {
    let program = try await Python.server("echo_server.py", options)
    let address = try program.address("echo")
    var channelOptions = ClientChannelOptions()
    channelOptions.tls = tls
    let channel = ClientChannel(
      target: try Target(parsing: address),
      group: group,
      options: channelOptions
    )
    let echo = PythonEcho(program: program, address: address, channel: channel)
    do {
      try await body(echo)
    } catch {
      await echo.end()
      throw error
    }
    await echo.end()
  }

  private func end() async {
    await channel.close()
    await program.killAtOnce()
  }

  /// The answer to one text.
  func ask(
    _ text: String,
    timeout: Duration = .seconds(20),
    waitsForReady: Bool = false
  ) async throws -> String {
    let options = CallOptions(timeout: timeout, waitsForReady: waitsForReady)
    return try await client.get(EchoRequest(text: text), options: options).text
  }

  /// The error that a call with this text must end with.
  func error(
    _ text: String,
    timeout: Duration = .seconds(20),
    metadata: Metadata = Metadata()
  ) async throws -> RPCError {
    let options = CallOptions(timeout: timeout, metadata: metadata)
    return try await #require(throws: RPCError.self) {
      try await client.get(EchoRequest(text: text), options: options)
    }
  }

  /// Asks again until the answer is the wanted one; answers the last.
  func eventually(_ text: String, _ wanted: String) async throws -> String {
    let end = ContinuousClock.now.advanced(by: .seconds(20))
    var answer = try await ask(text)
    while answer != wanted, ContinuousClock.now < end { answer = try await ask(text) }
    return answer
  }

  /// 64 callers, each with so many calls one after the other.
  func manyAtOnce(rounds: Int) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for caller in 0..<64 {
        group.addTask {
          for round in 0..<rounds {
            let text = "call \(caller).\(round)"
            let answer = try await ask(text)
            #expect(answer == text)
          }
        }
      }
      try await group.waitForAll()
    }
  }
}
