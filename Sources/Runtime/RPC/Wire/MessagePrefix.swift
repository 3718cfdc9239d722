/// The five bytes in front of every message: a compression flag and a big-endian length.
enum MessagePrefix {
  static let bytes = 5

  static func write(
    count: Int,
    isCompressed: Bool = false,
    into target: UnsafeMutableRawBufferPointer
  ) {
    precondition(count >= 0 && count <= Int(UInt32.max), "a message is at most 4 GiB")
    unsafe target[0] = isCompressed ? 1 : 0
    unsafe target.storeBytes(of: UInt32(count).bigEndian, toByteOffset: 1, as: UInt32.self)
  }
}
