package import AWS

/// Where the table is.
///
///     sqlite:PATH
///     dynamodb:NAME
package enum TablePlace: Sendable, Equatable {
  case sqlite(path: String)
  /// Without an endpoint, the region's own.
  case dynamodb(name: String, region: Region, endpoint: Endpoint?)

  init(parsing text: String, aws: AWSVariables) throws(ConfigurationRule) {
    let (kind, colon, rest) = (text.prefix { $0 != ":" }, text.firstIndex(of: ":"), text)
    let value = colon.map { String(rest[rest.index(after: $0)...]) } ?? ""
    switch kind {
    case "sqlite" where !value.isEmpty: self = .sqlite(path: value)
    case "dynamodb" where Self.isName(value):
      guard let region = Region(aws) else { throw "needs a region: set AWS_REGION" }
      var endpoint: Endpoint?
      if let url = aws.dynamoDBEndpoint {
        guard let parsed = Endpoint(url) else {
          throw "AWS_ENDPOINT_URL_DYNAMODB must be http(s)://host:port"
        }
        endpoint = parsed
      }
      self = .dynamodb(name: value, region: region, endpoint: endpoint)
    default: throw "must be sqlite:PATH or dynamodb:NAME"
    }
  }

  /// 3 to 255 letters, digits and `_-.`.
  private static func isName(_ text: String) -> Bool {
    (3...255).contains(text.utf8.count)
      && text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"),
          UInt8(ascii: "."):
          true
        default: false
        }
      }
  }
}
