package import AWS

/// The name of a topic, which says in which region it is.
///
///     arn:aws:sns:ap-southeast-1:123456789012:smart-cooking-prod-alarms
package struct TopicARN: Sendable, Equatable {
  package let text: String
  package let region: Region

  package init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 6, parts[0] == "arn", parts[2] == "sns",
      parts.allSatisfy({ !$0.isEmpty }), text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
    else { return nil }
    self.text = text
    region = Region(String(parts[3]))
  }
}
