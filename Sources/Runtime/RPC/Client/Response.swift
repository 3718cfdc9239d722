/// The answer to a unary call, with what came around it.
package struct Response<Value: Sendable>: Sendable {
  package var message: Value
  /// Headers of the response.
  package var metadata: Metadata
  package var trailingMetadata: Metadata
  /// Whether the message came compressed.
  package var wasCompressed: Bool

  package init(
    message: Value,
    metadata: Metadata,
    trailingMetadata: Metadata,
    wasCompressed: Bool = false
  ) {
    self.message = message
    self.metadata = metadata
    self.trailingMetadata = trailingMetadata
    self.wasCompressed = wasCompressed
  }
}
