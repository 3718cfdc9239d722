import Foundation
import ProtobufConformance

// The program that protobuf's conformance runner starts and asks over stdin and stdout:
//
//     conformance_test_runner --enforce_recommended .build/debug/conformance-testee [types|schema]
//
// Each question and each answer is a length (four bytes, little endian) and that many bytes.

/// `count` bytes; nil at the end of the input.
func read(_ count: Int) -> [UInt8]? {
  var bytes: [UInt8] = []
  while bytes.count < count {
    let more = FileHandle.standardInput.readData(ofLength: count - bytes.count)
    if more.isEmpty { return nil }
    bytes += more
  }
  return bytes
}

func length(_ bytes: [UInt8]) -> Int {
  bytes.reversed().reduce(0) { $0 << 8 | Int($1) }
}

// The runner passes the program's path once more before the arguments, so only the last one counts.
let testee = Testee(Testee.Way(rawValue: CommandLine.arguments.last ?? "") ?? .types)
while let header = read(4), let request = read(length(header)) {
  let answer = testee.answer(request)
  let header = (0..<4).map { UInt8(truncatingIfNeeded: answer.count >> (8 * $0)) }
  FileHandle.standardOutput.write(Data(header + answer))
}
