import CNGHTTP2
package import NIOCore

/// What a session tells the connection's owner.
package protocol SessionDelegate: AnyObject {
  /// A request arrived. Whoever takes it sets `stream.handler`; a stream without one is reset.
  func accept(_ stream: Stream, head: HeaderFields)
  /// The peer's settings are known: a client may rely on them from here.
  func receiveSettings()
  /// The peer takes no further streams from us.
  func receiveGoAway(_ code: ErrorCode, debug: String)
  /// What was received has been understood, up to its last byte.
  func received()
  /// Something waits to be sent, outside of a read.
  func outputPending()
}

extension SessionDelegate {
  package func accept(_ stream: Stream, head: HeaderFields) {}
  package func receiveSettings() {}
  package func receiveGoAway(_ code: ErrorCode, debug: String) {}
  package func received() {}
}

/// One HTTP/2 connection: received bytes in, events and bytes to send out.
///
/// Does no I/O and reads no clock, so a test drives it with bytes alone. Confined to one event loop.
@safe package final class Session {
  package enum Role: Sendable { case server, client }

  package let role: Role
  package let limits: SessionLimits
  let names: FieldNames
  /// Released when the session ends, as it usually owns the session.
  package var delegate: (any SessionDelegate)?

  private let memory: SessionMemory
  private let held: HeldBytes
  /// Taken by readers and not yet given back to the connection's window: once for each read.
  var windowDebt = 0
  /// Most requests are too short to be given back to a stream's window at all.
  let streamDebtMax: Int
  /// nghttp2's session; nil once ended.
  var handle: OpaquePointer?
  package private(set) var streams: [Stream] = []
  var end: ConnectionEnd?

  // While bytes are being received.
  var isReceiving = false
  var input: ByteBuffer?
  var inputStart: UnsafeRawPointer?
  /// When the bytes being received were read.
  package private(set) var now: UInt64 = 0
  /// The header block being received; HTTP/2 sends one at a time.
  var block = HeaderFields()
  var budget: FrameBudget
  var pings: PingStrikes?
  var peerStreams = PeerStreams()
  var holding: Holding
  /// What the peer has told of itself.
  package internal(set) var hasPeerSettings = false
  /// The peer knows our limits.
  package internal(set) var hasAcknowledgedSettings = false
  var shutdown = Shutdown.none
  /// Requests of ours that wait until the peer allows another stream.
  var unsentRequests = 0

  /// How far a goodbye is; `noticed` counts the round trips since it was announced.
  enum Shutdown: Equatable { case none, noticed(Int), final }

  package init(
    role: Role,
    names: FieldNames,
    limits: SessionLimits = SessionLimits(),
    held: HeldBytes = HeldBytes(),
    memory: SessionMemory = SessionMemory(),
    at now: UInt64
  ) {
    self.role = role
    self.names = names
    self.limits = limits
    self.budget = FrameBudget(at: now)
    self.pings = limits.pingIntervalSecondsMin.map(PingStrikes.init)
    self.held = held
    self.holding = Holding(of: held)
    self.memory = memory
    self.streamDebtMax = min(16 << 10, limits.streamWindowBytes / 4)
    self.now = now
    open()
  }

  deinit {
    for stream in streams { stream.close() }
    if let handle = unsafe handle { unsafe nghttp2_session_del(handle) }
  }

  private func open() {
    let options = unsafe Library.options(limits)
    defer { unsafe nghttp2_option_del(options) }
    let me = unsafe Unmanaged.passUnretained(self).toOpaque()
    let create = unsafe role == .server ? nghttp2_session_server_new3 : nghttp2_session_client_new3
    var functions = unsafe memory.functions
    let status = unsafe create(&handle, Library.callbacks, me, options, &functions)
    precondition(status == 0, "nghttp2 has no memory for a session")
    submitSettings()
  }

  private func submitSettings() {
    var settings = [
      entry(NGHTTP2_SETTINGS_INITIAL_WINDOW_SIZE, limits.streamWindowBytes),
      entry(NGHTTP2_SETTINGS_MAX_HEADER_LIST_SIZE, limits.headerListBytesMax),
    ]
    if role == .server {
      settings.append(entry(NGHTTP2_SETTINGS_MAX_CONCURRENT_STREAMS, limits.streamsMax))
      // RFC 9113 §5.3.2: the old priority tree costs work and peers no longer rely on it.
      settings.append(nghttp2_settings_entry(settings_id: Self.noPriorities, value: 1))
    } else {
      settings.append(entry(NGHTTP2_SETTINGS_ENABLE_PUSH, 0))
    }
    unsafe nghttp2_submit_settings(
      handle,
      UInt8(NGHTTP2_FLAG_NONE.rawValue),
      settings,
      settings.count
    )
    unsafe nghttp2_session_set_local_window_size(
      handle,
      UInt8(NGHTTP2_FLAG_NONE.rawValue),
      0,
      Int32(clamping: limits.connectionWindowBytes)
    )
  }

  // SETTINGS_NO_RFC7540_PRIORITIES, RFC 9218 §2.1.
  private static let noPriorities: Int32 = 0x9

  private func entry(_ id: nghttp2_settings_id, _ value: Int) -> nghttp2_settings_entry {
    nghttp2_settings_entry(settings_id: Int32(id.rawValue), value: UInt32(clamping: value))
  }
}

