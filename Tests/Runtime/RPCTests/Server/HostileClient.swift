import NIOCore
import NIOPosix
import Synchronization

/// Clients that send a dose of bytes again and again, and come back when they are thrown out.
///
/// Paced by a timer, so that what is measured is what the server makes of the bytes, not who gets the
/// machine. A dose comes for so many calls of the honest client: a slow machine is slow for both.
final class HostileClients: Sendable {
  /// Bytes of a connection's dose, by its number; streams go on where the last dose ended.
  typealias Dose = @Sendable (Int) -> [UInt8]

  private let address: SocketAddress
  private let opening: [UInt8]
  private let dose: Dose
  private let reads: Bool
  private let loop: any EventLoop
  private let state = Mutex(State())

  private struct State {
    var channels: [Int: any Channel] = [:]
    var isOver = false
    var pace = TimeAmount.milliseconds(20)
  }

  /// Says so each time the server has ended a connection.
  private let ends = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))

  private static let count = 4
  /// Calls of the honest client for each dose of one connection.
  private static let callsPerDose = 200.0

  init(
    port: Int,
    on loop: any EventLoop,
    opening: [UInt8],
    reads: Bool,
    dose: @escaping Dose
  ) throws {
    address = try SocketAddress(ipAddress: "127.0.0.1", port: port)
    self.loop = loop
    self.opening = opening
    self.reads = reads
    self.dose = dose
  }

  /// Attacks until the server has ended a connection.
  func attackUntilEnded() async {
    start(besideRate: 10_000)
    for await _ in ends.stream { break }
    await stop()
  }

  /// Attacks beside an honest client that makes so many calls a second when it is alone.
  func start(besideRate rate: Double) {
    state.withLock { state in
      state.isOver = false
      state.pace = .nanoseconds(Int64(Self.callsPerDose / rate * 1e9))
    }
    for number in 0..<Self.count { connect(number) }
  }

  func stop() async {
    let open = state.withLock { state in
      state.isOver = true
      return Array(state.channels.values)
    }
    // The server may have closed it.
    for channel in open { try? await channel.close() }
  }

  private var isOver: Bool { state.withLock { $0.isOver } }
  private var pace: TimeAmount { state.withLock { $0.pace } }

  private func connect(_ number: Int) {
    guard !isOver else { return }
    ClientBootstrap(group: loop)
      .channelOption(.autoRead, value: reads)
      .connect(to: address)
      .whenComplete { result in
        switch result {
        case .success(let channel): self.attack(channel, number)
        case .failure: self.again(number)
        }
      }
  }

  private func again(_ number: Int) {
    guard !isOver else { return }
    loop.scheduleTask(in: pace) { self.connect(number) }
  }

  private func attack(_ channel: any Channel, _ number: Int) {
    guard !isOver else { return channel.close(promise: nil) }
    state.withLock { $0.channels[number] = channel }
    channel.writeAndFlush(ByteBuffer(bytes: opening), promise: nil)
    let turns = Mutex(0)
    let timer = loop.scheduleRepeatedTask(initialDelay: .zero, delay: pace) { _ in
      guard channel.isWritable else { return }
      let turn = turns.withLock { turn in
        defer { turn += 1 }
        return turn
      }
      channel.writeAndFlush(ByteBuffer(bytes: self.dose(turn)), promise: nil)
    }
    channel.closeFuture.whenComplete { _ in
      timer.cancel()
      self.state.withLock { $0.channels[number] = nil }
      if !self.isOver { self.ends.continuation.yield() }
      self.again(number)
    }
  }
}
