/// A call of any kind, as its loop sees it: something to send, to end, or to keep waiting.
protocol OutgoingCall: DeadlineHolder {
  var head: CallHead { get }
  /// Its place among the calls that wait for a connection; -1 when it is not there.
  var waitingIndex: Int { get set }

  /// Opens a stream; false when the connection takes none.
  func open(on connection: ClientConnection) -> Bool
  /// Ends the call from our side.
  func abandon(_ error: RPCError)
}

/// What a call says before its first message.
struct CallHead {
  let method: MethodDescriptor
  var metadata: Metadata
  let deadline: Deadline?
  let waitsForReady: Bool
  let compression: Compression
}
