/// The answer to a unary call, with what came around it.
package struct Response<Value: Sendable>: Sendable {
  package var message: Value
  /// Headers of the response.
  package var metadata: Metadata
  package var trailingMetadata: Metadata

  package init(message: Value, metadata: Metadata, trailingMetadata: Metadata) {
    self.message = message
    self.metadata = metadata
    self.trailingMetadata = trailingMetadata
  }
}
