import Foundation
import ProtobufConformance

// Searches for bytes that break the rules of `RoundTrip`, with libFuzzer:
//
//     swift run protobuf-fuzz Tests/Runtime/ProtobufTests/Fixtures/seeds.hex CORPUS
//     swift build --sanitize=fuzzer -Xswiftc -DFUZZING --scratch-path .build/fuzz \
//       --product protobuf-fuzz
//     .build/fuzz/debug/protobuf-fuzz -max_total_time=60 CORPUS
//
// The first line makes a folder of the seeds, one per line there and one per file here; what the
// search keeps is added to it. An input that breaks a rule becomes a seed when the rule is mended.

#if FUZZING
  @_cdecl("LLVMFuzzerTestOneInput")
  func check(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let input = unsafe [UInt8](UnsafeBufferPointer(start: bytes, count: count))
    if let rule = RoundTrip.broken(by: input) { fatalError("broken: \(rule)") }
    return 0
  }
#else
  @main
  struct Fuzz {
    static func main() throws {
      let arguments = CommandLine.arguments
      guard arguments.count == 3 else { fatalError("protobuf-fuzz SEEDS FOLDER") }
      let folder = URL(filePath: arguments[2])
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      for (index, seed) in try RoundTrip.seeds(URL(filePath: arguments[1])).enumerated() {
        try Data(seed).write(to: folder.appending(path: "seed-\(index)"))
      }
    }
  }
#endif
