import NIOCore

/// The loops of a gateway's group, each with its state.
struct LoopStates: Sendable {
  let states: [ObjectIdentifier: NIOLoopBoundBox<LoopState>]

  init(_ group: any EventLoopGroup, limits: GatewayLimits) {
    let loops = Array(group.makeIterator())
    // What one connection may hold must not be too much for the only one of a loop.
    let part = max(
      limits.heldBytesMax / max(1, loops.count),
      limits.heldBytesPerConnectionMax + limits.bodyBytesMax
    )
    states = Dictionary(
      uniqueKeysWithValues: loops.map { loop in
        let state = LoopState(loop: loop, heldBytesMax: part)
        return (ObjectIdentifier(loop), .makeBoxSendingValue(state, eventLoop: loop))
      }
    )
  }

  /// The state of this loop, which must be the current one.
  func state(of loop: any EventLoop) -> LoopState {
    guard let state = states[ObjectIdentifier(loop)] else {
      preconditionFailure("a listener hands connections to the loops of its group")
    }
    return state.value
  }
}
