/// What a caller may say about one call.
package struct CallOptions: Sendable {
  /// Time the call may take; without it the deadline of the call being served is inherited.
  ///
  /// When both are there the earlier wins.
  package var timeout: Duration?
  package var metadata: Metadata
  /// Waits for a connection until the deadline, instead of failing when none can be made.
  package var waitsForReady: Bool
  /// How the messages of the request are compressed; those that get no shorter are not.
  ///
  /// A server that does not know it answers UNIMPLEMENTED. Answers come as the server likes.
  package var compression: Compression

  package init(
    timeout: Duration? = nil,
    metadata: Metadata = Metadata(),
    waitsForReady: Bool = false,
    compression: Compression = .identity
  ) {
    self.timeout = timeout
    self.metadata = metadata
    self.waitsForReady = waitsForReady
    self.compression = compression
  }
}
