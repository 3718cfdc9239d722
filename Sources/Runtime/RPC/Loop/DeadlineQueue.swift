import NIOCore

/// Something that ends at a moment unless it ends before.
protocol DeadlineHolder: AnyObject {
  /// Where the queue keeps it; -1 when it does not.
  var deadlineIndex: Int { get set }
  func deadlinePassed()
}

/// The deadlines of one event loop, behind a single timer.
///
/// A timer per call would cost a system call each; calls nearly always end long before their
/// deadline. A binary heap whose entries know their place, so that ended calls leave at once.
final class DeadlineQueue {
  private let loop: any EventLoop
  private var heap: [(moment: UInt64, holder: any DeadlineHolder)] = []
  private var armedFor: UInt64?
  private var timer: Scheduled<Void>?

  init(loop: any EventLoop) {
    self.loop = loop
  }

  var count: Int { heap.count }

  func insert(_ holder: any DeadlineHolder, _ deadline: Deadline) {
    holder.deadlineIndex = heap.count
    heap.append((deadline.uptimeNanoseconds, holder))
    rise(heap.count - 1)
    arm()
  }

  func remove(_ holder: any DeadlineHolder) {
    let index = holder.deadlineIndex
    guard index >= 0 else { return }
    holder.deadlineIndex = -1
    let last = heap.removeLast()
    guard index < heap.count else { return }
    put(last, index)
    rise(index)
    sink(last.holder.deadlineIndex)
  }

  /// Ends what is due; separate from the timer, so that a test may bring its own time.
  func expire(at now: UInt64) {
    while let first = heap.first, first.moment <= now {
      remove(first.holder)
      first.holder.deadlinePassed()
    }
  }

  private func arm() {
    guard let first = heap.first?.moment else { return }
    if let armedFor, armedFor <= first { return }
    timer?.cancel()
    armedFor = first
    let bound = NIOLoopBound(self, eventLoop: loop)
    timer = loop.scheduleTask(deadline: .uptimeNanoseconds(first)) {
      let queue = bound.value
      queue.armedFor = nil
      queue.expire(at: NIODeadline.now().uptimeNanoseconds)
      queue.arm()
    }
  }

  private func put(_ entry: (moment: UInt64, holder: any DeadlineHolder), _ index: Int) {
    heap[index] = entry
    entry.holder.deadlineIndex = index
  }

  private func rise(_ start: Int) {
    var index = start
    let entry = heap[index]
    while index > 0, heap[(index - 1) / 2].moment > entry.moment {
      put(heap[(index - 1) / 2], index)
      index = (index - 1) / 2
    }
    put(entry, index)
  }

  private func sink(_ start: Int) {
    var index = start
    let entry = heap[index]
    while true {
      var child = index * 2 + 1
      guard child < heap.count else { break }
      if child + 1 < heap.count, heap[child + 1].moment < heap[child].moment { child += 1 }
      guard heap[child].moment < entry.moment else { break }
      put(heap[child], index)
      index = child
    }
    put(entry, index)
  }
}

@available(*, unavailable) extension DeadlineQueue: Sendable {}
