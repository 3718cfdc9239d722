import NIOCore

/// The connections of a loop that have read or have something to say in one of its turns.
///
///     read, read, read --> understand, call, answer, for each --> write, write, write
///
/// Each step is done for all of them before the next begins, so that the kernel's code and ours, which
/// displace each other in the processor's caches, alternate twice in a turn instead of twice for each
/// connection. One that is alone, or that brings much to do, waits for nobody.
package final class LoopTurn {
  /// As much to do displaces the kernel's code anyway, and the first peers would only wait for answers.
  private static let unreadBytesMax = 512

  /// Where frames are gathered before a write.
  ///
  /// Once the socket has taken the bytes the memory is used again; until then the next writer gets
  /// memory of its own. Nil while a connection writes, which another may do from within.
  var output: ByteBuffer?

  /// All that are open on the loop.
  var connections = 0
  private var members: [ConnectionHandler] = []
  /// Those whose turn ends; its memory serves the next turn.
  private var leaving: [ConnectionHandler] = []
  private var unreadBytes = 0
  private var isScheduled = false
  private var isEnding = false

  package init() {}

  func add(_ member: ConnectionHandler) {
    members.append(member)
  }

  /// A member has read so many bytes.
  func read(_ bytes: Int) {
    unreadBytes += bytes
    if unreadBytes >= Self.unreadBytesMax { end() }
  }

  /// A member has read all that was there for it; others may follow.
  func readComplete(on loop: @autoclosure () -> any EventLoop) {
    if connections == 1, !isEnding { end() } else { schedule(on: loop()) }
  }

  /// Ends this turn once the loop has read all that is there now.
  func schedule(on loop: @autoclosure () -> any EventLoop) {
    guard !isScheduled, !members.isEmpty else { return }
    isScheduled = true
    let loop = loop()
    let bound = NIOLoopBound(self, eventLoop: loop)
    loop.execute {
      bound.value.isScheduled = false
      bound.value.end()
    }
  }

  private func end() {
    guard !members.isEmpty, !isEnding else { return }
    isEnding = true
    unreadBytes = 0
    let now = NIODeadline.now().uptimeNanoseconds
    // Who joins meanwhile has something to say alone.
    for member in members { member.understand(at: now) }
    // Who joins from here on, for what one of these says to it, has the next turn.
    swap(&members, &leaving)
    for member in leaving { member.endTurn(at: now) }
    leaving.removeAll(keepingCapacity: true)
    isEnding = false
  }
}

@available(*, unavailable) extension LoopTurn: Sendable {}
