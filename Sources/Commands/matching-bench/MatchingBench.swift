import Foundation
import IngredientValidator

/// Looks every line of a file up in the names of another one, and says how long it took.
///
///     matching-bench NAMES QUERIES ANSWERS
///
/// ANSWERS gets, for each query, the best name and its similarity, or an empty line. Times are core
/// time of this process, which a busy machine does not change.
@main
struct MatchingBench {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 4 else {
      FileHandle.standardError.write(Data("usage: matching-bench NAMES QUERIES ANSWERS\n".utf8))
      exit(2)
    }
    let names = try lines(of: arguments[1])
    let queries = try lines(of: arguments[2])
    let before = residentKiB()
    let built = coreSeconds()
    let matcher = NameMatcher(names)
    let buildSeconds = coreSeconds() - built
    let memory = residentKiB() - before

    var answers = ""
    for query in queries {
      if let best = matcher.best(for: query) { answers += "\(best.name)\t\(best.similarity)" }
      answers += "\n"
    }
    try Data(answers.utf8).write(to: URL(filePath: arguments[3]))

    let best = rate(queries) { matcher.best(for: $0) != nil }
    let match = rate(queries) { matcher.understands($0) }
    print(
      String(
        format: "names %d queries %d build_ms %.1f memory_kib %d best_per_s %.0f match_per_s %.0f",
        names.count,
        queries.count,
        buildSeconds * 1000,
        memory,
        best,
        match
      )
    )
  }

  /// Queries a second of core time, the median of five rounds.
  private static func rate(_ queries: [String], _ look: (String) -> Bool) -> Double {
    var rates: [Double] = []
    var foundCount = 0
    for _ in 0..<5 {
      let start = coreSeconds()
      for query in queries where look(query) { foundCount += 1 }
      rates.append(Double(queries.count) / (coreSeconds() - start))
    }
    precondition(foundCount >= 0, "counted, so that no round is optimised away")
    return rates.sorted()[2]
  }

  private static func lines(of path: String) throws -> [String] {
    try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map(String.init)
  }

  private static func coreSeconds() -> Double {
    Double(clock()) / Double(CLOCKS_PER_SEC)
  }

  /// The second field of /proc/self/statm is in pages.
  private static func residentKiB() -> Int {
    let fields = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?
      .split(separator: " ")
    let pages = fields.flatMap { $0.count > 1 ? Int($0[1]) : nil } ?? 0
    return pages * Int(sysconf(Int32(_SC_PAGESIZE))) / 1024
  }
}
