import CNGHTTP2
import Glibc

/// The memory of the sessions of one event loop: lists of free blocks, without locks.
///
/// A call costs nghttp2 eight allocations, of few sizes and on one thread, which is more than the
/// general allocator keeps at hand for a thread when a hundred calls come at once. Every session
/// holds on to the memory it came from.
@safe package final class SessionMemory {
  // SAFETY: confined to one event loop; a block is in a list or in use, never both.

  // In front of each block: the class of its size, or `large`. Sixteen bytes keep the alignment.
  private static let headerBytes = 16
  private static let smallest = 5  // 32 bytes
  private static let classes = 6  // up to 1,024 bytes, header included
  private static let large = -1
  /// Free blocks of one class, beyond which they go back to the system.
  private static let freeMax = 4_096

  @safe private struct List {
    var first: UnsafeMutableRawPointer? = nil
    var count = 0
  }

  private let lists: UnsafeMutablePointer<List>

  package init() {
    unsafe lists = .allocate(capacity: Self.classes)
    unsafe lists.initialize(repeating: List(), count: Self.classes)
  }

  deinit {
    for index in 0..<Self.classes {
      while let block = unsafe take(index) { unsafe Glibc.free(block) }
    }
    unsafe lists.deallocate()
  }

  /// For `nghttp2_session_*_new3`, which copies it.
  var functions: nghttp2_mem {
    unsafe nghttp2_mem(
      mem_user_data: Unmanaged.passUnretained(self).toOpaque(),
      malloc: { size, user in unsafe SessionMemory.of(user) { unsafe $0.allocate(size) } },
      free: { block, user in unsafe SessionMemory.of(user) { unsafe $0.free(block) } },
      calloc: { count, size, user in
        let (bytes, overflow) = count.multipliedReportingOverflow(by: size)
        guard !overflow else { return nil }
        let block = unsafe SessionMemory.of(user) { unsafe $0.allocate(bytes) }
        if let block = unsafe block { unsafe memset(block, 0, bytes) }
        return unsafe block
      },
      realloc: { block, size, user in
        unsafe SessionMemory.of(user) { unsafe $0.reallocate(block, size) }
      }
    )
  }

  private static func of<Value>(
    _ user: UnsafeMutableRawPointer?,
    _ body: (SessionMemory) -> Value
  ) -> Value {
    unsafe Unmanaged<SessionMemory>.fromOpaque(user.unsafelyUnwrapped)
      ._withUnsafeGuaranteedRef(body)
  }
}

extension SessionMemory {
  private func allocate(_ size: Int) -> UnsafeMutableRawPointer? {
    guard size <= 1 << (Self.smallest + Self.classes - 1) - Self.headerBytes else {
      guard let block = unsafe malloc(size + Self.headerBytes) else { return nil }
      return unsafe mark(block, Self.large)
    }
    let index = Self.index(size)
    let fresh = unsafe take(index) ?? malloc(1 << (index + Self.smallest))
    guard let block = unsafe fresh else { return nil }
    return unsafe mark(block, index)
  }

  private func free(_ memory: UnsafeMutableRawPointer?) {
    guard let memory = unsafe memory else { return }
    let block = unsafe memory - Self.headerBytes
    let index = unsafe block.load(as: Int.self)
    guard index != Self.large, unsafe lists[index].count < Self.freeMax else {
      return unsafe Glibc.free(block)
    }
    unsafe block.storeBytes(of: lists[index].first, as: UnsafeMutableRawPointer?.self)
    unsafe lists[index].first = block
    unsafe lists[index].count += 1
  }

  private func reallocate(
    _ memory: UnsafeMutableRawPointer?,
    _ size: Int
  ) -> UnsafeMutableRawPointer? {
    guard let memory = unsafe memory else { return unsafe allocate(size) }
    let block = unsafe memory - Self.headerBytes
    let index = unsafe block.load(as: Int.self)
    if index == Self.large {
      guard let grown = unsafe realloc(block, size + Self.headerBytes) else { return nil }
      return unsafe grown + Self.headerBytes
    }
    let capacity = 1 << (index + Self.smallest) - Self.headerBytes
    guard size > capacity else { return unsafe memory }
    guard let moved = unsafe allocate(size) else { return nil }
    unsafe moved.copyMemory(from: memory, byteCount: capacity)
    unsafe free(memory)
    return unsafe moved
  }

  private static func index(_ size: Int) -> Int {
    let bits = Int.bitWidth - (size + headerBytes - 1).leadingZeroBitCount
    return max(0, bits - smallest)
  }

  private func take(_ index: Int) -> UnsafeMutableRawPointer? {
    guard let block = unsafe lists[index].first else { return nil }
    unsafe lists[index].first = block.load(as: UnsafeMutableRawPointer?.self)
    unsafe lists[index].count -= 1
    return unsafe block
  }

  private func mark(_ block: UnsafeMutableRawPointer, _ index: Int) -> UnsafeMutableRawPointer {
    unsafe block.storeBytes(of: index, as: Int.self)
    return unsafe block + Self.headerBytes
  }
}

@available(*, unavailable) extension SessionMemory: Sendable {}
