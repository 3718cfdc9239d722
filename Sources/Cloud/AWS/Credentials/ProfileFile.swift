/// The text of `~/.aws/credentials` or `~/.aws/config`.
///
///     [default]
///     aws_access_key_id = AKIDEXAMPLE
///     [profile staging]      # the second file names profiles so
///     region = ap-southeast-1
struct ProfileFile: Sendable, Equatable {
  private var profiles: [String: [String: String]] = [:]

  init(_ text: String) {
    var profile: String?
    // Not by characters: to Swift a carriage return and its line feed are one.
    for line in text.utf8.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      let line = Self.trimmed(String(Substring(line))[...])
      guard let first = line.first, first != "#", first != ";" else { continue }
      if first == "[", let end = line.firstIndex(of: "]") {
        let words = line[line.index(after: line.startIndex)..<end].split(separator: " ")
        profile = words.last.map(String.init)
        if words.count == 2, words[0] != "profile" { profile = nil }
      } else if let profile, let sign = line.firstIndex(of: "=") {
        let name = Self.trimmed(line[..<sign]).lowercased()
        profiles[profile, default: [:]][name] = String(
          Self.trimmed(line[line.index(after: sign)...])
        )
      }
    }
  }

  subscript(profile: String) -> [String: String]? { profiles[profile] }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text.drop { $0 == " " || $0 == "\t" }
    while let last = text.last, last == " " || last == "\t" { text.removeLast() }
    return text
  }
}
