import NIOCore

/// Cuts a body into messages, wherever its chunks were split, and expands the compressed ones.
///
/// A message that lies in one chunk is handed on where it was received.
struct MessageDeframer {
  /// Nil when nothing is left: an empty buffer would cost the counting of references.
  private var partial: ByteBuffer?
  let messageBytesMax: Int
  /// What the head of this direction announced; set before its first message is taken.
  ///
  ///     server   `RequestHead.compression`
  ///     client   `Compression(head, range of grpc-encoding)`; nil there is INTERNAL, because the
  ///              server chose what the client had not offered
  var compression: Compression
  /// Whether the message that `next` gave last came compressed.
  private(set) var wasCompressed = false

  init(messageBytesMax: Int, compression: Compression = .identity) {
    self.messageBytesMax = messageBytesMax
    self.compression = compression
  }

  /// Bytes of a message that is not complete yet.
  var bufferedBytes: Int { partial?.readableBytes ?? 0 }

  /// Whether `next` has something to give or to throw.
  var hasNext: Bool {
    guard let (flag, length) = prefix else { return false }
    return !isAnnounced(flag) || length > messageBytesMax
      || bufferedBytes >= MessagePrefix.bytes + Int(length)
  }

  /// Whether a message may have the flag: 1, for compressed, needs an encoding.
  private func isAnnounced(_ flag: UInt8) -> Bool {
    flag == 0 || flag == 1 && compression != .identity
  }

  private var prefix: (flag: UInt8, length: UInt32)? {
    partial?.getMultipleIntegers(at: partial?.readerIndex ?? 0, as: (UInt8, UInt32).self)
  }

  mutating func append(_ chunk: consuming ByteBuffer) {
    guard chunk.readableBytes > 0 else { return }
    if partial?.writeBuffer(&chunk) != nil { return }
    partial = chunk
    if !hasNext { shrink() }
  }

  /// The rest may be long in coming: the first bytes must not keep all that was read with them, nor
  /// what was read and taken before them.
  @inline(never)
  private mutating func shrink() {
    partial = partial.map { ByteBuffer(bytes: $0.readableBytesView) }
  }

  /// Memory behind what is not complete.
  var storageBytes: Int { partial?.storageCapacity ?? 0 }

  /// Forgets what no message was made of.
  mutating func removeAll() { partial = nil }

  /// The next complete message, expanded and without its prefix.
  ///
  /// - Throws: what the call ends with. RESOURCE_EXHAUSTED: the message is too long, as it came or
  ///   expanded. INTERNAL: the flag is wrong, or the bytes are not in the announced encoding.
  mutating func next() throws(RPCError) -> ByteBuffer? {
    guard let (flag, length) = prefix else { return nil }
    guard isAnnounced(flag) else {
      throw flag == 1
        ? .internal("a message is marked as compressed, but no grpc-encoding was announced")
        : .internal("the compression flag of a message is \(flag), not 0 or 1")
    }
    guard length <= messageBytesMax else {
      throw .resourceExhausted("a message of \(length) bytes; at most \(messageBytesMax) are taken")
    }
    guard bufferedBytes >= MessagePrefix.bytes + Int(length) else { return nil }
    let message = take(Int(length))
    if partial != nil, !hasNext { shrink() }
    wasCompressed = flag == 1
    guard wasCompressed, let message else { return message }
    return try Inflater.expand(message, compression, messageBytesMax: messageBytesMax)
  }

  /// The first message, which is complete; the last one is handed on as it is.
  private mutating func take(_ length: Int) -> ByteBuffer? {
    partial?.moveReaderIndex(forwardBy: MessagePrefix.bytes)
    return bufferedBytes == length ? partial.take() : partial?.readSlice(length: length)
  }
}
