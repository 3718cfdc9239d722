import Glibc
import NIOCore
import RPC

/// What the connections of one event loop share: no lock, no atomic on a request's way.
final class LoopState {
  let actor: LoopActor
  private var dateSecond = 0
  private var date = ""
  private var connections: [ObjectIdentifier: ConnectionMemory] = [:]
  /// What they make us keep.
  private(set) var heldBytes = 0
  /// This loop's part of `GatewayLimits.heldBytesMax`.
  private let heldBytesMax: Int
  private var isShedding = false

  init(loop: any EventLoop, heldBytesMax: Int) {
    actor = LoopActor.of(loop)
    self.heldBytesMax = heldBytesMax
  }

  /// The `date` header, made once a second.
  func currentDate() -> String {
    let second = time(nil)
    if second != dateSecond {
      dateSecond = second
      date = HTTPDate.text(second)
    }
    return date
  }
}

// MARK: - Memory

extension LoopState {
  func insert(_ connection: ConnectionMemory) {
    connections[ObjectIdentifier(connection)] = connection
  }

  func remove(_ connection: ConnectionMemory) {
    connections[ObjectIdentifier(connection)] = nil
  }

  func release(_ bytes: Int) { heldBytes -= bytes }

  func hold(_ bytes: Int) {
    heldBytes += bytes
    guard heldBytes > heldBytesMax, !isShedding else { return }
    isShedding = true
    let bound = NIOLoopBound(self, eventLoop: actor.loop)
    // Not from within a connection. What comes meanwhile is a turn's reads at most.
    actor.loop.execute { bound.value.shed() }
  }

  /// Ends the connections that make us keep the most, as long as all together make it too much.
  ///
  /// To refuse what comes instead would let a few that hold on to what they have lock out all others.
  private func shed() {
    isShedding = false
    var excess = heldBytes - heldBytesMax
    while excess > 0, let largest = connections.values.max(by: { $0.heldBytes < $1.heldBytes }),
      largest.heldBytes > 0
    {
      excess -= largest.heldBytes
      remove(largest)
      largest.close()
    }
  }
}

@available(*, unavailable) extension LoopState: Sendable {}
