import HTTP2
import NIOCore

/// What holds of a connection whatever bytes its peer sends: for a fuzzer, and for the seeds that one
/// has left.
///
///     input = how they come (1 byte) | what the peer sends after its preface and settings
///     how   = 1 bit: our role, server or client | 7 bits: bytes that come at once, 0 for all of them
package enum PeerBytes {
  /// The rule that `input` breaks; nil when all of them hold.
  package static func broken(by input: [UInt8]) -> String? {
    guard let how = input.first else { return nil }
    let role: Session.Role = how & 0x80 == 0 ? .server : .client
    let piece = how & 0x7f == 0 ? input.count : Int(how & 0x7f)
    return FuzzedConnection(role).run(input.dropFirst(), piece: piece)
  }
}
