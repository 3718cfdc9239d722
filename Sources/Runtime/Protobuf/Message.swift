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

  // The two below have one implementation, but as requirements each type brings its own
  // specialised copy of it, which generic code in another module then calls.

  /// Decodes wire bytes.
  init(decoding bytes: UnsafeRawBufferPointer, limits: DecodeLimits) throws(DecodeError)

  /// Encodes into memory of the caller.
  ///
  /// Calls `allocate` once with the exact size and packs into the memory it returned.
  func encode(into allocate: (Int) -> UnsafeMutableRawBufferPointer)
}

extension Message {
  /// The declaration this type was generated from.
  package static var schema: MessageSchema { codec.schema }

  @inlinable
  package init(
    decoding bytes: UnsafeRawBufferPointer,
    limits: DecodeLimits
  ) throws(DecodeError) {
    self = try unsafe Self.codec.unpack(bytes, limits: limits) { (source, copier) in
      unsafe Self(copying: source, &copier)
    }
  }

  /// Decodes wire bytes under the standard limits.
  @inlinable
  package init(decoding bytes: UnsafeRawBufferPointer) throws(DecodeError) {
    self = try unsafe Self(decoding: bytes, limits: .standard)
  }

  /// Decodes wire bytes.
  @inlinable
  package init(decoding bytes: [UInt8], limits: DecodeLimits = .standard) throws(DecodeError) {
    let decoded = unsafe bytes.withUnsafeBytes { buffer in
      Result { () throws(DecodeError) in try unsafe Self(decoding: buffer, limits: limits) }
    }
    self = try decoded.get()
  }

  @inlinable
  package func encode(into allocate: (Int) -> UnsafeMutableRawBufferPointer) {
    unsafe Self.codec.pack(allocate) { (target, arena) in unsafe fill(target, &arena) }
  }

  /// The wire bytes.
  @inlinable
  package func encoded() -> [UInt8] {
    unsafe Self.codec.packed { (target, arena) in unsafe fill(target, &arena) }
  }
}
