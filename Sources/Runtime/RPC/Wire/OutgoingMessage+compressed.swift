import HTTP2

extension OutgoingMessage {
  /// The same message in an encoding, under the flag that says so; itself when that is not shorter.
  ///
  /// A step of its own between writing a message and sending it, so that each message of a call goes
  /// compressed or not as its sender asks. The encoding must be the one announced in the head of this
  /// direction, and one that the peer takes:
  ///
  ///     server   Compression.Accepted of the request's grpc-accept-encoding takes it, and the
  ///              response began with `WireFields.responseHead(it, ...)`
  ///     client   the request began with grpc-encoding of this name; a server that does not know it
  ///              answers UNIMPLEMENTED
  package func compressed(_ compression: Compression) -> OutgoingMessage {
    let payload = unsafe payload
    guard compression != .identity, payload.count > 1 else { return self }
    return unsafe withUnsafeTemporaryAllocation(
      byteCount: payload.count - 1,
      alignment: 1
    ) { scratch in
      guard
        let count = unsafe Deflater.compress(
          UnsafeRawBufferPointer(payload),
          compression,
          into: scratch
        )
      else { return self }
      let message = OutgoingMessage(count: count)
      unsafe message.payload.copyMemory(from: UnsafeRawBufferPointer(rebasing: scratch[..<count]))
      unsafe MessagePrefix.write(count: count, isCompressed: true, into: message.chunk.bytes)
      return message
    }
  }

  package var isCompressed: Bool { unsafe chunk.bytes[0] == 1 }
}
