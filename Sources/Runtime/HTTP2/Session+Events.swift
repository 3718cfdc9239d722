import CNGHTTP2
import NIOCore

/// What the callbacks found, decided and passed on.
extension Session {
  /// Judges what nghttp2 throws away without telling.
  func beginFrame(_ header: nghttp2_frame_hd) -> Int32 {
    let id = header.stream_id
    switch header.type {
    case FrameType.headers:
      guard role == .server else { return 0 }
      switch peerStreams.judge(id, isOpen: { unsafe stream(handle, id) != nil }) {
      case .isFine: return 0
      case .wasEnded: return refuse(.streamClosed, "frames on a stream that it had ended")
      case .wasSkipped: return refuse(.protocolError, "a stream below an earlier one")
      }
    case FrameType.priority where id == 0:
      // RFC 9113 §6.3.
      return refuse(.protocolError, "PRIORITY of no stream")
    case FrameType.priority, (FrameType.continuation + 1)...:
      return spend(.priority, "frames that mean nothing here")
    default:
      return 0
    }
  }

  /// Ends the connection for a broken rule.
  private func refuse(_ code: ErrorCode, _ what: String) -> Int32 {
    end = .protocolViolation(what)
    unsafe nghttp2_session_terminate_session(handle, code.rawValue)
    return NGHTTP2_ERR_CALLBACK_FAILURE.rawValue
  }

  func beginHeaders(_ frame: UnsafePointer<nghttp2_frame>) -> Int32 {
    block.removeAll()
    let header = unsafe frame.pointee.hd
    guard header.type == FrameType.headers,
      unsafe frame.pointee.headers.cat == NGHTTP2_HCAT_REQUEST
    else { return 0 }
    let stream = Stream(id: header.stream_id, session: self)
    let pointer = unsafe Unmanaged.passUnretained(stream).toOpaque()
    add(consume stream)
    peerStreams.opened(header.stream_id)
    return unsafe nghttp2_session_set_stream_user_data(handle, header.stream_id, pointer)
  }

  func receiveField(_ name: UnsafeRawBufferPointer, _ value: UnsafeRawBufferPointer) -> Int32 {
    let size = block.listBytes + name.count + value.count + 32
    guard size <= limits.headerListBytesMax else {
      block.leaveOut(name.count + value.count)
      // Indexed fields cost the peer one byte each: far over the limit the stream is reset, and of the
      // rest nothing is looked at.
      return size <= limits.headerListBytesMax * 4
        ? 0 : NGHTTP2_ERR_TEMPORAL_CALLBACK_FAILURE.rawValue
    }
    unsafe block.append(token: names.token(name), name: name, value: value)
    return 0
  }

  func receiveData(_ stream: Stream, _ bytes: UnsafeRawBufferPointer) {
    guard let handler = stream.handler else { return dropData(bytes.count) }
    budget.earn()
    stream.unconsumedBytes += bytes.count
    unsafe handler.receiveData(slice(bytes))
  }

  /// Nobody reads: the window must not shrink for the others.
  func dropData(_ count: Int) {
    budget.earn()
    _ = unsafe nghttp2_session_consume_connection(handle, count)
  }

  /// The bytes as a part of what was read from the socket, without a copy.
  private func slice(_ bytes: UnsafeRawBufferPointer) -> ByteBuffer {
    let offset = unsafe bytes.baseAddress.unsafelyUnwrapped - inputStart.unsafelyUnwrapped
    guard let input, let slice = input.getSlice(at: input.readerIndex + offset, length: bytes.count)
    else { return unsafe ByteBuffer(bytes: bytes) }
    return slice
  }

