/// Memory that lives as long as one decode or encode and is given back at once.
///
/// Starts in memory of the caller (the stack), goes on in heap chunks that double. Never hands out
/// more heap than its budget.
@safe
@usableFromInline
package struct Arena: ~Copyable {
  @usableFromInline var next: UnsafeMutableRawPointer
  @usableFromInline var end: UnsafeMutableRawPointer
  private var chunks: UnsafeMutablePointer<Chunk>?
  private var chunkBytes = 4096
  private var budget: Int

  @safe
  private struct Chunk {
    var previous: UnsafeMutablePointer<Chunk>?
  }

  /// Bytes taken from the stack before the heap is asked: small messages never reach it.
  @usableFromInline static var stackBytes: Int { 1024 }

  @usableFromInline
  init(_ first: UnsafeMutableRawBufferPointer, budget: Int) {
    precondition(first.count > 0, "an arena starts with some memory")
    unsafe next = first.baseAddress.unsafelyUnwrapped
    unsafe end = next + first.count
    self.budget = budget
  }

  deinit {
    var chunk = unsafe chunks
    while let current = unsafe chunk {
      unsafe chunk = current.pointee.previous
      unsafe UnsafeMutableRawPointer(current).deallocate()
    }
  }

  /// Memory aligned to 8 bytes, not zeroed; nil when the budget is spent.
  @inlinable
  mutating func allocate(_ bytes: Int) -> UnsafeMutableRawPointer? {
    let rounded = (bytes &+ 7) & ~7
    guard rounded >= bytes, unsafe rounded <= end - next else {
      return unsafe allocateFromHeap(rounded)
    }
    let memory = unsafe next
    unsafe next = memory + rounded
    return unsafe memory
  }

  /// Zeroed memory for one C struct, in an arena that has no budget.
  @inlinable
  mutating func zeroed(_ bytes: Int) -> UnsafeMutableRawPointer {
    guard let memory = unsafe allocate(bytes) else {
      preconditionFailure("an arena without budget never refuses")
    }
    unsafe memory.initializeMemory(as: UInt8.self, repeating: 0, count: bytes)
    return unsafe memory
  }

  @usableFromInline
  mutating func allocateFromHeap(_ bytes: Int) -> UnsafeMutableRawPointer? {
    let header = 16
    guard bytes >= 0, bytes <= budget else { return nil }
    let size = max(bytes, min(chunkBytes, budget)) + header
    let memory = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
    let chunk = unsafe memory.bindMemory(to: Chunk.self, capacity: 1)
    unsafe chunk.initialize(to: Chunk(previous: chunks))
    unsafe chunks = chunk
    budget -= size - header
    chunkBytes = min(chunkBytes * 2, 1 << 20)
    unsafe next = memory + header + bytes
    unsafe end = memory + size
    return unsafe memory + header
  }
}
