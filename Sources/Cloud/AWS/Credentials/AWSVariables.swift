/// The variables of the environment that every client of AWS honours.
///
/// They are handed in: `AWSVariables { environment[$0] }`.
package struct AWSVariables: Sendable {
  private var values: [String: String] = [:]

  private static let names = [
    "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_REGION",
    "AWS_DEFAULT_REGION", "AWS_PROFILE", "AWS_SHARED_CREDENTIALS_FILE", "AWS_CONFIG_FILE", "HOME",
    "AWS_ROLE_ARN", "AWS_ROLE_SESSION_NAME", "AWS_WEB_IDENTITY_TOKEN_FILE", "AWS_ENDPOINT_URL_STS",
    "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "AWS_CONTAINER_CREDENTIALS_FULL_URI",
    "AWS_CONTAINER_AUTHORIZATION_TOKEN", "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE",
    "AWS_EC2_METADATA_DISABLED", "AWS_EC2_METADATA_SERVICE_ENDPOINT", "AWS_ENDPOINT_URL_DYNAMODB",
    "AWS_ENDPOINT_URL_SNS",
  ]

  package init(_ lookup: (String) -> String?) {
    for name in Self.names {
      if let value = lookup(name), !value.isEmpty { values[name] = value }
    }
  }

  subscript(name: String) -> String? { values[name] }

  /// Where DynamoDB is asked instead of at the region's own endpoint.
  package var dynamoDBEndpoint: String? { self["AWS_ENDPOINT_URL_DYNAMODB"] }

  /// Where SNS is asked instead of at the region's own endpoint.
  package var snsEndpoint: String? { self["AWS_ENDPOINT_URL_SNS"] }

  /// The region that the environment names.
  package var region: Region? {
    (self["AWS_REGION"] ?? self["AWS_DEFAULT_REGION"]).map { Region($0) }
  }
}
