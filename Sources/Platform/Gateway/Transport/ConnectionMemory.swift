import NIOCore
import NIOSSL

/// What one connection makes us keep: requests that it does not end, answers that it does not take.
///
/// Confined to the event loop of its connection.
final class ConnectionMemory {
  private(set) var heldBytes = 0
  private let bytesMax: Int
  private let loop: LoopState
  private let channel: any Channel

  init(of channel: any Channel, on loop: LoopState, bytesMax: Int) {
    self.bytesMax = bytesMax
    self.loop = loop
    self.channel = channel
  }

  /// It leaves room for more; what is over by then is one answer, or one read.
  var hasRoom: Bool { heldBytes < bytesMax }

  func hold(_ bytes: Int) {
    heldBytes += bytes
    loop.hold(bytes)
  }

  func release(_ bytes: Int) {
    heldBytes -= bytes
    loop.release(bytes)
  }

  /// Ends the connection at once; whoever held something gives it back.
  func close() {
    let pipeline = channel.pipeline.syncOperations
    // In cleartext there is none; TLS would keep everything until the client has said farewell.
    let tls = try? pipeline.context(handlerType: NIOSSLServerHandler.self)
    if let tls { tls.close(promise: nil) } else { channel.close(promise: nil) }
  }
}

extension HTTPFailure {
  /// The connection holds more than it may.
  static let outOfMemory = HTTPFailure.overloaded(
    "too many bytes of the connection wait: of unfinished requests, or of answers that are not read"
  )
}

@available(*, unavailable) extension ConnectionMemory: Sendable {}
