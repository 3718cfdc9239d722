/// Collects lines of source text at the right indentation.
struct SourceWriter {
  private(set) var text = ""
  private var depth = 0

  mutating func line(_ line: String = "") {
    if !line.isEmpty { text += String(repeating: "  ", count: depth) + line }
    text += "\n"
  }

  /// Writes `opening`, the body one step deeper, then `closing`.
  mutating func block(
    _ opening: String,
    closing: String = "}",
    _ body: (inout SourceWriter) -> Void
  ) {
    line(opening)
    depth += 1
    body(&self)
    depth -= 1
    line(closing)
  }

  /// Writes a comment of the contract as documentation.
  mutating func documentation(_ comment: String, orElse fallback: String = "") {
    let text = comment.isEmpty ? fallback : comment
    guard !text.isEmpty else { return }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      String(line.drop { $0 == " " }.isEmpty ? "" : line)
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    for entry in lines {
      let body = entry.hasPrefix(" ") || entry.isEmpty ? entry : " " + entry
      line("///" + body)
    }
  }
}
