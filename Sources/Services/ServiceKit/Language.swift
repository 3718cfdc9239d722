package import RPC

/// The language of an answer.
package enum Language: String, Sendable, CaseIterable {
  case vietnamese = "vi"
  case english = "en"

  /// The best of what the caller accepts, Vietnamese when it accepts neither.
  ///
  ///     accept-language: en-GB,en;q=0.9,vi;q=0.5        RFC 9110 §12.5.4
  package init(accepting header: String?) {
    var best: (language: Language, quality: Double)?
    // A tag is ASCII; to compare other text takes time that grows with the square of its length.
    let header = header.flatMap { $0.utf8.allSatisfy { $0 < 0x80 } ? $0 : nil }
    for range in (header ?? "").split(separator: ",") {
      let parts = range.split(separator: ";").map { $0.trimmed }
      guard let tag = parts.first?.split(separator: "-").first?.lowercased(),
        let language = Language(rawValue: tag)
      else { continue }
      let quality =
        parts.dropFirst().first { $0.hasPrefix("q=") }.map { Double($0.dropFirst(2)) ?? 0 } ?? 1
      if quality > best?.quality ?? 0 { best = (language, quality) }
    }
    self = best?.language ?? .vietnamese
  }

  /// Chooses between the two texts of a thing.
  package func pick(vi: String, en: String) -> String {
    switch self {
    case .vietnamese: vi.isEmpty ? en : vi
    case .english: en.isEmpty ? vi : en
    }
  }
}

extension ServerContext {
  /// The language that the caller asks for.
  package var language: Language { Language(accepting: metadata["accept-language"]) }
}

extension Substring {
  fileprivate var trimmed: Substring {
    var rest = drop { $0 == " " || $0 == "\t" }
    while let last = rest.last, last == " " || last == "\t" { rest.removeLast() }
    return rest
  }
}