// MARK: - Bytes

extension Session {
  /// Takes received bytes; handlers are called from within.
  package func receive(
    _ bytes: consuming ByteBuffer,
    at now: UInt64
  ) throws(ConnectionEnd) {
    guard let handle = unsafe handle else { return }
    self.now = now
    input = bytes
    isReceiving = true
    let taken = unsafe bytes.withUnsafeReadableBytes { bytes in
      unsafe inputStart = bytes.baseAddress
      return unsafe nghttp2_session_mem_recv(
        handle,
        bytes.baseAddress?.assumingMemoryBound(to: UInt8.self),
        bytes.count
      )
    }
    unsafe inputStart = nil
    input = nil
    delegate?.received()
    payWindowDebt()
    isReceiving = false
    if let end { throw end }
    if taken < 0 { throw fail(Library.explain(taken)) }
  }

  /// Writes what is to be sent; false when more is left than `flushBytesMax`.
  package func drain(into output: inout ByteBuffer) throws(ConnectionEnd) -> Bool {
    while output.readableBytes < limits.flushBytesMax {
      guard let handle = unsafe handle else { return true }
      var start: UnsafePointer<UInt8>?
      let count = unsafe nghttp2_session_mem_send(handle, &start)
      if count < 0 { throw fail(Library.explain(count)) }
      guard count > 0, let start = unsafe start else { return true }
      _ = unsafe output.writeBytes(UnsafeRawBufferPointer(start: start, count: count))
    }
    return false
  }

  private func fail(_ what: String) -> ConnectionEnd {
    let end = ConnectionEnd.protocolViolation(what)
    self.end = end
    return end
  }

  /// True when the conversation is over: everything is sent and nothing more will be read.
  package var isFinished: Bool {
    guard let handle = unsafe handle else { return true }
    return unsafe nghttp2_session_want_read(handle) == 0 && nghttp2_session_want_write(handle) == 0
  }

  /// Frames of ours that wait, window permitting; many of them mean a peer that asks and never reads.
  ///
  /// Requests beyond the peer's limit of streams are none of them: only what the peer sends ends
  /// streams and lets them go.
  package var queuedFrames: Int {
    guard let handle = unsafe handle else { return 0 }
    return unsafe nghttp2_session_get_outbound_queue_size(handle) - unsentRequests
  }

  /// Streams the peer allows us to have open at once.
  package var peerStreamsMax: Int {
    guard let handle = unsafe handle else { return 0 }
    return Int(
      unsafe nghttp2_session_get_remote_settings(handle, NGHTTP2_SETTINGS_MAX_CONCURRENT_STREAMS)
    )
  }

  /// When bytes came last.
  package var receivedAt: UInt64 { now }

  /// The connection is gone: every open stream learns why.
  package func close(_ reason: ConnectionEnd) {
    guard let closing = unsafe handle else { return }
    if end == nil { end = reason }
    unsafe handle = nil
    let open = streams
    streams = []
    holding.releaseAll()
    // First, so that what one hears of it may ask nothing more of another.
    for stream in open { stream.close() }
    for stream in open {
      let handler = stream.handler
      stream.handler = nil
      handler?.streamClosed(stream.wasNeverSent ? .refused : .connectionLost(reason))
    }
    delegate = nil
    unsafe nghttp2_session_del(closing)
  }
}

