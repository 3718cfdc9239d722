package import Foundation

/// Reads a file of lines piece by piece.
package struct LineReader {
  private let handle: FileHandle
  private var bytes: [UInt8] = []
  /// Where in `bytes` the next line begins.
  private var start = 0
  private var isAtEnd = false
  /// The lines read so far, empty ones too.
  package private(set) var count = 0

  package init(_ handle: FileHandle) { self.handle = handle }

  /// The next line without its end; nil behind the last.
  package mutating func next() throws -> [UInt8]? {
    var searched = start
    while true {
      if let end = bytes[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        return take(upTo: end, nextAt: end + 1)
      }
      if isAtEnd {
        return start == bytes.count ? nil : take(upTo: bytes.count, nextAt: bytes.count)
      }
      bytes.removeFirst(start)
      start = 0
      searched = bytes.count
      guard bytes.count <= Limits.lineBytesMax else {
        throw ItemLine.Failure(line: count + 1, reason: "longer than any item")
      }
      let piece = try handle.read(upToCount: Limits.readBytes) ?? Data()
      isAtEnd = piece.isEmpty
      bytes += piece
    }
  }

  private mutating func take(upTo end: Int, nextAt next: Int) -> [UInt8] {
    defer { start = next }
    count += 1
    return Array(bytes[start..<end])
  }
}
