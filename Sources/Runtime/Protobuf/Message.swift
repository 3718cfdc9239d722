/// A generated message: a plain value that protobuf-c reads and writes.
///
/// ```
/// bytes -> scan -> protobuf-c (arena) -> copy -> Swift value
/// Swift value -> fill (arena) -> protobuf-c -> bytes
/// ```
@usableFromInline
package protocol Message: Sendable, Equatable {
  /// Every field at its default.
  init()

  /// How this type is scanned, unpacked and packed.
  static var codec: MessageCodec { get }

  /// Copies the C struct that protobuf-c unpacked; generated.
  init(copying source: UnsafeRawPointer, _ copier: inout Copier)

  /// Fills the zeroed C struct at `target` with this value; generated.
  func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena)
}

extension Message {
  /// The declaration this type was generated from.
  package static var schema: MessageSchema { codec.schema }

  /// Decodes wire bytes.
  @inlinable
  package init(
    decoding bytes: UnsafeRawBufferPointer,
    limits: DecodeLimits = .standard
  ) throws(DecodeError) {
    self = try unsafe Self.codec.unpack(bytes, limits: limits) { (source, copier) in
      unsafe Self(copying: source, &copier)
    }
  }

  /// Decodes wire bytes.
  @inlinable
  package init(decoding bytes: [UInt8], limits: DecodeLimits = .standard) throws(DecodeError) {
    let decoded = unsafe bytes.withUnsafeBytes { buffer in
      Result { () throws(DecodeError) in try unsafe Self(decoding: buffer, limits: limits) }
    }
    self = try decoded.get()
  }

  /// Encodes into memory of the caller.
  ///
  /// Calls `allocate` once with the exact size and packs into the memory it returned.
  @inlinable
  package func encode<Failure: Error>(
    into allocate: (Int) throws(Failure) -> UnsafeMutableRawBufferPointer
  ) throws(Failure) {
    try unsafe Self.codec.pack(allocate) { (target, arena) in unsafe fill(target, &arena) }
  }

  /// The wire bytes.
  @inlinable
  package func encoded() -> [UInt8] {
    unsafe Self.codec.packed { (target, arena) in unsafe fill(target, &arena) }
  }
}
