// Its structs appear in code that other modules inline, which a package import does not allow.
public import CProtobufC

/// What a message type needs for decode and encode: its scan table and protobuf-c's descriptor.
@safe
@usableFromInline
package struct MessageCodec: Sendable {
  package let schema: MessageSchema
  /// All declarations this type was generated beside.
  package let registry: SchemaRegistry
  // SAFETY: both point at constants: the table is never freed, the descriptor is static data.
  @usableFromInline nonisolated(unsafe) let tables: UnsafeRawPointer
  @usableFromInline nonisolated(unsafe) let descriptor: UnsafePointer<ProtobufCMessageDescriptor>
  @usableFromInline let table: Int
  @usableFromInline let size: Int

  /// `message` must be what `descriptor` was generated from; generated code sees to that.
  package init(
    _ registry: SchemaRegistry,
    _ message: String,
    _ descriptor: UnsafePointer<ProtobufCMessageDescriptor>
  ) {
    guard let schema = registry.message(message) else {
      preconditionFailure("\(message) is not among the embedded descriptors")
    }
    self.schema = schema
    self.registry = registry
    table = schema.index
    unsafe tables = UnsafeRawPointer(registry.scanTables)
    unsafe self.descriptor = descriptor
    size = unsafe descriptor.pointee.sizeof_message
  }
}

// MARK: Decode

extension MessageCodec {
  /// Scans and unpacks `bytes` and gives the C struct to `copy`; it lives as long as that runs.
  @inlinable
  func unpack<Value: Message>(
    _ bytes: UnsafeRawBufferPointer,
    limits: DecodeLimits,
    _ copy: (UnsafeRawPointer, inout Copier) -> Value
  ) throws(DecodeError) -> Value {
    guard let start = bytes.baseAddress, bytes.count > 0 else { return Value() }
    return try unsafe withUnsafeTemporaryAllocation(byteCount: Arena.stackBytes, alignment: 16) {
      (first) throws(DecodeError) -> Value in
      var arena = unsafe Arena(first, budget: limits.arenaBytesMax)
      let source = try unsafe unpack(start, bytes.count, limits, &arena)
      var copier = Copier()
      let value = unsafe copy(source, &copier)
      guard !copier.hasInvalidText else {
        throw invalidText
      }
      return value
    }
  }

  @usableFromInline
  var invalidText: DecodeError { DecodeError(.invalidUTF8, message: schema.fullName) }

  @usableFromInline
  func unpack(
    _ start: UnsafeRawPointer,
    _ count: Int,
    _ limits: DecodeLimits,
    _ arena: inout Arena
  ) throws(DecodeError) -> UnsafeRawPointer {
    let tables = unsafe self.tables.assumingMemoryBound(to: ScanTable.self)
    let bytes = unsafe start.assumingMemoryBound(to: UInt8.self)
    var scanner = unsafe Scanner(bytes, tables: tables, limits: limits)
    do {
      try unsafe scanner.scan(to: bytes + count, table: table)
    } catch {
      let offset = unsafe scanner.cursor - bytes
      throw DecodeError(error, message: schema.fullName, offset: offset)
    }
    let message: UnsafeRawPointer?
    if scanner.isClean {
      unsafe message = unpackScanned(bytes, count, &arena)
    } else {
      let input = unsafe [UInt8](UnsafeBufferPointer(start: bytes, count: count))
      do {
        let clean = try Normaliser.normalised(input, schema)
        unsafe message = clean.withUnsafeBufferPointer { unsafe unpackScanned($0, &arena) }
      } catch {
        throw DecodeError(error, message: schema.fullName)
      }
    }
    guard let message = unsafe message else {
      throw DecodeError(.overBudget, message: schema.fullName)
    }
    return unsafe message
  }

  private func unpackScanned(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ arena: inout Arena
  ) -> UnsafeRawPointer? {
    unsafe unpackScanned(bytes.baseAddress, bytes.count, &arena)
  }

  /// Runs protobuf-c over checked bytes; nil means that the arena's budget is spent.
  private func unpackScanned(
    _ bytes: UnsafePointer<UInt8>?,
    _ count: Int,
    _ arena: inout Arena
  ) -> UnsafeRawPointer? {
    unsafe withUnsafeMutablePointer(to: &arena) { arena in
      var allocator = unsafe ProtobufCAllocator(
        alloc: { data, size in
          unsafe data?.assumingMemoryBound(to: Arena.self).pointee.allocate(size)
        },
        free: { _, _ in },
        allocator_data: arena
      )
      return unsafe UnsafeRawPointer(
        protobuf_c_message_unpack(descriptor, &allocator, count, bytes)
      )
    }
  }
}

// MARK: Encode

extension MessageCodec {
  /// Lets `fill` write the C struct, then packs it into memory that `allocate` gives.
  @inlinable
  func pack(
    _ allocate: (Int) -> UnsafeMutableRawBufferPointer,
    _ fill: (UnsafeMutableRawPointer, inout Arena) -> Void
  ) {
    unsafe withUnsafeTemporaryAllocation(byteCount: Arena.stackBytes, alignment: 16) { first in
      var arena = unsafe Arena(first, budget: .max)
      let target = unsafe arena.zeroed(size)
      unsafe fill(target, &arena)
      let size = unsafe packedSize(target)
      let memory = unsafe allocate(size)
      precondition(memory.count >= size, "encode needs as much memory as it asked for")
      if size > 0 { unsafe pack(target, memory) }
    }
  }

  /// As `pack`, into an array.
  @inlinable
  func packed(_ fill: (UnsafeMutableRawPointer, inout Arena) -> Void) -> [UInt8] {
    unsafe withUnsafeTemporaryAllocation(byteCount: Arena.stackBytes, alignment: 16) { first in
      var arena = unsafe Arena(first, budget: .max)
      let target = unsafe arena.zeroed(size)
      unsafe fill(target, &arena)
      let size = unsafe packedSize(target)
      return unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
        if size > 0 { unsafe pack(target, UnsafeMutableRawBufferPointer(buffer)) }
        count = size
      }
    }
  }

  @usableFromInline
  func packedSize(_ target: UnsafeRawPointer) -> Int {
    unsafe protobuf_c_message_get_packed_size(
      target.assumingMemoryBound(to: ProtobufCMessage.self)
    )
  }

  @usableFromInline
  func pack(_ target: UnsafeRawPointer, _ memory: UnsafeMutableRawBufferPointer) {
    unsafe _ = protobuf_c_message_pack(
      target.assumingMemoryBound(to: ProtobufCMessage.self),
      memory.baseAddress?.assumingMemoryBound(to: UInt8.self)
    )
  }
}