  func receiveFrame(_ frame: UnsafePointer<nghttp2_frame>) -> Int32 {
    let header = unsafe frame.pointee.hd
    let isEnd = header.flags & UInt8(NGHTTP2_FLAG_END_STREAM.rawValue) != 0
    let isAcknowledgement = header.flags & UInt8(NGHTTP2_FLAG_ACK.rawValue) != 0
    switch header.type {
    case FrameType.data:
      if isEnd {
        unsafe withStream(handle, header.stream_id) { stream in
          stream.hasReceivedEnd = true
          stream.handler?.receiveEnd(trailers: nil)
        }
      } else if header.length == 0 {
        return spend(.emptyData, "empty DATA frames")
      }
    case FrameType.headers:
      unsafe withStream(handle, header.stream_id) { receiveHeaders($0, isEnd: isEnd) }
    case FrameType.ping:
      if !isAcknowledgement { return receivePing() }
      pingAcknowledged()
    case FrameType.settings:
      return receiveSettings(isAcknowledgement: isAcknowledgement)
    case FrameType.windowUpdate:
      return spend(.windowUpdate, "WINDOW_UPDATE frames")
    case FrameType.reset:
      let code = unsafe ErrorCode(rawValue: frame.pointee.rst_stream.error_code)
      unsafe withStream(handle, header.stream_id) { $0.resetByPeer = code }
      if role == .server { return spend(.resetReceived, "RST_STREAM frames") }
    case FrameType.goAway:
      unsafe receiveGoAway(frame.pointee.goaway)
    default:
      break
    }
    return 0
  }

  private func receiveHeaders(_ stream: Stream, isEnd: Bool) {
    budget.earn()
    if isEnd { stream.hasReceivedEnd = true }
    if role == .server, !stream.hasFinalHead {
      stream.hasFinalHead = true
      // Moved out and in again: a block in hand costs no counting of references.
      var head = HeaderFields()
      swap(&head, &block)
      delegate?.accept(stream, head: head)
      swap(&head, &block)
      if stream.handler == nil, stream.isOpen, stream.resetLocally == nil {
        stream.reset(.refusedStream)
      }
      if isEnd { stream.handler?.receiveEnd(trailers: nil) }
    } else if role == .client, !stream.hasFinalHead {
      // 1xx: the true head follows.
      if let status = block.value(FieldNames.status), block.starts(status, with: "1") {
        return
      }
      stream.hasFinalHead = true
      stream.handler?.receiveHead(block)
      if isEnd { stream.handler?.receiveEnd(trailers: nil) }
    } else {
      stream.handler?.receiveEnd(trailers: block)
    }
  }

  private func receiveSettings(isAcknowledgement: Bool) -> Int32 {
    guard !isAcknowledgement else {
      hasAcknowledgedSettings = true
      return 0
    }
    hasPeerSettings = true
    delegate?.receiveSettings()
    return spend(.settings, "SETTINGS frames")
  }

  private func receivePing() -> Int32 {
    guard pings?.ping(at: now) != false else {
      end = .flooded("PING frames")
      // The words by which gRPC's clients know to ping less often.
      sayGoAway(.enhanceYourCalm, "too_many_pings")
      return NGHTTP2_ERR_CALLBACK_FAILURE.rawValue
    }
    return spend(.ping, "PING frames")
  }

  private func receiveGoAway(_ frame: nghttp2_goaway) {
    var debug = ""
    if let data = unsafe frame.opaque_data, unsafe frame.opaque_data_len > 0 {
      unsafe debug = String(
        decoding: UnsafeBufferPointer(start: data, count: min(frame.opaque_data_len, 256)),
        as: UTF8.self
      )
    }
    let code = unsafe ErrorCode(rawValue: frame.error_code)
    if role == .client { shutdown = .final }
    delegate?.receiveGoAway(code, debug: debug)
  }

  private func spend(_ kind: FrameBudget.Kind, _ what: String) -> Int32 {
    guard !budget.spend(kind, at: now) else { return 0 }
    end = .flooded(what)
    unsafe nghttp2_session_terminate_session(handle, ErrorCode.enhanceYourCalm.rawValue)
    return NGHTTP2_ERR_CALLBACK_FAILURE.rawValue
  }

