#if DEBUG
  @testable import Gateway

  /// What is read of a query can be written and read again, and is no more than allowed.
  enum QueryRule {
    private static let limit = 4

    static func broken(by input: [UInt8]) -> String? {
      guard let parameters = try? QueryString.parameters(input[...], limit: limit) else {
        return nil
      }
      guard parameters.count <= limit else { return "no more are read than allowed" }
      let written = parameters.map { encoded($0.name) + "=" + encoded($0.value) }
        .joined(separator: "&")
      let again = try? QueryString.parameters(Array(written.utf8)[...], limit: limit)
      return again == parameters ? nil : "what is read says the same when it is written"
    }

    private static func encoded(_ text: String) -> String {
      text.utf8.map { ($0 < 16 ? "%0" : "%") + String($0, radix: 16) }.joined()
    }
  }
#endif
