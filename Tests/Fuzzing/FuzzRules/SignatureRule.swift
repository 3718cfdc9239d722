#if DEBUG
  @testable import AWS
  @testable import Gateway

  /// The canonical form of a request has a line for each of its parts, which say what was sent in
  /// whatever order.
  ///
  ///     input = lines: path, query, headers as name:value
  enum SignatureRule {
    private static let linesMax = 8

    static func broken(by input: [UInt8]) -> String? {
      guard let text = String(validating: input, as: UTF8.self) else { return nil }
      let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        .map { String(Substring($0)) }
      guard (2...linesMax).contains(lines.count) else { return nil }
      let query = lines[1].utf8.split(separator: UInt8(ascii: "&")).map { field($0, "=") }
      let headers = lines[2...].map { field($0.utf8[...], ":") }
      let request = AWSRequest(path: lines[0], query: query)
      let canonical = CanonicalRequest(request, headers: headers)
      let parts = canonical.text.utf8
        .split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        .map { String(Substring($0)) }
      let names = Set(headers.map { $0.name.lowercased() })
      guard parts.count == 6 + names.count else { return "each part is a line" }
      guard isPlain(parts[1]) else { return "the path has no empty and no dot segments" }
      guard said(in: parts[2]) == said(by: query) else { return "the query says what it said" }
      let other = AWSRequest(path: lines[0], query: query.reversed())
      guard
        names.count < headers.count
          || CanonicalRequest(other, headers: headers.reversed()).text == canonical.text
      else { return "the order in which parts were given does not count" }
      return nil
    }

    private static func isPlain(_ path: String) -> Bool {
      let segments = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        .map { String(Substring($0)) }
      guard segments.first == "", segments.count > 1 else { return false }
      return segments.dropFirst().dropLast().allSatisfy { !["", ".", ".."].contains($0) }
        && ![".", ".."].contains(segments.last)
    }

    private static func said(in query: String) -> [String?] {
      query.split(separator: "&").map { PercentCoding.decode(Array($0.utf8)[...]) }
        .sorted { ($0 ?? "") < ($1 ?? "") }
    }

    private static func said(by query: [AWSRequest.Field]) -> [String?] {
      query.map { "\($0.name)=\($0.value)" }.sorted()
    }

    private static func field(
      _ text: Substring.UTF8View,
      _ separator: Unicode.Scalar
    ) -> AWSRequest.Field {
      let end = text.firstIndex(of: UInt8(ascii: separator)) ?? text.endIndex
      return AWSRequest.Field(
        String(Substring(text[..<end])),
        String(Substring(text[end...].dropFirst()))
      )
    }
  }
#endif
