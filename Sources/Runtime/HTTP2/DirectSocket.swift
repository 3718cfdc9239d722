import Glibc
import NIOCore

/// The socket of a channel, for what the kernel takes at once.
///
/// The channel's own way of a write keeps promises, counts what waits and asks to be told of room: a tenth
/// of a short call's work, and for nothing when the socket has room, as it nearly always has.
struct DirectSocket {
  private let descriptor: NIOBSDSocket.Handle

  /// Nil for a channel that has no socket.
  init?(of channel: any Channel) {
    // A socket that is closed already needs no bytes.
    let descriptor = try? channel.pipeline.syncOperations
      .withUnsafeTransportIfAvailable(of: NIOBSDSocket.Handle.self) { $0 }
    guard let descriptor else { return nil }
    self.descriptor = descriptor
  }

  /// Sends what the socket takes now and moves the reader's index past it.
  ///
  /// Only while the channel is active, for a closed one's number may be another's by now, and has
  /// nothing to send itself. What is wrong with the socket the channel learns from the rest.
  func send(_ bytes: inout ByteBuffer) {
    while true {
      let sent = unsafe bytes.withUnsafeReadableBytes { bytes in
        unsafe Glibc.send(descriptor, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
      }
      if sent < 0, errno == EINTR { continue }
      bytes.moveReaderIndex(forwardBy: max(0, sent))
      return
    }
  }
}
