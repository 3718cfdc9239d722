/// The comment of a declaration, as text for people.
struct Comment {
  /// Without the space that stands between `//` and the text.
  let text: String

  init(_ raw: String) {
    let lines = raw.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.hasPrefix(" ") ? line.dropFirst() : line
    }
    var text = lines.joined(separator: "\n")
    while text.last?.isWhitespace == true { text.removeLast() }
    self.text = text
  }

  /// The first sentence, on one line.
  var summary: String {
    let line = text.split(separator: "\n\n").first.map(String.init) ?? ""
    let flat = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard let end = flat.firstRange(of: ". ")?.lowerBound else {
      return flat.last == "." ? String(flat.dropLast()) : flat
    }
    return String(flat[..<end])
  }
}