// MARK: - Streams

extension Session {
  func add(_ stream: consuming Stream) {
    stream.place = streams.count
    streams.append(stream)
  }

  func remove(_ stream: Stream) {
    let last = streams.removeLast()
    guard last !== stream else { return }
    last.place = stream.place
    streams[stream.place] = last
  }

  func respond(
    _ stream: Stream,
    _ head: PreparedFields,
    _ more: HeaderFields?,
    hasBody: Bool
  ) {
    unsafe head.withList(and: more) { list, count in
      if hasBody {
        var provider = unsafe bodyProvider(stream)
        _ = unsafe nghttp2_submit_response(handle, stream.id, list, count, &provider)
      } else {
        _ = unsafe nghttp2_submit_response(handle, stream.id, list, count, nil)
      }
    }
    wake()
  }

  /// Opens a stream; nil when this connection has none left.
  package func request(
    _ head: PreparedFields,
    _ more: HeaderFields,
    body: ByteChunk?,
    handler: any StreamHandler
  ) -> Stream? {
    guard let handle = unsafe handle, shutdown == .none else { return nil }
    let stream = Stream(id: 0, session: self)
    stream.handler = handler
    stream.wasNeverSent = true
    if let body {
      stream.outgoing.append(body)
      stream.outgoing.end(.plain)
      holding.add(body.count)
    }
    let id = unsafe head.withList(and: more) { list, count in
      var provider = unsafe bodyProvider(stream)
      return unsafe nghttp2_submit_request(
        handle,
        nil,
        list,
        count,
        &provider,
        Unmanaged.passUnretained(stream).toOpaque()
      )
    }
    guard id > 0 else {
      holding.add(-stream.queuedBytes)
      return nil
    }
    stream.id = id
    unsentRequests += 1
    add(stream)
    wake()
    return stream
  }

  func resume(_ stream: Stream) {
    guard stream.outgoing.isDeferred else { return }
    stream.outgoing.isDeferred = false
    _ = unsafe nghttp2_session_resume_data(handle, stream.id)
    wake()
  }

  func reset(_ stream: Stream, _ code: ErrorCode) {
    // Once: nghttp2 withdraws a request that has not gone out and would send the second for a stream
    // that the peer has never heard of.
    guard stream.resetLocally == nil else { return }
    stream.resetLocally = code
    _ = unsafe nghttp2_submit_rst_stream(
      handle,
      UInt8(NGHTTP2_FLAG_NONE.rawValue),
      stream.id,
      code.rawValue
    )
    wake()
  }

  func wake() {
    if !isReceiving { delegate?.outputPending() }
  }
}

// MARK: - Connection

extension Session {
  /// Bytes kept in memory for this connection: unread answers and unfinished requests.
  package var heldBytes: Int { holding.count }

  /// When the peer was last heard.
  package var lastReceivedAt: UInt64 { now }

  package var openStreams: Int { streams.count }

  /// Nothing is open and the last GOAWAY is said: the connection may be closed.
  package var isDrained: Bool { shutdown == .final && streams.isEmpty && queuedFrames == 0 }

  /// Ends the connection with an error code once what is queued has been sent.
  package func terminate(_ code: ErrorCode) {
    guard let handle = unsafe handle else { return }
    unsafe nghttp2_session_terminate_session(handle, code.rawValue)
    wake()
  }

  /// The same with words for the peer's log.
  func sayGoAway(_ code: ErrorCode, _ debug: StaticString) {
    unsafe nghttp2_submit_goaway(
      handle,
      UInt8(NGHTTP2_FLAG_NONE.rawValue),
      nghttp2_session_get_last_proc_stream_id(handle),
      code.rawValue,
      debug.utf8Start,
      debug.utf8CodeUnitCount
    )
  }

  /// Measures a round trip and keeps the connection alive.
  package func ping() {
    guard let handle = unsafe handle else { return }
    unsafe nghttp2_submit_ping(handle, UInt8(NGHTTP2_FLAG_NONE.rawValue), nil)
    wake()
  }
}

@available(*, unavailable) extension Session: Sendable {}
@available(*, unavailable) extension Stream: Sendable {}
