import Foundation
import FuzzSeeds
import PeerBytes
import ProtobufConformance

// Searches for bytes that break a rule, with libFuzzer: `messages` those of `RoundTrip`, `frames` those
// of `PeerBytes`.
//
//     swift run fuzz Tests/Runtime/HTTP2Tests/Fixtures/frames.hex CORPUS
//     swift build --sanitize=fuzzer -Xswiftc -DFUZZING --scratch-path .build/fuzz --product fuzz
//     FUZZ=frames .build/fuzz/debug/fuzz -max_total_time=60 CORPUS
//
// The first line makes a folder of the seeds, one per line there and one per file here; what the
// search keeps is added to it. An input that breaks a rule becomes a seed when the rule is mended. What is
// worth keeping of a folder, as seeds:
//
//     FUZZ=frames .build/fuzz/debug/fuzz -merge=1 KEPT CORPUS
//     for input in KEPT/*; do xxd -p -c 0 "$input"; done | sort >Tests/Runtime/HTTP2Tests/Fixtures/frames.hex

#if FUZZING
  private let broken: @Sendable ([UInt8]) -> String? =
    switch ProcessInfo.processInfo.environment["FUZZ"] {
    case "messages": { RoundTrip.broken(by: $0) }
    case "frames": { PeerBytes.broken(by: $0) }
    default: fatalError("FUZZ: must be messages or frames")
    }

  @_cdecl("LLVMFuzzerTestOneInput")
  func check(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let input = unsafe [UInt8](UnsafeBufferPointer(start: bytes, count: count))
    if let rule = broken(input) { fatalError("broken: \(rule)") }
    return 0
  }
#else
  @main
  struct Fuzz {
    static func main() throws {
      let arguments = CommandLine.arguments
      guard arguments.count == 3 else { fatalError("fuzz SEEDS FOLDER") }
      let folder = URL(filePath: arguments[2])
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      for (index, seed) in try FuzzSeeds.read(URL(filePath: arguments[1])).enumerated() {
        try Data(seed).write(to: folder.appending(path: "seed-\(index)"))
      }
    }
  }
#endif
