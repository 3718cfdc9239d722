import NIOCore

extension ServerLoop {
  /// Looks at every connection once a second as long as there are any.
  ///
  /// One timer for all: the times that it watches over are seconds and minutes.
  func watch() {
    guard watcher == nil else { return }
    let bound = NIOLoopBound(self, eventLoop: actor.loop)
    let pace = TimeAmount.seconds(1)
    watcher = actor.loop.scheduleRepeatedTask(initialDelay: pace, delay: pace) { task in
      let loop = bound.value
      guard !loop.connections.isEmpty else {
        loop.watcher = nil
        return task.cancel()
      }
      let now = NIODeadline.now().uptimeNanoseconds
      for connection in Array(loop.connections.values) { connection.check(at: now) }
    }
  }
}
