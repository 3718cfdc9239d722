package import NIOCore
import Synchronization

/// One end of a pipe.
package final class PipeChannel: Channel, ChannelCore, @unchecked Sendable {
  // SAFETY: `far` and `line` are set before the channel is handed out; the rest is confined to the event
  // loop, but for the two flags that anybody may ask for.

  package let eventLoop: any EventLoop
  package let allocator = ByteBufferAllocator()
  private let closePromise: EventLoopPromise<Void>
  private let active = Atomic(false)
  private let writable = Atomic(true)
  private lazy var line = ChannelPipeline(channel: self)
  /// The other end, until this one is closed.
  private var far: PipeChannel?

  // What arrived.
  private var inbox = CircularBuffer<ByteBuffer>()
  private var hasFarEnded = false
  private var isReadWanted = false
  private var isDelivering = false
  private var reads = true
  private var allowsHalfClosure = false

  // What leaves.
  private var pending: [(bytes: ByteBuffer, promise: EventLoopPromise<Void>?)] = []
  private var hasEnded = false
  /// Written and not read at the other end.
  private var unread = 0

  /// As of a socket: above the first no more should be written, below the second it may again.
  private static let highWaterBytes = 64 << 10
  private static let lowWaterBytes = 32 << 10

  init(on eventLoop: any EventLoop) {
    self.eventLoop = eventLoop
    closePromise = eventLoop.makePromise()
  }

  func join(_ other: PipeChannel) {
    far = other
    other.far = self
    _ = (line, other.line)
  }

  /// Both ends have their handlers.
  func begin() {
    line.fireChannelRegistered()
    active.store(true, ordering: .relaxed)
    line.fireChannelActive()
    if reads { line.read() }
  }

  // MARK: Channel

  package var closeFuture: EventLoopFuture<Void> { closePromise.futureResult }
  package var pipeline: ChannelPipeline { line }
  package var localAddress: SocketAddress? { nil }
  package var remoteAddress: SocketAddress? { nil }
  package var parent: (any Channel)? { nil }
  package var isWritable: Bool { writable.load(ordering: .relaxed) }
  package var isActive: Bool { active.load(ordering: .relaxed) }
  package var _channelCore: any ChannelCore { self }

  package func setOption<Option: ChannelOption>(
    _ option: Option,
    value: Option.Value
  ) -> EventLoopFuture<Void> {
    eventLoop.submit {
      switch value {
      case let value as Bool where option is ChannelOptions.Types.AutoReadOption:
        self.reads = value
        if value { self.line.read() }
      case let value as Bool where option is ChannelOptions.Types.AllowRemoteHalfClosureOption:
        self.allowsHalfClosure = value
      default: throw ChannelError.operationUnsupported
      }
    }
  }

  package func getOption<Option: ChannelOption>(
    _ option: Option
  ) -> EventLoopFuture<Option.Value> {
    eventLoop.makeFailedFuture(ChannelError.operationUnsupported)
  }
}

// MARK: - What leaves

extension PipeChannel {
  package func write0(_ data: NIOAny, promise: EventLoopPromise<Void>?) {
    guard isActive, !hasEnded else { return promise.fail(ChannelError.ioOnClosedChannel) }
    pending.append((unwrapData(data), promise))
  }

  package func flush0() {
    let leaving = pending
    pending = []
    for (bytes, promise) in leaving {
      send(bytes)
      promise?.succeed(())
    }
  }

  private func send(_ bytes: ByteBuffer) {
    guard let far, bytes.readableBytes > 0 else { return }
    unread += bytes.readableBytes
    if unread > Self.highWaterBytes { noteWritable(false) }
    far.eventLoop.execute { far.arrived(bytes) }
  }

  private func noteWritable(_ isWritable: Bool) {
    guard writable.exchange(isWritable, ordering: .relaxed) != isWritable else { return }
    line.fireChannelWritabilityChanged()
  }

  /// The other end has taken so many bytes.
  private func taken(_ count: Int) {
    unread -= count
    if unread < Self.lowWaterBytes, isActive { noteWritable(true) }
  }
}

// MARK: - What arrives

extension PipeChannel {
  private func arrived(_ bytes: ByteBuffer) {
    // What comes before this end is active waits for it.
    guard far != nil else { return }
    inbox.append(bytes)
    deliver()
  }

  private func farEnded() {
    hasFarEnded = true
    deliver()
  }

  package func read0() {
    isReadWanted = true
    deliver()
  }

  /// One piece for each read, as sockets are read here.
  private func deliver() {
    // A handler that reads from within a read is answered after it.
    guard isReadWanted, isActive, !isDelivering else { return }
    isDelivering = true
    defer { isDelivering = false }
    while isReadWanted, isActive, let bytes = inbox.popFirst() {
      isReadWanted = false
      if let far { far.eventLoop.execute { far.taken(bytes.readableBytes) } }
      line.fireChannelRead(bytes)
      line.fireChannelReadComplete()
      if reads { line.read() }
    }
    guard isReadWanted, isActive, hasFarEnded, inbox.isEmpty else { return }
    isReadWanted = false
    hasFarEnded = false
    if allowsHalfClosure {
      line.fireUserInboundEventTriggered(ChannelEvent.inputClosed)
    } else {
      close0(error: ChannelError.eof, mode: .all, promise: nil)
    }
  }
}

// MARK: - The end

extension PipeChannel {
  package func close0(error: any Error, mode: CloseMode, promise: EventLoopPromise<Void>?) {
    guard mode != .input else { return promise.fail(ChannelError.operationUnsupported) }
    guard far != nil, mode == .all || !hasEnded else {
      return promise.fail(ChannelError.alreadyClosed)
    }
    if !hasEnded {
      hasEnded = true
      if mode == .output { flush0() }
      if let far { far.eventLoop.execute { far.farEnded() } }
    }
    guard mode == .all else { return promise.succeed() }
    let wasActive = active.exchange(false, ordering: .relaxed)
    far = nil
    inbox.removeAll()
    for (_, promise) in pending { promise?.fail(error) }
    pending = []
    promise.succeed()
    if wasActive { line.fireChannelInactive() }
    line.fireChannelUnregistered()
    // What is still under way on this loop meets the handlers.
    eventLoop.execute {
      self.removeHandlers(pipeline: self.line)
      self.closePromise.succeed(())
    }
  }
}

// MARK: - What a pipe has no use for

extension PipeChannel {
  package func localAddress0() throws -> SocketAddress { throw ChannelError.unknownLocalAddress }
  package func remoteAddress0() throws -> SocketAddress { throw ChannelError.operationUnsupported }
  package func register0(promise: EventLoopPromise<Void>?) { promise.succeed() }
  package func registerAlreadyConfigured0(promise: EventLoopPromise<Void>?) { promise.succeed() }

  package func bind0(to: SocketAddress, promise: EventLoopPromise<Void>?) {
    promise.fail(ChannelError.operationUnsupported)
  }

  package func connect0(to: SocketAddress, promise: EventLoopPromise<Void>?) {
    promise.fail(ChannelError.operationUnsupported)
  }

  package func triggerUserOutboundEvent0(_ event: Any, promise: EventLoopPromise<Void>?) {
    promise.succeed()
  }

  package func channelRead0(_ data: NIOAny) {}
  package func errorCaught0(error: any Error) {}
}

extension EventLoopPromise<Void>? {
  fileprivate func succeed() { self?.succeed(()) }
  fileprivate func fail(_ error: any Error) { self?.fail(error) }
}
