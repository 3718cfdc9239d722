package import Foundation

/// Inputs that a fuzzer found worth keeping: they reach every branch it has reached.
package enum FuzzSeeds {
  /// Those of a file in the folder `Fixtures` beside a test's own file.
  package static func fixtures(_ name: String, of test: String = #filePath) -> [[UInt8]] {
    let file = URL(filePath: test).deletingLastPathComponent().appending(path: "Fixtures/\(name)")
    do {
      return try read(file)
    } catch {
      preconditionFailure("\(name): \(error)")
    }
  }

  /// Those of a file that holds one per line, in hexadecimal.
  package static func read(_ file: URL) throws -> [[UInt8]] {
    try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map { line in
      let digits = line.compactMap(\.hexDigitValue)
      return stride(from: 0, to: digits.count - 1, by: 2).map {
        UInt8(digits[$0] << 4 | digits[$0 + 1])
      }
    }
  }
}
