/// A `content-type` (RFC 9110 §8.3.1).
enum MediaType {
  /// `application/json`, in UTF-8 when it says in what.
  static func isJSON(_ text: String) -> Bool {
    let parts = text.lowercased().split(separator: ";").map { part in
      part.filter { $0 != " " && $0 != "\t" }
    }
    guard parts.first == "application/json" else { return false }
    return parts.dropFirst().allSatisfy { part in
      !part.hasPrefix("charset=") || ["charset=utf-8", "charset=\"utf-8\""].contains(part)
    }
  }
}
