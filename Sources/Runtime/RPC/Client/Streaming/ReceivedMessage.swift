package import NIOCore

/// A message of an answer before it is decoded.
package struct ReceivedMessage: Sendable {
  package let bytes: ByteBuffer
  package let wasCompressed: Bool
}
