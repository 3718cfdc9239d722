#if canImport(Glibc)
  import CMalloc
#endif

/// The memory of large messages, which stays with the process from one call to the next.
///
/// glibc maps a block as large as a message anew, and unmaps it when it is freed: the kernel clears
/// and counts every page of each copy. Of a call with 1 MiB there and back that was half the time.
enum MessageMemory {
  /// What glibc maps by itself: more than the largest message takes.
  private static let mappedFromBytes: Int32 = 8 << 20
  /// What may lie unused at the end of an arena.
  private static let unusedBytesMax: Int32 = 16 << 20

  private static let kept: Void = {
    #if canImport(Glibc)
      mallopt(M_MMAP_THRESHOLD, mappedFromBytes)
      mallopt(M_TRIM_THRESHOLD, unusedBytesMax)
    #endif
  }()

  /// Holds for the whole process, from the first server or channel on.
  static func keep() { kept }
}
