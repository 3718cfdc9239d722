import Glibc
import RPC

/// What a connection has of its event loop.
final class LoopState {
  let actor: LoopActor
  private var dateSecond = 0
  private var date = ""

  init(actor: LoopActor) {
    self.actor = actor
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

@available(*, unavailable) extension LoopState: Sendable {}
