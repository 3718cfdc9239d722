import Foundation
import FuzzRules
import FuzzSeeds
import Synchronization

// Searches for bytes that break a rule of a `FuzzTarget`, with libFuzzer.
//
//     swift run fuzz Tests/Fuzzing/FuzzRulesTests/Fixtures/paths.hex CORPUS
//     swift build --sanitize=fuzzer -Xswiftc -DFUZZING --scratch-path .build/fuzz --product fuzz
//     FUZZ=paths SWIFT_BACKTRACE=enable=no .build/fuzz/debug/fuzz -max_total_time=60 CORPUS
//
// The first line makes a folder of the seeds, one per line there and one per file here; what the
// search keeps is added to it. An input that breaks a rule becomes a seed when the rule is mended. What is
// worth keeping of a folder, as seeds:
//
//     FUZZ=paths .build/fuzz/debug/fuzz -merge=1 KEPT CORPUS
//     for input in KEPT/*; do xxd -p -c 0 "$input"; done | sort >Tests/Fuzzing/FuzzRulesTests/Fixtures/paths.hex
//
// The seeds of messages are in `Tests/Runtime/ProtobufTests/Fixtures/seeds.hex`, those of frames in
// `Tests/Runtime/HTTP2Tests/Fixtures/frames.hex`.

#if FUZZING
  private let target: FuzzTarget = {
    let name = ProcessInfo.processInfo.environment["FUZZ"] ?? ""
    guard let target = FuzzTarget(rawValue: name) else {
      fatalError("FUZZ: must be one of \(FuzzTarget.allCases.map(\.rawValue))")
    }
    return target
  }()

  @_cdecl("LLVMFuzzerTestOneInput")
  func check(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let input = unsafe [UInt8](UnsafeBufferPointer(start: bytes, count: count))
    let broken = Mutex<String?>(nil)
    let isDone = DispatchSemaphore(value: 0)
    Task {
      let rule = await target.broken(by: input)
      broken.withLock { $0 = rule }
      isDone.signal()
    }
    isDone.wait()
    if let rule = broken.withLock({ $0 }) { fatalError("broken: \(rule)") }
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
