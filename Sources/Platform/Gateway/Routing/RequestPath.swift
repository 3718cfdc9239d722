/// The path of a request, split at its slashes and decoded.
struct RequestPath: Sendable, Equatable {
  /// As received, without the query.
  let raw: [ArraySlice<UInt8>]
  /// Decoded, one a segment; `/` has none.
  let segments: [String]

  /// Nil when it does not begin with a slash or its percent-encoding is broken.
  init?(_ bytes: ArraySlice<UInt8>) {
    guard bytes.first == UInt8(ascii: "/") else { return nil }
    raw =
      bytes.count == 1
      ? [] : bytes.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    var segments: [String] = []
    segments.reserveCapacity(raw.count)
    for segment in raw {
      guard let decoded = PercentCoding.decode(segment) else { return nil }
      segments.append(decoded)
    }
    self.segments = segments
  }

  /// The segments without `:verb`, and the verb.
  ///
  /// An encoded colon (`%3A`) belongs to the segment, so the split is made before decoding.
  var splitVerb: (stem: [String], verb: String)? {
    guard let last = raw.last, let colon = last.lastIndex(of: UInt8(ascii: ":")),
      let stem = PercentCoding.decode(last[..<colon]),
      let verb = PercentCoding.decode(last[(colon + 1)...]), !verb.isEmpty
    else { return nil }
    return (segments.dropLast() + [stem], verb)
  }

  /// The text of the segments that a variable spans, without the verb that `splitVerb` cut off.
  func value(of variable: PathTemplate.Variable, verb: String) -> String? {
    let upper = variable.isOpenEnded ? raw.count : min(variable.segments.upperBound, raw.count)
    let range = min(variable.segments.lowerBound, upper)..<upper
    if range.count == 1, verb.isEmpty, !variable.keepsEncodedSlashes {
      return segments[range.lowerBound]
    }
    var parts: [String] = []
    for index in range {
      var bytes = raw[index]
      if index == raw.count - 1, !verb.isEmpty, let colon = bytes.lastIndex(of: UInt8(ascii: ":")) {
        bytes = bytes[..<colon]
      }
      guard
        let part = PercentCoding.decode(bytes, keepsSlashes: variable.keepsEncodedSlashes)
      else { return nil }
      parts.append(part)
    }
    return parts.joined(separator: "/")
  }
}