  func frameSent(_ frame: UnsafePointer<nghttp2_frame>) -> Int32 {
    let header = unsafe frame.pointee.hd
    switch header.type {
    case FrameType.headers:
      if role == .client, let stream = unsafe stream(handle, header.stream_id) { noteSent(stream) }
      pings?.answered()
      endSent(header)
    case FrameType.data:
      // A peer that takes what we send owes us window updates, and measures by pings.
      budget.earn()
      pings?.answered()
      endSent(header)
    case FrameType.reset:
      // MadeYouReset: frames crafted so that we reset streams whose work goes on.
      let code = unsafe ErrorCode(rawValue: frame.pointee.rst_stream.error_code)
      guard role == .server, code.isProvoked else { break }
      if !budget.spend(.resetProvoked, at: now), end == nil {
        end = .flooded("frames that break streams")
        unsafe nghttp2_session_terminate_session(handle, ErrorCode.enhanceYourCalm.rawValue)
      }
    default:
      break
    }
    return 0
  }

  /// The head of a request has left: from here the peer may have begun its work.
  private func noteSent(_ stream: Stream) {
    guard stream.wasNeverSent else { return }
    stream.wasNeverSent = false
    unsentRequests -= 1
  }

  /// RFC 9113 §8.1: a server that answered before it heard everything asks for no more.
  private func endSent(_ header: nghttp2_frame_hd) {
    guard role == .server, header.flags & UInt8(NGHTTP2_FLAG_END_STREAM.rawValue) != 0,
      unsafe withStream(handle, header.stream_id, { !$0.hasReceivedEnd }) == true
    else { return }
    unsafe nghttp2_submit_rst_stream(
      handle,
      UInt8(NGHTTP2_FLAG_NONE.rawValue),
      header.stream_id,
      ErrorCode.noError.rawValue
    )
  }

  func frameNotSent(_ frame: UnsafePointer<nghttp2_frame>) {
    let header = unsafe frame.pointee.hd
    guard role == .client, header.type == FrameType.headers else { return }
    // nghttp2 opens no stream for a request it gave up, so no close callback follows.
    guard unsafe stream(handle, header.stream_id) == nil else { return }
    for stream in streams where stream.id == header.stream_id {
      streamClosed(stream, .refusedStream)
    }
  }

  func streamClosed(_ stream: Stream, _ code: ErrorCode) {
    guard stream.isOpen else { return }
    unsafe nghttp2_session_set_stream_user_data(handle, stream.id, nil)
    if stream.unconsumedBytes > 0 {
      _ = unsafe nghttp2_session_consume_connection(handle, stream.unconsumedBytes)
    }
    if stream.wasNeverSent { unsentRequests -= 1 }
    holding.add(-stream.queuedBytes - stream.keptBytes)
    if stream.hasReceivedEnd || stream.resetByPeer != nil { peerStreams.endedByPeer(stream.id) }
    stream.close()
    remove(stream)
    let closure = closure(stream, code)
    stream.handler.take()?.streamClosed(closure)
  }

  private func closure(_ stream: Stream, _ code: ErrorCode) -> StreamClosure {
    if let code = stream.resetLocally { return .resetLocally(code) }
    // RFC 9113 §8.7: REFUSED_STREAM, and ids above a GOAWAY's last, were not processed at all.
    if role == .client, code == .refusedStream || stream.wasNeverSent { return .refused }
    if let code = stream.resetByPeer { return .resetByPeer(code) }
    return code == .noError ? .finished : .resetLocally(code)
  }
}

extension ErrorCode {
  /// Codes with which nghttp2 answers a peer that broke a stream's rules.
  fileprivate var isProvoked: Bool {
    switch self {
    case .protocolError, .flowControlError, .streamClosed, .frameSizeError: true
    default: false
    }
  }
}
