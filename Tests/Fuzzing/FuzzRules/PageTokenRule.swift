#if DEBUG
  @testable import PageTokens

  /// A page token opens only as it was sealed; it and the place within have one spelling each.
  enum PageTokenRule {
    private static let sealer = PageTokenSealer(secret: Array(repeating: 7, count: 32))
    /// What the one token among the seeds holds.
    private static let position = Array("place".utf8)

    static func broken(by input: [UInt8]) -> String? {
      if let startKey = PagePosition.decode(input), PagePosition.encode(startKey) != input {
        return "a place has one spelling"
      }
      guard let text = String(validating: input, as: UTF8.self) else { return nil }
      if let bytes = Base64URL.decode(text), Base64URL.encode(bytes) != text {
        return "base64url has one spelling"
      }
      guard let opened = try? sealer.position(from: text, caller: "lan", query: ["list"]) else {
        return nil
      }
      return opened == position ? nil : "only what was sealed is opened"
    }
  }
#endif
