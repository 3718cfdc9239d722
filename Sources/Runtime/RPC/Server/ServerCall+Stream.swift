package import HTTP2
package import NIOCore

// What the stream and the clock say to a call.

extension ServerCall: StreamHandler {
  package func receiveData(_ bytes: consuming ByteBuffer) {
    guard method.descriptor.kind.streamsRequests, !machine.isAnswered else {
      stream.consume(bytes.readableBytes)
      carryOut(machine.receive(bytes))
      if !stream.isEnding { machine.awaitEnd() }
      return countKept()
    }
    // The window of a stream is what its handler has not read, and so bounds what is kept.
    withheldBytes += bytes.readableBytes
    let action = machine.receive(bytes)
    if !machine.hasNext { giveBackWindow() }
    carryOut(action)
    countKept()
  }

  /// Counts what the connection makes us keep, and refuses a call that makes it too much.
  ///
  /// Flow control alone could leave many requests incomplete for good.
  private func countKept() {
    stream.keptBytes = machine.keptBytes
    if stream.keptBytes > 0, !loop.mayKeep(stream) { carryOut(machine.fail(.outOfMemory)) }
  }

  package func receiveEnd(trailers: HeaderFields?) {
    carryOut(machine.receiveEnd())
  }

  package func streamClosed(_ reason: StreamClosure) {
    carryOut(machine.streamClosed())
  }

  /// Not at once: this is said in the middle of writing frames.
  package func bodyDrained() {
    guard writer?.isWaiting == true else { return }
    loop.actor.loop.execute { self.writer?.wake(on: self.loop.actor) }
  }

  func giveBackWindow() {
    guard withheldBytes > 0 else { return }
    stream.consume(withheldBytes)
    withheldBytes = 0
  }
}

extension ServerCall: DeadlineHolder {
  func deadlinePassed() {
    carryOut(machine.deadlinePassed())
  }
}

extension ServerCall {
  /// The head is understood, and the call has its place.
  func begin() {
    carryOut(machine.begin())
    stream.keptBytes = machine.keptBytes
  }

  private func carryOut(_ action: ServerCallMachine.Action) {
    switch action {
    case .wait: break
    case .handle: start()
    case .wakeReader: wakeReader()
    case .answer(let error):
      stream.keptBytes = machine.keptBytes
      answer(error)
    case .answerAndCancel(let error):
      answer(error)
      cancelHandler()
    case .cancel:
      if deadlineIndex >= 0 { loop.deadlines.remove(self) }
      cancelHandler()
    }
  }

  private func start() {
    stream.keptBytes = 0
    // Counted here and not when the head came: a request that dribbles in runs nothing.
    guard loop.hasRoom else {
      _ = machine.handlerEnded()
      return answer(.overloaded)
    }
    loop.running += 1
    loop.enqueue(self)
  }
}
